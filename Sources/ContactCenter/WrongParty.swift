/// Outbound calls that somebody else answers than who is wanted.
public struct WrongParty: Hashable, Sendable {
  /// Part of the attempts; with the part that reaches the right party at most all.
  public var share: Share
  /// Talk of an agent with them.
  public var handleTime: DistributionSpecification

  public init(share: Share, handleTime: DistributionSpecification) {
    self.share = share
    self.handleTime = handleTime
  }
}
