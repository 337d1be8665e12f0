/// A reason for which callers who would have to wait leave at once.
public struct Balking: Hashable, Sendable {
  public enum Condition: Hashable, Sendable {
    /// Nobody is free: some never wait. The atom at zero of their patience.
    case mustWait
    /// So many wait already.
    case lineLength(atLeast: Int)
    /// The wait that the center announces is so long: contacts ahead and this one x mean handle time / agents on duty
    /// who serve the queue.
    case announcedWait(atLeast: TimeSpan)
  }

  public var condition: Condition
  /// Part of those who meet the condition that leaves. Where several conditions hold, the greatest part counts.
  public var share: Share

  public init(_ condition: Condition, share: Share) {
    self.condition = condition
    self.share = share
  }
}
