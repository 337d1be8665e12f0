/// A stretch of a replication, from `start` up to, not including, `end`.
public struct TimeStretch: Hashable, Sendable {
  public var start: SimulationTime
  public var end: SimulationTime

  public init(start: SimulationTime, end: SimulationTime) {
    self.start = start
    self.end = end
  }

  @inlinable public func contains(_ time: SimulationTime) -> Bool { start <= time && time < end }
}
