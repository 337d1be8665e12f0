/// An instant of a replication: whole microseconds since local midnight of its first day.
///
/// The log stores instants in 48 bits, so the range is `0 ..< 2^48` µs, about 8.9 years.
public struct SimulationTime: Hashable, Comparable, Sendable {
  public var microseconds: Int64

  @inlinable public init(microseconds: Int64) { self.microseconds = microseconds }
  public static let zero = SimulationTime(microseconds: 0)
  /// The first instant that a log cannot hold.
  public static let limit = SimulationTime(microseconds: 1 << 48)

  @inlinable public static func < (left: SimulationTime, right: SimulationTime) -> Bool {
    left.microseconds < right.microseconds
  }
  @inlinable public static func + (time: SimulationTime, span: TimeSpan) -> SimulationTime {
    SimulationTime(microseconds: time.microseconds + span.microseconds)
  }
  @inlinable public static func - (left: SimulationTime, right: SimulationTime) -> TimeSpan {
    TimeSpan(microseconds: left.microseconds - right.microseconds)
  }
}
