/// A clock that runs only in open time: deadlines of four business hours do not count nights, weekends and holidays.
///
/// Empty stretches mean a center that never closes: every instant counts.
public struct BusinessClock: Hashable, Sendable {
  private let stretches: [TimeStretch]
  /// Business time before each stretch, in microseconds.
  private let before: [Int64]

  /// - Parameter openTime: in order, not overlapping, as ``SimulationPlan/openTime``.
  public init(openTime: [TimeStretch]) {
    stretches = openTime
    before = openTime.reduce(into: [0]) { $0.append($0[$0.count - 1] + ($1.end - $1.start).microseconds) }
  }

  /// Business time from one instant to another, zero where the second is not later. O(log stretches).
  public func elapsed(from start: SimulationTime, to end: SimulationTime) -> TimeSpan {
    guard end > start else { return .zero }
    return stretches.isEmpty ? end - start : TimeSpan(microseconds: reading(at: end) - reading(at: start))
  }

  /// The instant at which so much business time has passed; nil where the open time ends before. A deadline that is due
  /// when the center closes is due at closing, not at the next opening. O(log stretches).
  public func deadline(after start: SimulationTime, of span: TimeSpan) -> SimulationTime? {
    guard !stretches.isEmpty else { return start + span }
    guard span > .zero else { return start }
    let wanted = reading(at: start) + span.microseconds
    // The first stretch in which the clock reaches it.
    let index = Self.first(0..<stretches.count) { before[$0 + 1] >= wanted }
    guard index < stretches.count else { return nil }
    return stretches[index].start + TimeSpan(microseconds: wanted - before[index])
  }

  /// Whether an instant is open; the end of a stretch is not. O(log stretches).
  public func isOpen(at time: SimulationTime) -> Bool { opening(notBefore: time) == time }

  /// The first open instant that is not before another; nil where the open time has ended. O(log stretches).
  public func opening(notBefore time: SimulationTime) -> SimulationTime? {
    guard !stretches.isEmpty else { return time }
    let index = Self.first(0..<stretches.count) { stretches[$0].end > time }
    return index < stretches.count ? max(time, stretches[index].start) : nil
  }

  /// When somebody comes who would at an instant: then, where it is open. Else in the next open stretch, as far into it as
  /// the instant lies in the closed one: those of a night are spread over the day, in order. Of an open stretch its first
  /// 24 hours count. nil where the open time has ended. O(log stretches).
  public func arrival(wantedAt time: SimulationTime) -> SimulationTime? {
    guard let opening = opening(notBefore: time), opening != time else { return opening(notBefore: time) }
    let index = Self.first(0..<stretches.count) { stretches[$0].end > time }
    let closing = index > 0 ? stretches[index - 1].end : .zero
    let length = min(stretches[index].end - opening, .days(1))
    // The product is wider than 64 bits: months times a day.
    let product = UInt64((time - closing).microseconds).multipliedFullWidth(by: UInt64(length.microseconds))
    let (into, _) = UInt64((opening - closing).microseconds).dividingFullWidth(product)
    return opening + TimeSpan(microseconds: Int64(into))
  }

  /// Business time since the start of the horizon.
  private func reading(at time: SimulationTime) -> Int64 {
    let index = Self.first(0..<stretches.count) { stretches[$0].end > time }
    guard index < stretches.count, stretches[index].start < time else { return before[index] }
    return before[index] + (time - stretches[index].start).microseconds
  }

  /// The first place at which a condition holds that goes on holding from there; the end of the range where it never does.
  private static func first(_ range: Range<Int>, _ holds: (Int) -> Bool) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
