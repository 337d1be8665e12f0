/// Outages by chance: up and down times alternate, both exponential, in equilibrium from the start.
public struct Fault: Hashable, Sendable {
  /// Indices of the queues that go down together.
  public var queues: [Int]
  /// Long-run part of the time, day and night, in which they can be reached; above 0, at most 100%.
  public var availability: Share
  /// Mean time to repair, at least a minute; mean time between failures follows.
  public var repair: TimeSpan
  public var handling: OutageHandling

  public init(queues: [Int], availability: Share, repair: TimeSpan, handling: OutageHandling = .blocked) {
    self.queues = queues
    self.availability = availability
    self.repair = repair
    self.handling = handling
  }
}
