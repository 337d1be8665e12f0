/// The local clock over the days of a horizon: which instant a clock time of a day is, and which clock time an instant.
///
/// Days have 24 hours, or 23 or 25 where the clocks change. A clock time that a change skips is the instant of the
/// change; of one that comes twice, the first is meant. Times before the first and after the last day follow days of 24
/// hours.
public struct HorizonClock: Hashable, Sendable {
  private let changes: [OperatingDay.ClockChange?]
  /// Start of each day since the start of the horizon, and the end of the last.
  private let starts: [TimeSpan]

  public init(_ days: [OperatingDay]) {
    changes = days.map(\.clockChange)
    starts = days.reduce(into: [.zero]) { $0.append($0[$0.count - 1] + $1.length) }
  }

  /// The span from the start of the horizon to a clock time of a day; times from 24:00 on are those of the next day.
  public func instant(day: Int, _ clock: TimeSpan) -> TimeSpan {
    if clock >= .days(1) { return instant(day: day + 1, clock - .days(1)) }
    return start(ofDay: day) + elapsed(day, clock)
  }

  /// A stretch of the clock of a day.
  public func range(day: Int, _ clock: ClockRange) -> ClockRange {
    ClockRange(start: instant(day: day, clock.start), end: instant(day: day, clock.end))
  }

  /// The day and the clock time of an instant. O(log days).
  public func place(of time: TimeSpan) -> (day: Int, clock: TimeSpan) {
    let day = day(of: time)
    let elapsed = time - start(ofDay: day)
    guard let change = change(of: day), elapsed >= change.at else { return (day, elapsed) }
    return (day, elapsed + change.shift)
  }

  public func start(ofDay day: Int) -> TimeSpan {
    if starts.indices.contains(day) { return starts[day] }
    return day < 0 ? .days(Int64(day)) : starts[starts.count - 1] + .days(Int64(day - starts.count + 1))
  }

  private func change(of day: Int) -> OperatingDay.ClockChange? { changes.indices.contains(day) ? changes[day] : nil }

  private func elapsed(_ day: Int, _ clock: TimeSpan) -> TimeSpan {
    guard let change = change(of: day), clock >= change.at else { return clock }
    return max(change.at, clock - change.shift)
  }

  private func day(of time: TimeSpan) -> Int {
    let length = TimeSpan.days(1).microseconds
    if time < .zero { return Int((time.microseconds - length + 1) / length) }
    let last = starts[starts.count - 1]
    if time >= last { return starts.count - 1 + Int((time - last).microseconds / length) }
    var (low, high) = (0, starts.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= time { low = middle } else { high = middle }
    }
    return low
  }
}

extension Scenario {
  public var clock: HorizonClock { HorizonClock(days) }

  /// The weekday of a day of the horizon, or of one before or after it.
  public func weekday(ofDay day: Int) -> Weekday {
    if days.indices.contains(day) { return days[day].weekday }
    return day < 0 ? days[0].weekday.advanced(by: day) : days[days.count - 1].weekday.advanced(by: day - days.count + 1)
  }
}
