internal import ContactCenter

extension Reading {
  /// More would be a profile, not special.
  static let eventLimit = 100
  /// Each event adds to those that it overlaps.
  private static let overlapLimit = 5

  /// Special events, in the order of the file.
  func events(_ queues: [ContactQueue], _ time: OpenTime) -> [SpecialEvent] {
    guard let node = node("events"), let members = node.members else { return [] }
    guard members.count <= Self.eventLimit else {
      error(at: node.place, "there are \(members.count) events; at most \(Self.eventLimit) are possible")
      return []
    }
    var events: [SpecialEvent] = []
    for member in members where member.value.members != nil {
      guard let event = volumeEvent(member, queues, time) else { continue }
      if events.count(where: { Self.overlap($0, event) }) >= Self.overlapLimit {
        error(
          at: member.value.place, "events.\(member.name) overlaps \(Self.overlapLimit) others",
          help: "their factors multiply; write one event with the product")
      }
      events.append(event)
    }
    return events
  }

  private static func overlap(_ left: SpecialEvent, _ right: SpecialEvent) -> Bool {
    func start(_ event: SpecialEvent, _ date: CalendarDate?) -> TimeSpan {
      event.start + .days(Int64((event.date ?? date)?.dayNumber ?? 0))
    }
    let (leftStart, rightStart) = (start(left, right.date), start(right, left.date))
    return leftStart < rightStart + right.length && rightStart < leftStart + left.length
  }

  private func volumeEvent(_ member: SourceNode.Member, _ queues: [ContactQueue], _ time: OpenTime) -> SpecialEvent? {
    let node = member.value
    let shown = "events.\(member.name)"
    guard let factor = node["volume"] else {
      error(at: node.place, "\(shown) does not say what happens", help: "add volume: x3")
      return nil
    }
    guard let factor = factor.scalar.flatMap({ try? FactorText.parse($0) }),
      let start = node["from"]?.scalar.flatMap({ try? ClockText.parse($0) }),
      let length = node["for"]?.scalar.flatMap({ try? DistributionText.mean($0) }),
      let queue = queue(of: node, shown, queues)
    else { return nil }
    guard length <= .days(7) else {
      error(at: node["for"]?.place ?? node.place, "\(shown): an event lasts at most 7 days")
      return nil
    }
    let date = node["on"]?.scalar.flatMap { try? CalendarText.date($0) }
    warnOfLostEvent(node, shown, date, ClockRange(start: start, end: start + length), time)
    write(member, factor, date)
    return SpecialEvent(
      date: date, start: start, length: length, factor: factor.value, queue: queue.index,
      isForeseen: node["foreseen"]?.scalar != "no")
  }

  /// The queue of an event, nil inside for all; nil after a remark.
  private func queue(of node: SourceNode, _ shown: String, _ queues: [ContactQueue]) -> (index: Int?, Void)? {
    guard let queue = node["queue"] else { return (nil, ()) }
    guard let name = queue.scalar, let index = queues.firstIndex(where: { $0.name == name }) else {
      error(
        at: queue.place, "\(shown): there is no queue '\(queue.scalar ?? "")'",
        help: SpellingHelp.help(for: queue.scalar ?? "", among: queues.map(\.name), listedAs: "queues"))
      return nil
    }
    return (index, ())
  }

  private func warnOfLostEvent(
    _ node: SourceNode, _ shown: String, _ date: CalendarDate?, _ clock: ClockRange, _ time: OpenTime
  ) {
    guard let date else {
      if time.overlap(of: clock) == .zero {
        warn(at: node.place, "\(shown): the center is closed then, so this changes nothing")
      }
      return
    }
    guard time.isDated else {
      warn(at: node.place, "\(shown): a typical day has no date, so this changes nothing", help: "give a period")
      return
    }
    guard let day = time.days.first(where: { $0.date == date }) else {
      warn(at: node.place, "\(shown): \(date) is outside the period, so this changes nothing")
      return
    }
    if day.open.isEmpty {
      warn(at: node.place, "\(shown): the center is closed on \(date), so this changes nothing")
    } else if time.overlap(of: clock) == .zero {
      warn(at: node.place, "\(shown): the center is closed then, so this changes nothing")
    }
  }

  private func write(_ member: SourceNode.Member, _ factor: ExactDecimal, _ date: CalendarDate?) {
    func text(_ key: String) -> String? { member.value[key]?.scalar.map { "\(key): \(YAMLText.quoted($0))" } }
    let parts = [
      date.map { "on: \($0)" }, member.value["from"]?.scalar.map { "from: \($0)" }, text("for"),
      "volume: \(FactorText.text(factor))", text("queue"), text("foreseen"), text("note"),
    ]
    // Flow maps end at a comma or a brace: a note with one is quoted by `quoted`.
    form.events.append("  - {\(parts.compactMap { $0 }.joined(separator: ", "))}")
  }
}
