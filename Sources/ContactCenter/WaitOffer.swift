/// What those who have waited for a while are offered instead of waiting on.
public struct WaitOffer: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// They leave a message and go; the message becomes work of a queue, or of none.
    case message(queue: Int?)
    /// They hang up and are called back by this queue; with `keepsPlace` their turn comes as if they waited on
    /// (virtual hold).
    case callback(queue: Int, keepsPlace: Bool)
  }

  /// The wait after which it is offered.
  public var after: TimeSpan
  /// Part that accepts.
  public var share: Share
  public var kind: Kind

  public init(after: TimeSpan, share: Share, kind: Kind) {
    self.after = after
    self.share = share
    self.kind = kind
  }
}
