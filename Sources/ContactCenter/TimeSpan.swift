/// A length of time in whole microseconds. Negative spans exist (a difference of instants), negative durations of
/// work do not.
public struct TimeSpan: Hashable, Comparable, Sendable {
  public var microseconds: Int64

  @inlinable public init(microseconds: Int64) { self.microseconds = microseconds }
  @inlinable public static func seconds(_ count: Int64) -> TimeSpan { TimeSpan(microseconds: count * 1_000_000) }
  @inlinable public static func minutes(_ count: Int64) -> TimeSpan { .seconds(count * 60) }
  @inlinable public static func hours(_ count: Int64) -> TimeSpan { .seconds(count * 3_600) }
  @inlinable public static func days(_ count: Int64) -> TimeSpan { .seconds(count * 86_400) }
  public static let zero = TimeSpan(microseconds: 0)

  /// The span in seconds, for reports and closed formulas; never written into a log.
  @inlinable public var inSeconds: Double { Double(microseconds) / 1_000_000 }
  @inlinable public var inHours: Double { inSeconds / 3_600 }

  @inlinable public static func < (left: TimeSpan, right: TimeSpan) -> Bool { left.microseconds < right.microseconds }
  @inlinable public static func + (left: TimeSpan, right: TimeSpan) -> TimeSpan {
    TimeSpan(microseconds: left.microseconds + right.microseconds)
  }
  @inlinable public static func - (left: TimeSpan, right: TimeSpan) -> TimeSpan {
    TimeSpan(microseconds: left.microseconds - right.microseconds)
  }
  @inlinable public static func * (count: Int64, span: TimeSpan) -> TimeSpan {
    TimeSpan(microseconds: count * span.microseconds)
  }
}
