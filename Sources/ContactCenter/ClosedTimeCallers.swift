/// Contacts that come while the center is closed, beside the volume of the open day.
public struct ClosedTimeCallers: Hashable, Sendable {
  /// Their number in units of the contacts expected in the open time next to them.
  public var share: Share
  /// They come within so long before opening, or after closing, at an even rate.
  public var within: TimeSpan
  /// Whether they hear that the center is closed and are cut off; else they join the line.
  public var areTurnedAway: Bool

  public init(share: Share, within: TimeSpan, areTurnedAway: Bool) {
    self.share = share
    self.within = within
    self.areTurnedAway = areTurnedAway
  }
}
