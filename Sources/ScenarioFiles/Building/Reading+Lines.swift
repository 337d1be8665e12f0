internal import ContactCenter

extension Reading {
  // MARK: Trunks

  /// Groups of telephone lines; puts the queues into them.
  func trunkGroups(_ queues: inout [ContactQueue]) -> [TrunkGroup] {
    guard let node = node("trunks") else { return [] }
    if node.scalar != nil {
      guard let lines = integer(node, 0...ScenarioKeyCatalogue.lineLimit) else { return [] }
      return put(queues.indices.filter { queues[$0].rules.channel == .phone }, in: 0, "trunks", node, &queues)
        ? [TrunkGroup(name: "main", lines: lines)] : []
    }
    var groups: [TrunkGroup] = []
    let members = node.members ?? []
    // Groups that name their queues come first: the others take what is left.
    for member in members.filter({ $0.value["queues"] != nil }) + members.filter({ $0.value["queues"] == nil }) {
      guard let lines = member.value["lines"].flatMap({ integer($0, 0...ScenarioKeyCatalogue.lineLimit) }) else {
        return []
      }
      let shown = "trunks.\(member.name)"
      let rest = queues.indices.filter { queues[$0].rules.channel == .phone && queues[$0].rules.trunkGroup == nil }
      guard let used = member.value["queues"].map({ indices(of: $0, shown, queues) }) ?? rest,
        put(used, in: groups.count, shown, member.value["queues"] ?? member.value, &queues)
      else { return [] }
      groups.append(TrunkGroup(name: member.name, lines: lines))
    }
    return groups
  }

  private func put(
    _ indices: [Int], in group: Int, _ shown: String, _ node: SourceNode, _ queues: inout [ContactQueue]
  ) -> Bool {
    guard !indices.isEmpty else {
      error(at: node.place, "\(shown): no phone queue uses these lines", help: "remove it, or name queues")
      return false
    }
    for index in indices {
      let queue = queues[index]
      guard queue.rules.channel == .phone else {
        error(
          at: node.place,
          "\(shown): queue '\(queue.name)' is \(queue.rules.channel.rawValue) and needs no telephone line",
          help: "leave it out")
        return false
      }
      guard queue.rules.trunkGroup == nil else {
        error(at: node.place, "\(shown): queue '\(queue.name)' has lines already", help: "name it in one group")
        return false
      }
      queues[index].rules.trunkGroup = group
    }
    return true
  }

  /// Queues by their names; nil after a remark.
  private func indices(of node: SourceNode, _ shown: String, _ queues: [ContactQueue]) -> [Int]? {
    let names = queues.map(\.name)
    var indices: [Int] = []
    for item in node.items ?? [node] {
      guard let index = queue(item, shown, names) else { return nil }
      if !indices.contains(index) { indices.append(index) }
    }
    return indices.sorted()
  }

  // MARK: Outages

  private static let outageLimit = 100

  /// Outages in the order of the file, one for each day that they concern.
  func outages(_ queues: [ContactQueue], _ time: OpenTime) -> [Outage] {
    guard let node = node("outages"), let members = node.members else { return [] }
    guard members.count <= Self.outageLimit else {
      error(at: node.place, "there are \(members.count) outages; at most \(Self.outageLimit) are possible")
      return []
    }
    return members.flatMap { outage($0, queues, time) }
  }

  private func outage(_ member: SourceNode.Member, _ queues: [ContactQueue], _ time: OpenTime) -> [Outage] {
    let node = member.value
    let shown = member.writtenAs ?? "outages.\(member.name)"
    guard let from = node["from"]?.scalar.flatMap({ try? ClockText.parse($0) }),
      let length = node["for"]?.scalar.flatMap({ try? DistributionText.mean($0) }),
      let cut = cutOff(node, shown, queues)
    else { return [] }
    let date = node["on"]?.scalar.flatMap { try? CalendarText.date($0) }
    let days = days(of: date, shown, node, time)
    guard let handling = handling(node, shown, cut, queues) else { return [] }
    form.outages.append(Self.line(node, date, from, length, cut, handling, queues))
    let clock = HorizonClock(time.days)
    return days.map { day in
      let start = SimulationTime.zero + clock.instant(day: day, from)
      return Outage(time: TimeStretch(start: start, end: start + length), queues: cut, handling: handling)
    }
  }

  func cutOff(_ node: SourceNode, _ shown: String, _ queues: [ContactQueue]) -> [Int]? {
    if let named = node["queues"] {
      guard node["channel"] == nil else {
        error(at: node.place, "\(shown): 'queues' and 'channel' both say what is cut off", help: "keep one of them")
        return nil
      }
      return indices(of: named, shown, queues)
    }
    guard let channel = node["channel"]?.scalar else { return Array(queues.indices) }
    let cut = queues.indices.filter { queues[$0].rules.channel.rawValue == channel }
    if cut.isEmpty {
      error(
        at: node["channel"]?.place ?? node.place, "\(shown): no queue is \(channel)",
        help: "name a channel that a queue has, or queues")
      return nil
    }
    return cut
  }

  func days(of date: CalendarDate?, _ shown: String, _ node: SourceNode, _ time: OpenTime) -> [Int] {
    guard let date else { return time.days.indices.filter { !time.days[$0].open.isEmpty } }
    guard time.isDated else {
      error(at: node.place, "\(shown): a typical day has no date", help: "give a period, or remove 'on'")
      return []
    }
    guard let day = time.days.firstIndex(where: { $0.date == date }) else {
      warn(at: node.place, "\(shown): \(date) is outside the period, so this changes nothing")
      return []
    }
    return [day]
  }

  private static func line(
    _ node: SourceNode, _ date: CalendarDate?, _ from: TimeSpan, _ length: TimeSpan, _ cut: [Int],
    _ handling: OutageHandling, _ queues: [ContactQueue]
  ) -> String {
    let names = cut.map { YAMLText.quoted(queues[$0].name) }.joined(separator: ", ")
    let parts =
      [
        date.map { "on: \($0)" }, "from: '\(ClockText.text(from))'", "for: \(DurationText.text(length))",
        "queues: [\(names)]",
      ] + Self.parts(of: handling, queues)
    return "  - {\(parts.compactMap { $0 }.joined(separator: ", "))}"
  }
}
