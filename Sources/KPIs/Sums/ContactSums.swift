/// What happened to the contacts of one queue that arrived in one stretch of time. Counts and microseconds, so that
/// merging two stretches is addition and every ratio is derived in one place.
public struct ContactSums: Hashable, Sendable {
  /// Contacts that reached their line, booked where they did: after self-service, and after a dialer's call to them. Those
  /// who met a busy signal before are among them; those whom an outage sent on are so in the queue that stands in.
  public var offered: Int64 = 0
  public var answered: Int64 = 0
  /// Answered after a wait of at most the acceptable wait; which wait that is, ``WaitBasis`` says.
  public var answeredInTime: Int64 = 0
  public var abandoned: Int64 = 0
  /// Abandoned after a wait of at most the acceptable wait.
  public var abandonedInTime: Int64 = 0
  public var disconnected: Int64 = 0
  /// Wait of the answered.
  public var waitAnswered: Int64 = 0
  /// Wait of those who abandoned or were disconnected.
  public var waitLost: Int64 = 0
  /// Talks that ended, and their length: booked where the talk began; wrap-up where the wrap-up began.
  public var completed: Int64 = 0
  public var talk: Int64 = 0
  public var wrapUp: Int64 = 0

  // Where the scenario has rules beyond waiting and answering.
  /// Met a busy signal; part of the offered.
  public var blocked: Int64 = 0
  /// Contained in self-service; not offered to anybody.
  public var selfServed: Int64 = 0
  /// Time in self-service, of those whom it contained and of the others; booked where it began.
  public var selfService: Int64 = 0
  /// Went on from self-service to the line; booked where self-service began.
  public var selfServiceLeft: Int64 = 0
  /// Arrived here and reached their line in a later stretch, less those who reached it here and arrived in an earlier one:
  /// over all stretches none.
  public var reachedLater: Int64 = 0
  /// Customers who gave up for good, booked where their first contact came.
  public var customersLost: Int64 = 0
  /// Left a message instead of waiting on.
  public var messagesLeft: Int64 = 0
  /// Hung up on the promise to be called back.
  public var callbacksPromised: Int64 = 0
  /// Handed on by an agent at the end of the talk; part of the completed.
  public var transferred: Int64 = 0
  /// Came after an attempt that failed.
  public var redials: Int64 = 0
  /// Came because an earlier contact did not resolve the matter.
  public var repeats: Int64 = 0
  /// Calls that keep a promise to call back.
  public var callbacks: Int64 = 0
  /// Messages that were left, as work.
  public var messages: Int64 = 0
  /// Came by an agent's transfer.
  public var transfersIn: Int64 = 0
  /// Came to review how another contact was handled.
  public var reviews: Int64 = 0
  /// Of the answered, those.
  public var reviewsAnswered: Int64 = 0
  /// Completed and resolved, and completed and not resolved, where outcomes are drawn; booked at the end of talk.
  public var resolved: Int64 = 0
  public var unresolved: Int64 = 0
  /// What was said of the talks, where the scenario states it; booked at their end.
  public var outcomes = OutcomeSums()

  // Limits of time, booked where they began; escalations and complaints where they arrived, refunds where decided.
  public var limitsKept: Int64 = 0
  public var limitsMissed: Int64 = 0
  /// Of the limits that began with an escalation.
  public var escalationLimitsKept: Int64 = 0
  public var escalationLimitsMissed: Int64 = 0
  /// Came because an agent handed the matter to a higher tier.
  public var escalations: Int64 = 0
  /// Came to complain about an earlier contact.
  public var complaints: Int64 = 0
  /// Refunds granted, and their amounts in hundredths of the currency.
  public var refunds: Int64 = 0
  public var refundCents: Int64 = 0

  // Outbound and outages.
  /// Came because an attempt before did not reach anybody.
  public var retries: Int64 = 0
  /// Attempts by agents, and by dialers, that reached nobody, or the wrong party.
  public var attemptsFailed: Int64 = 0
  public var dialsFailed: Int64 = 0
  /// Reached, and dropped because no agent was free.
  public var dialsDropped: Int64 = 0
  /// Talks that an outage cut; part of the answered.
  public var talksDropped: Int64 = 0
  /// Sent to another queue in an outage, and not offered here. And what came so, in the other queue.
  public var diverted: Int64 = 0
  public var diversions: Int64 = 0

  // Where the plan has deferred work, outages or faults: microseconds, so that a mean over time is a ratio of two sums.
  /// Time of the horizon.
  public var observed: Int64 = 0
  /// Of it, while the queue could not be reached.
  public var unreachable: Int64 = 0
  /// Contacts waiting x time, of deferred work.
  public var backlog: Int64 = 0
  /// Age of the oldest that waits, summed over time, in thousandths of a squared second.
  public var oldestAge: Int64 = 0

  public init() {}

  public static func += (left: inout ContactSums, right: ContactSums) {
    left.offered += right.offered
    left.answered += right.answered
    left.answeredInTime += right.answeredInTime
    left.abandoned += right.abandoned
    left.abandonedInTime += right.abandonedInTime
    left.disconnected += right.disconnected
    left.waitAnswered += right.waitAnswered
    left.waitLost += right.waitLost
    left.completed += right.completed
    left.talk += right.talk
    left.wrapUp += right.wrapUp
    left.blocked += right.blocked
    left.selfServed += right.selfServed
    left.selfService += right.selfService
    left.selfServiceLeft += right.selfServiceLeft
    left.reachedLater += right.reachedLater
    left.customersLost += right.customersLost
    left.messagesLeft += right.messagesLeft
    left.callbacksPromised += right.callbacksPromised
    left.transferred += right.transferred
    left.redials += right.redials
    left.repeats += right.repeats
    left.callbacks += right.callbacks
    left.messages += right.messages
    left.transfersIn += right.transfersIn
    left.reviews += right.reviews
    left.reviewsAnswered += right.reviewsAnswered
    left.resolved += right.resolved
    left.unresolved += right.unresolved
    left.limitsKept += right.limitsKept
    left.limitsMissed += right.limitsMissed
    left.escalationLimitsKept += right.escalationLimitsKept
    left.escalationLimitsMissed += right.escalationLimitsMissed
    left.escalations += right.escalations
    left.complaints += right.complaints
    left.refunds += right.refunds
    left.refundCents += right.refundCents
    left.outcomes += right.outcomes
    left.retries += right.retries
    left.attemptsFailed += right.attemptsFailed
    left.dialsFailed += right.dialsFailed
    left.dialsDropped += right.dialsDropped
    left.talksDropped += right.talksDropped
    left.diverted += right.diverted
    left.diversions += right.diversions
    left.observed += right.observed
    left.unreachable += right.unreachable
    left.backlog += right.backlog
    left.oldestAge += right.oldestAge
  }
}
