/// Unresolved matters that come back as complaints. What comes of a complaint is the outcome of its queue.
public struct ComplaintRules: Hashable, Sendable {
  /// Part of the unresolved that complains; the others may repeat their contact.
  public var share: Share
  /// Queue that handles complaints; nil for the same one.
  public var queue: Int?
  /// From the end of the talk to the complaint.
  public var delay: DistributionSpecification

  public init(share: Share, queue: Int? = nil, delay: DistributionSpecification) {
    self.share = share
    self.queue = queue
    self.delay = delay
  }
}
