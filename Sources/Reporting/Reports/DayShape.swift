public import ContactCenter
internal import KPIs

/// The expected contacts of an average day with contacts, interval by interval.
public struct DayShape: Hashable, Sendable {
  /// Start of the first interval with contacts, on the clock.
  public var start: TimeSpan
  public var interval: TimeSpan
  public var contacts: [Double]

  /// - Returns: nil where no contacts are expected.
  public init?(plan: SimulationPlan, clock: HorizonClock) {
    let perDay = Int(TimeSpan.days(1).microseconds / plan.interval.microseconds)
    guard perDay > 0 else { return nil }
    var sums = Array(repeating: 0.0, count: perDay)
    for queue in plan.expectedContacts() {
      for (index, contacts) in queue.enumerated() {
        let time = clock.place(of: Int64(index) * plan.interval).clock
        sums[Int(time.microseconds / plan.interval.microseconds) % perDay] += contacts
      }
    }
    guard let first = sums.firstIndex(where: { $0 > 0 }), let last = sums.lastIndex(where: { $0 > 0 }) else {
      return nil
    }
    let days = Double(Self.openDays(plan))
    start = Int64(first) * plan.interval
    interval = plan.interval
    contacts = sums[first...last].map { $0 / days }
  }

  /// Days in whose open time contacts arrive; closed ones would make the others look quiet. A night is of the day on which it
  /// began.
  private static func openDays(_ plan: SimulationPlan) -> Int {
    let pieces = plan.arrivals.filter { !$0.isList && !$0.isOfClosedTime }.flatMap(\.pieces)
    return max(1, Set(pieces.map { piece in plan.dayStarts.lastIndex { $0 <= piece.start } ?? 0 }).count)
  }

  /// `Contacts  08:00 ▂▅█▆▃▁ 18:00  busiest 10:30, 60.7 an hour`.
  var sentence: String {
    let busiest = contacts.indices.max { contacts[$0] < contacts[$1] } ?? 0
    let end = start + Int64(contacts.count) * interval
    let peak = contacts[busiest] / interval.inHours
    let curve = "\(ClockText.minutes(start)) \(Sparkline.of(contacts)) \(ClockText.minutes(end))"
    let rate = "\(NumberText.fixed(peak, places: 1)) an hour"
    let least = contacts.min() ?? 0
    guard contacts[busiest] > least * (1 + 1e-9) else { return "Contacts  \(curve)  \(rate)" }
    return "Contacts  \(curve)  busiest \(ClockText.minutes(start + Int64(busiest) * interval)), \(rate)"
  }
}
