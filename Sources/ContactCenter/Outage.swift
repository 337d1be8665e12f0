/// A stretch of time in which queues cannot be reached.
public struct Outage: Hashable, Sendable {
  public var time: TimeStretch
  /// Indices of the queues that are cut off.
  public var queues: [Int]
  public var handling: OutageHandling

  public init(time: TimeStretch, queues: [Int], handling: OutageHandling = .blocked) {
    self.time = time
    self.queues = queues
    self.handling = handling
  }
}
