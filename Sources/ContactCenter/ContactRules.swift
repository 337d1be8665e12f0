/// What happens to the contacts of a queue besides waiting, being answered and hanging up. ``none`` says that there is
/// nothing else; the simulator then takes its shortest way.
public struct ContactRules: Hashable, Sendable {
  public var channel = Channel.phone
  public var balking: [Balking] = []
  /// Contacts that can wait; who comes then meets a busy signal. nil: no limit.
  public var waitingPlaces: Int?
  /// Index of the trunk group whose lines the contacts hold while they are in self-service, wait or talk.
  public var trunkGroup: Int?
  public var selfService: SelfService?
  public var redial: Redial?
  public var waitOffer: WaitOffer?
  public var agentChoice = AgentChoice.longestIdle
  /// Head start in the choice by weighted wait.
  public var headStart = TimeSpan.zero
  /// Weight in the choice by weighted wait; above 0.
  public var weight = 1.0
  public var concurrency: Concurrency?
  public var transfers: [Transfer] = []
  public var outcome: OutcomeRules?
  public var limits: TimeLimits?
  public var escalations: [Escalation] = []
  public var refunds: RefundRules?
  public var complaints: ComplaintRules?
  public var ratings: RatingRules?
  public var dialing: Dialing?
  /// Which completed contacts a supervisor reviews.
  public var review: ReviewRule?

  /// Whether somebody whose contact it is may have another one, or reaches the line later than the center.
  public var mayGoOn: Bool {
    redial != nil || waitOffer != nil || selfService != nil || outcome != nil || complaints != nil || dialing != nil
      || review != nil || !transfers.isEmpty || !escalations.isEmpty
  }

  public init() {}
  public static let none = ContactRules()
}
