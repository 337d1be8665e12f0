/// A stretch of a replication in which paid time costs more.
public struct PayPremium: Hashable, Sendable {
  public var time: TimeStretch
  /// Part of the wage that is paid on top.
  public var share: Share

  public init(time: TimeStretch, share: Share) {
    self.time = time
    self.share = share
  }
}
