/// How many contacts of a queue an agent holds at once, and what that costs.
public struct Concurrency: Hashable, Sendable {
  /// 2 or more. A contact joins others in an agent's hands only where all of their queues allow it.
  public var limit: Int
  /// Work on each contact takes (1 + slowdown x (contacts in hand - 1)) times as long while they are in hand together.
  public var slowdown: Share

  public init(limit: Int, slowdown: Share) {
    self.limit = limit
    self.slowdown = slowdown
  }

  /// Part of a person's time that a contact takes where all hands are full, of its time alone: above 0, at most 1 unless the
  /// slowdown is above 100%.
  public var personShare: Double { personShare(holding: limit) }

  /// The same where people hold so many, 1 or more: 1 for one.
  public func personShare(holding count: Int) -> Double { (1 + slowdown.fraction * Double(count - 1)) / Double(count) }
}
