/// How many times as much in a stretch of every day.
public struct ClockFactor: Hashable, Sendable {
  public var clock: ClockRange
  /// Above 0.
  public var factor: Double

  public init(clock: ClockRange, factor: Double) {
    self.clock = clock
    self.factor = factor
  }
}
