/// The voice menu, or the chat robot, that contacts meet before their queue. They hold a line meanwhile.
public struct SelfService: Hashable, Sendable {
  /// Part that it contains: they leave satisfied, without an agent.
  public var contained: Share
  /// Time spent in it, by those whom it contains and those whom it does not.
  public var time: DistributionSpecification

  public init(contained: Share, time: DistributionSpecification) {
    self.contained = contained
    self.time = time
  }
}
