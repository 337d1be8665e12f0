/// What a rule may know of a contact that waits, and of the agent's skill in its queue.
public struct WaitingContact: Hashable, Sendable {
  /// Of the queue; 0 goes first.
  public var priority: Int
  /// Of the agent in this queue; 1 is the best.
  public var level: Int
  /// How long it has waited; from the first contact on where a place was kept.
  public var wait: TimeSpan
  /// Of the queue, see ``ContactRules``.
  public var headStart: TimeSpan
  public var weight: Double
  /// Contacts that wait in its line, itself included.
  public var lineLength: Int

  public init(priority: Int, level: Int, wait: TimeSpan, headStart: TimeSpan, weight: Double, lineLength: Int) {
    self.priority = priority
    self.level = level
    self.wait = wait
    self.headStart = headStart
    self.weight = weight
    self.lineLength = lineLength
  }
}
