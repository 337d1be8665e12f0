internal import ContactCenter

// Where a run starts in the middle of a day, and who is inside then.

extension Reading {
  /// The clock time of the first day at which runs start; nil for its beginning.
  func startClock(_ time: OpenTime, interval: TimeSpan) -> TimeSpan? {
    guard let node = node("run", "start_at"), let clock = node.scalar.flatMap({ try? ClockText.parse($0) }) else {
      return nil
    }
    guard clock > .zero, clock < time.days[0].length else {
      error(
        at: node.place, "run.start_at: \(ClockText.text(clock)) is not within the first day",
        help: "leave it out to start with the day")
      return nil
    }
    let start = HorizonClock(time.days).instant(day: 0, clock)
    guard start.microseconds % interval.microseconds == 0 else {
      error(
        at: node.place,
        "run.start_at: \(ClockText.text(clock)) is not on the border of an interval of \(DurationText.text(interval))",
        help: "give such a time, or a shorter interval")
      return nil
    }
    return clock
  }

  /// Who waits and talks in a queue at the start.
  func present(of member: SourceNode.Member?, _ channel: Channel) -> PresentContacts {
    guard let member else { return .none }
    let present = PresentContacts(
      waiting: ages("waiting", of: member).map { $0 ?? .zero }, talks: ages("talks", of: member))
    if let node = member.value["waiting"] ?? member.value["talks"], !present.isEmpty { check(present, node, member) }
    return present
  }

  private func ages(_ key: String, of member: SourceNode.Member) -> [TimeSpan?] {
    guard let node = member.value[key] else { return [] }
    if let items = node.items {
      guard items.count <= ScenarioKeyCatalogue.presentLimit else {
        error(at: node.place, "queues.\(member.name).\(key): more than \(ScenarioKeyCatalogue.presentLimit) contacts")
        return []
      }
      return items.compactMap { $0.scalar.flatMap { try? ScalarKind.span($0) } }
    }
    let count = node.scalar.flatMap { try? ScalarKind.integer($0, 1...ScenarioKeyCatalogue.presentLimit) }
    return Array(repeating: nil, count: count ?? 0)
  }

  private func check(_ present: PresentContacts, _ node: SourceNode, _ member: SourceNode.Member) {
    guard let clock = self.node("run", "start_at")?.scalar.flatMap({ try? ClockText.parse($0) }) else {
      return error(
        at: node.place, "queues.\(member.name): who waits or talks at the start needs its time",
        help: "add run: {start_at: 10:30}")
    }
    if member.value["dial"] != nil {
      error(
        at: node.place, "queues.\(member.name): nobody waits or talks at the start where contacts are called",
        help: "write backlog for contacts that are still to be called")
    }
    if let oldest = (present.waiting + present.talks.compactMap { $0 }).max(), oldest > clock {
      error(
        at: node.place,
        "queues.\(member.name): \(DurationText.text(oldest)) before \(ClockText.text(clock)) is before the first day",
        help: "write a backlog for work of earlier days")
    }
  }
}
