/// A stretch of a local day, from one clock time to another: `08:00-18:00`.
///
/// Times are spans since local midnight. `end` may lie past 24:00 (a night shift of 23:00-07:30 ends at 31:30), never
/// more than 24 hours after `start`, which lies in `00:00 ..< 24:00`.
public struct ClockRange: Hashable, Sendable {
  public var start: TimeSpan
  public var end: TimeSpan

  public init(start: TimeSpan, end: TimeSpan) {
    self.start = start
    self.end = end
  }

  public static let allDay = ClockRange(start: .zero, end: .days(1))
  public var length: TimeSpan { end - start }
  /// Whether the range holds this time of the same day. The end does not belong to the range.
  public func contains(_ time: TimeSpan) -> Bool { start <= time && time < end }
}
