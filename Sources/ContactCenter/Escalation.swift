/// Talks that end with the matter handed to a higher tier, where it has clocks of its own. The caller does not hold a line
/// where the tier's queue is deferred work.
public struct Escalation: Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    /// Part of the queue's talks. The parts of one queue sum to at most 1.
    case share(Share)
    /// A refund above what the people of the queue may grant, in units of the currency.
    case refundAbove(Double)
  }

  /// Queue of the tier.
  public var queue: Int
  public var reason: Reason
  /// Part of the talks; nil where refunds decide.
  public var share: Share? {
    if case .share(let share) = reason { share } else { nil }
  }
  /// From the talk to the work of the tier, such as an investigation; nil: at once.
  public var rest: DistributionSpecification?

  public init(queue: Int, reason: Reason, rest: DistributionSpecification? = nil) {
    self.queue = queue
    self.reason = reason
    self.rest = rest
  }
}
