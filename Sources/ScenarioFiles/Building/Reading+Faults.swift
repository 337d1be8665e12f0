internal import ContactCenter

// Outages by chance, what becomes of contacts meanwhile, and people who are lost.

extension Reading {
  private static let limit = 100

  /// What becomes of contacts in an outage of these queues; nil after a remark.
  func handling(_ node: SourceNode, _ shown: String, _ cut: [Int], _ queues: [ContactQueue]) -> OutageHandling? {
    var handling = OutageHandling(cutsOff: node["cuts_off"]?.scalar == "yes")
    guard let to = node["divert_to"] else { return handling }
    guard let target = queue(to, "\(shown).divert_to", queues.map(\.name)) else { return nil }
    guard !cut.contains(target) else {
      error(
        at: to.place, "\(shown).divert_to: '\(queues[target].name)' is cut off itself",
        help: "name a queue that can still be reached")
      return nil
    }
    handling.divertTo = target
    return handling
  }

  static func parts(of handling: OutageHandling, _ queues: [ContactQueue]) -> [String?] {
    [
      handling.divertTo.map { "divert_to: \(YAMLText.quoted(queues[$0].name))" },
      handling.cutsOff ? "cuts_off: yes" : nil,
    ]
  }

  /// Faults in the order of the file.
  func faults(_ queues: [ContactQueue]) -> [Fault] {
    guard let node = node("faults"), let members = node.members else { return [] }
    guard members.count <= Self.limit else {
      error(at: node.place, "there are \(members.count) faults; at most \(Self.limit) are possible")
      return []
    }
    return members.compactMap { fault($0, queues) }
  }

  private func fault(_ member: SourceNode.Member, _ queues: [ContactQueue]) -> Fault? {
    let node = member.value
    let shown = member.writtenAs ?? "faults.\(member.name)"
    guard let availability = node["availability"]?.scalar.flatMap({ try? ShareText.parse($0) }),
      let repair = node["repair"]?.scalar.flatMap({ try? DistributionText.mean($0) }),
      let cut = cutOff(node, shown, queues), let handling = handling(node, shown, cut, queues)
    else { return nil }
    guard availability > .zero else {
      error(
        at: node["availability"]?.place ?? node.place, "\(shown): what is never there is no fault",
        help: "an availability is above 0, for instance 99.5%")
      return nil
    }
    guard repair >= .minutes(1) else {
      error(
        at: node["repair"]?.place ?? node.place, "\(shown): repairs take a minute or more on average",
        help: "for instance repair: 30m")
      return nil
    }
    return Fault(queues: cut, availability: availability, repair: repair, handling: handling)
  }

  /// Losses in the order of the file.
  func losses(_ teams: [Team], _ time: OpenTime) -> [PeopleLoss] {
    guard let node = node("losses"), let members = node.members else { return [] }
    guard members.count <= Self.limit else {
      error(at: node.place, "there are \(members.count) losses; at most \(Self.limit) are possible")
      return []
    }
    return members.compactMap { loss($0, teams, time) }
  }

  private func loss(_ member: SourceNode.Member, _ teams: [Team], _ time: OpenTime) -> PeopleLoss? {
    let node = member.value
    let shown = member.writtenAs ?? "losses.\(member.name)"
    guard let from = node["from"]?.scalar, let length = node["for"]?.scalar.flatMap({ try? DistributionText.mean($0) }),
      let hit = teamIndices(node["teams"], shown, teams)
    else { return nil }
    let date = node["on"]?.scalar.flatMap { try? CalendarText.date($0) }
    if date != nil { _ = days(of: date, shown, node, time) }
    let start: PeopleLoss.Start? = from == "peak" ? .peak : (try? ClockText.parse(from)).map { .clock($0) }
    guard let start else { return nil }
    let people = node["people"].flatMap { integer($0, 0...ScenarioKeyCatalogue.agentLimit) }
    return PeopleLoss(teams: hit, people: people, date: date, start: start, length: length)
  }

  private func teamIndices(_ node: SourceNode?, _ shown: String, _ teams: [Team]) -> [Int]? {
    guard let node else { return Array(teams.indices) }
    var indices: [Int] = []
    for item in node.items ?? [node] {
      guard let index = teams.firstIndex(where: { $0.name == item.scalar }) else {
        error(
          at: item.place, "\(shown): there is no team '\(item.scalar ?? "")'",
          help: SpellingHelp.help(for: item.scalar ?? "", among: teams.map(\.name), listedAs: "teams"))
        return nil
      }
      if !indices.contains(index) { indices.append(index) }
    }
    return indices.sorted()
  }
}
