/// What comes of a talk that is not handed on: probabilities that the scenario states.
public struct OutcomeRules: Hashable, Sendable {
  /// Part that is resolved in this contact.
  public var resolved: Share
  /// Part of the unresolved that contacts the center again.
  public var repeats: Share
  /// From the end of the talk to the repeat contact.
  public var repeatDelay: DistributionSpecification?
  /// The queue of the repeat contact; nil for the same one.
  public var repeatQueue: Int?

  public init(
    resolved: Share, repeats: Share = .zero, repeatDelay: DistributionSpecification? = nil, repeatQueue: Int? = nil
  ) {
    self.resolved = resolved
    self.repeats = repeats
    self.repeatDelay = repeatDelay
    self.repeatQueue = repeatQueue
  }
}
