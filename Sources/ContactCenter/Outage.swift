/// A stretch of time in which queues cannot be reached.
public struct Outage: Hashable, Sendable {
  public var time: TimeStretch
  /// Indices of the queues that are cut off: contacts that arrive meet a busy signal; those who wait or talk stay.
  public var queues: [Int]

  public init(time: TimeStretch, queues: [Int]) {
    self.time = time
    self.queues = queues
  }
}
