public import ContactCenter

/// A fact of a replication, in the past tense. The typed view of an ``EventRecord``.
///
/// Contacts are numbered 1, 2, 3, ... in order of arrival; agents, teams, queues and activities by their index in the
/// plan. Closing events carry the instant that they close on, never a duration, so that a fold over single events
/// gives waits and handle times and `LogInvariants` can check the redundancy.
public enum Event: Hashable, Sendable {
  /// The replication begins; contacts arrive until `horizon`.
  case replicationStarted(horizon: SimulationTime)
  /// Nothing can happen any more.
  case replicationFinished

  /// Chance has made a stretch that begins busier or quieter than foreseen: contacts come at this many millionths of the
  /// expected rate, rounded. `queue` is the first of those whose contacts it moves; streams of one group share the draw.
  case demandFactorDrawn(queue: Int, scope: FactorScope, group: Int, millionths: Int)

  /// A contact reaches the center.
  case contactArrived(contact: UInt32, queue: Int)
  /// Nobody was free: the contact waits at this position, 1 being the next to be served of its queue.
  case contactQueued(contact: UInt32, queue: Int, position: Int)
  /// An agent takes the contact. `queuedAt` is the instant of arrival when it never waited.
  case contactAnswered(contact: UInt32, queue: Int, agent: Int, queuedAt: SimulationTime)
  /// The caller's patience ended.
  case contactAbandoned(contact: UInt32, queue: Int, queuedAt: SimulationTime)
  /// The center closed, or an outage began, and cut the line.
  case contactDisconnected(contact: UInt32, queue: Int, queuedAt: SimulationTime)
  /// Talk ended; the contact leaves.
  case contactCompleted(contact: UInt32, queue: Int, agent: Int, answeredAt: SimulationTime)
  /// After-contact work ended; the agent is free.
  case wrapUpEnded(contact: UInt32, queue: Int, agent: Int, talkEndedAt: SimulationTime)
  /// The contact meets a busy signal.
  case contactBlocked(contact: UInt32, queue: Int, reason: BlockReason)
  /// The contact that has just arrived continues an earlier one.
  case contactLinked(contact: UInt32, queue: Int, link: ContactLink)
  /// Nobody was free, and the caller is told to wait so long.
  case waitAnnounced(contact: UInt32, queue: Int, wait: TimeSpan)
  /// Nobody was free, and the caller left at once.
  case contactBalked(contact: UInt32, queue: Int)
  /// The caller left a message instead of waiting on.
  case contactLeftMessage(contact: UInt32, queue: Int, queuedAt: SimulationTime)
  /// The caller hung up on the promise to be called back.
  case callbackPromised(contact: UInt32, queue: Int, queuedAt: SimulationTime)
  /// The voice menu, or the chat robot, begins with the contact.
  case selfServiceStarted(contact: UInt32, queue: Int)
  /// Self-service was enough; the contact leaves.
  case contactSelfServed(contact: UInt32, queue: Int, startedAt: SimulationTime)
  /// Self-service was not enough; the contact goes on to its queue.
  case selfServiceLeft(contact: UInt32, queue: Int, startedAt: SimulationTime)
  /// The customer whose first contact this was has given up for good.
  case customerLost(contact: UInt32, queue: Int, arrivedAt: SimulationTime)
  /// Talk ended; the agent hands the caller on to another queue.
  case contactTransferred(contact: UInt32, queue: Int, agent: Int, answeredAt: SimulationTime, to: Int)
  /// After-contact work begins. Written only for agents who may hold several contacts: of the others the end says enough.
  case wrapUpStarted(contact: UInt32, queue: Int, agent: Int)
  /// What came of a completed contact.
  case outcomeRecorded(contact: UInt32, queue: Int, agent: Int, isResolved: Bool)
  /// The customer says how satisfied they are, 1 to 5.
  case satisfactionRated(contact: UInt32, queue: Int, agent: Int, score: Int)
  /// The customer says how likely they are to recommend the center, 0 to 10.
  case recommendationRated(contact: UInt32, queue: Int, agent: Int, score: Int)
  /// The talk made an appointment, for the right time, place and person or not.
  case appointmentMade(contact: UInt32, queue: Int, agent: Int, isAccurate: Bool)
  /// The talk is one of those that are checked: so many of its criteria are passed.
  case qualityChecked(contact: UInt32, queue: Int, agent: Int, passed: Int, criteria: Int)

  /// A scheduled agent begins the tour of duty.
  case agentSignedIn(agent: Int, team: Int)
  /// The agent leaves; `scheduledEnd` is earlier than the event's time when a contact held them.
  case agentSignedOut(agent: Int, team: Int, scheduledEnd: SimulationTime)
  /// The agent stops taking contacts.
  case breakStarted(agent: Int, activity: Int)
  /// The agent is back, or signs out from the break.
  case breakEnded(agent: Int, activity: Int, startedAt: SimulationTime)

