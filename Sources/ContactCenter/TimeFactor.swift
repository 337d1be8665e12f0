/// How many times as much in a stretch of a replication.
public struct TimeFactor: Hashable, Sendable {
  public var time: TimeStretch
  /// Above 0, at most 1,000.
  public var factor: Double

  public init(time: TimeStretch, factor: Double) {
    self.time = time
    self.factor = factor
  }
}
