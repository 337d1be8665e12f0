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

  /// A contact reaches the center.
  case contactArrived(contact: UInt32, queue: Int)
  /// Nobody was free: the contact waits at this position, 1 being the next to be served of its queue.
  case contactQueued(contact: UInt32, queue: Int, position: Int)
  /// An agent takes the contact. `queuedAt` is the instant of arrival when it never waited.
  case contactAnswered(contact: UInt32, queue: Int, agent: Int, queuedAt: SimulationTime)
  /// The caller's patience ended.
  case contactAbandoned(contact: UInt32, queue: Int, queuedAt: SimulationTime)
  /// The center closed and cut the line.
  case contactDisconnected(contact: UInt32, queue: Int, queuedAt: SimulationTime)
  /// Talk ended; the contact leaves.
  case contactCompleted(contact: UInt32, queue: Int, agent: Int, answeredAt: SimulationTime)
  /// After-contact work ended; the agent is free.
  case wrapUpEnded(contact: UInt32, queue: Int, agent: Int, talkEndedAt: SimulationTime)

  /// A scheduled agent begins the tour of duty.
  case agentSignedIn(agent: Int, team: Int)
  /// The agent leaves; `scheduledEnd` is earlier than the event's time when a contact held them.
  case agentSignedOut(agent: Int, team: Int, scheduledEnd: SimulationTime)
  /// The agent stops taking contacts.
  case breakStarted(agent: Int, activity: Int)
  /// The agent is back, or signs out from the break.
  case breakEnded(agent: Int, activity: Int, startedAt: SimulationTime)
}

extension Event {
  public var kind: EventKind {
    switch self {
    case .replicationStarted: .replicationStarted
    case .replicationFinished: .replicationFinished
    case .contactArrived: .contactArrived
    case .contactQueued: .contactQueued
    case .contactAnswered: .contactAnswered
    case .contactAbandoned: .contactAbandoned
    case .contactDisconnected: .contactDisconnected
    case .contactCompleted: .contactCompleted
    case .wrapUpEnded: .wrapUpEnded
    case .agentSignedIn: .agentSignedIn
    case .agentSignedOut: .agentSignedOut
    case .breakStarted: .breakStarted
    case .breakEnded: .breakEnded
    }
  }
}
