internal import ContactCenter

/// What a team can do, as the file says it.
struct TeamSkills {
  var skills: [Skill] = []
  var hours: [Int: [ClockRange]] = [:]
}

extension Reading {
  /// Skills of a team in the order of the queues; nil after a remark.
  func skills(of member: SourceNode.Member, _ queues: [ContactQueue]) -> TeamSkills? {
    guard let node = member.value["skills"] else { return TeamSkills(skills: queues.indices.map { Skill(queue: $0) }) }
    var result = TeamSkills()
    for (name, value) in Self.entries(of: node) {
      guard let index = queue(name, "teams.\(member.name)", queues.map(\.name)) else { return nil }
      guard !result.skills.contains(where: { $0.queue == index }) else {
        error(at: name.place, "teams.\(member.name): '\(queues[index].name)' is named twice", help: "keep one of them")
        return nil
      }
      result.skills.append(skill(index, value))
      let hours = hours(value?["hours"])
      if !hours.isEmpty { result.hours[index] = hours }
    }
    result.skills.sort { $0.queue < $1.queue }
    return result
  }

  /// Name and value of each skill; a list has no values.
  private static func entries(of node: SourceNode) -> [(name: SourceNode, value: SourceNode?)] {
    if let members = node.members { return members.map { (.text($0.name, at: $0.place), $0.value) } }
    return (node.items ?? [node]).map { ($0, nil) }
  }

  private func skill(_ queue: Int, _ node: SourceNode?) -> Skill {
    var skill = Skill(queue: queue)
    guard let node else { return skill }
    let level = node.scalar == nil ? node["level"] : node
    skill.level = level.flatMap { integer($0, 1...ScenarioKeyCatalogue.levelLimit) } ?? 1
    if let factor = node["handle"], let number = factor.scalar.flatMap({ try? FactorText.parse($0) }) {
      skill.handleTimeFactor = number.value
      if number.mantissa == 0 || number > ExactDecimal(100) {
        error(
          at: factor.place, "a handle time of \(factor.scalar ?? "") is not possible",
          help: "factors of handle times are above x0 and at most x100")
      }
    }
    if let span = node["after"]?.scalar.flatMap({ try? ScalarKind.span($0) }) { skill.afterWait = span }
    skill.fromLineLength = node["from_line"].flatMap { integer($0, 0...ScenarioKeyCatalogue.placeLimit) } ?? 0
    skill.occupancyBelow = node["occupancy_below"]?.scalar.flatMap { try? ShareText.parse($0) }
    skill.keepsFree = node["keeps_free"].flatMap { integer($0, 0...ScenarioKeyCatalogue.agentLimit) } ?? 0
    return skill
  }

  private func hours(_ node: SourceNode?) -> [ClockRange] {
    guard let node else { return [] }
    return (node.items ?? [node]).compactMap { $0.scalar.flatMap { try? ClockText.parseRange($0) } }
      .sorted { ($0.start, $0.end) < ($1.start, $1.end) }
  }

  /// Who goes where the number falls; shifts are people's own.
  func release(of member: SourceNode.Member?) -> Release {
    let shifts = member?.value["shifts"] ?? (member == nil ? node("shifts") : nil)
    if shifts != nil, let node = member?.value["release"] ?? (member == nil ? self.node("release") : nil) {
      error(
        at: node.place, "release: people of shifts go at their own time",
        help: "leave it out, or say how many work by agents: {08:00-12:00: 10, ...}")
    }
    guard shifts == nil else { return .own }
    return (member?.value["release"] ?? node("release"))?.scalar.flatMap(Release.init) ?? .own
  }

  /// How a team picks its next contact: as it says, or as the top of the file does.
  func contactChoice(of member: SourceNode.Member?) -> ContactChoice {
    (member?.value["picks"] ?? node("picks"))?.scalar.flatMap(ContactChoice.init) ?? .priority
  }
}