  /// A break begins that was due earlier, while the agent had a contact in hand; its start follows.
  case breakDelayed(agent: Int, activity: Int, dueAt: SimulationTime)
  /// The agent leaves for good: the place is empty from the next tour on.
  case agentResigned(agent: Int, team: Int)
  /// A newcomer takes the empty place.
  case agentHired(agent: Int, team: Int)

  /// A queue can no longer be reached.
  case outageStarted(queue: Int)
  /// It can be reached again.
  case outageEnded(queue: Int, startedAt: SimulationTime)

  /// A limit of time begins to run for the contact, or for the matter that it is about.
  case limitStarted(contact: UInt32, queue: Int, limit: TimeLimit, dueAt: SimulationTime)
  /// What the limit asks for was done in time. `contact` is the one with which it began.
  case limitKept(contact: UInt32, queue: Int, limit: TimeLimit, isEscalation: Bool, startedAt: SimulationTime)
  /// The limit passed, or the center gave the matter up.
  case limitMissed(contact: UInt32, queue: Int, limit: TimeLimit, isEscalation: Bool, startedAt: SimulationTime)
  /// A refund was asked for in the talk that ends: the agent granted it, or it is beyond what the agent may grant.
  case refundDecided(contact: UInt32, queue: Int, agent: Int, amountInCents: Int, isGranted: Bool)

  /// An agent tried to reach somebody, and did not.
  case attemptFailed(contact: UInt32, queue: Int, agent: Int, answeredAt: SimulationTime)
  /// Somebody else answered than who was wanted; the agent's talk with them has ended.
  case wrongPartyReached(contact: UInt32, queue: Int, agent: Int, answeredAt: SimulationTime)
  /// The dialer takes the contact out of its line and dials, before an agent is there.
  case dialStarted(contact: UInt32, queue: Int, queuedAt: SimulationTime)
  /// Nobody was reached.
  case dialFailed(contact: UInt32, queue: Int, startedAt: SimulationTime)
  /// Somebody answered while no agent was free, and the dialer hung up.
  case dialDropped(contact: UInt32, queue: Int, startedAt: SimulationTime)
  /// An outage cut the talk.
  case talkDropped(contact: UInt32, queue: Int, agent: Int, answeredAt: SimulationTime)
  /// The queue could not be reached, and the contact was sent to another one.
  case contactDiverted(contact: UInt32, queue: Int, to: Int)
}

extension Event {
  public var kind: EventKind {
    switch self {
    case .replicationStarted: .replicationStarted
    case .replicationFinished: .replicationFinished
    case .demandFactorDrawn: .demandFactorDrawn
    case .contactArrived: .contactArrived
    case .contactQueued: .contactQueued
    case .contactAnswered: .contactAnswered
    case .contactAbandoned: .contactAbandoned
    case .contactDisconnected: .contactDisconnected
    case .contactCompleted: .contactCompleted
    case .wrapUpEnded: .wrapUpEnded
    case .contactBlocked: .contactBlocked
    case .contactLinked: .contactLinked
    case .waitAnnounced: .waitAnnounced
    case .contactBalked: .contactBalked
    case .contactLeftMessage: .contactLeftMessage
    case .callbackPromised: .callbackPromised
    case .selfServiceStarted: .selfServiceStarted
    case .contactSelfServed: .contactSelfServed
    case .selfServiceLeft: .selfServiceLeft
    case .customerLost: .customerLost
    case .contactTransferred: .contactTransferred
    case .wrapUpStarted: .wrapUpStarted
    case .outcomeRecorded: .outcomeRecorded
    case .satisfactionRated: .satisfactionRated
    case .recommendationRated: .recommendationRated
    case .appointmentMade: .appointmentMade
    case .qualityChecked: .qualityChecked
    case .agentSignedIn: .agentSignedIn
    case .agentSignedOut: .agentSignedOut
    case .breakStarted: .breakStarted
    case .breakEnded: .breakEnded
    case .breakDelayed: .breakDelayed
    case .agentResigned: .agentResigned
    case .agentHired: .agentHired
    case .outageStarted: .outageStarted
    case .outageEnded: .outageEnded
    case .limitStarted: .limitStarted
    case .limitKept: .limitKept
    case .limitMissed: .limitMissed
    case .refundDecided: .refundDecided
    case .attemptFailed: .attemptFailed
    case .wrongPartyReached: .wrongPartyReached
    case .dialStarted: .dialStarted
    case .dialFailed: .dialFailed
    case .dialDropped: .dialDropped
    case .talkDropped: .talkDropped
    case .contactDiverted: .contactDiverted
    }
  }
}
