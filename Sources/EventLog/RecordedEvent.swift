public import ContactCenter

/// An event at its place in a stream: position 0, 1, 2, ... without gaps, and the instant at which it happened.
public struct RecordedEvent: Hashable, Sendable {
  public var position: Int
  public var time: SimulationTime
  public var event: Event

  public init(position: Int, time: SimulationTime, event: Event) {
    self.position = position
    self.time = time
    self.event = event
  }
}

extension EventRecord {
  /// The record of an event; the inverse of ``event``.
  public init(_ event: Event, at time: SimulationTime) {
    let time = time.microseconds
    switch event {
    case .replicationStarted(let horizon):
      self.init(kind: event.kind, time: time, reference: horizon.microseconds)
    case .replicationFinished:
      self.init(kind: event.kind, time: time)
    case .demandFactorDrawn(let queue, let scope, let group, let millionths):
      self.init(
        kind: event.kind, time: time, reference: Int64(millionths), queue: UInt64(queue),
        detail: UInt64(scope.rawValue) | UInt64(group) << 8)
    case .contactArrived(let contact, let queue):
      self.init(kind: event.kind, time: time, queue: UInt64(queue), contact: UInt64(contact))
    case .contactQueued(let contact, let queue, let position):
      self.init(kind: event.kind, time: time, queue: UInt64(queue), contact: UInt64(contact), detail: UInt64(position))
    case .contactAbandoned(let contact, let queue, let start), .contactDisconnected(let contact, let queue, let start):
      self.init(
        kind: event.kind, time: time, reference: start.microseconds, queue: UInt64(queue), contact: UInt64(contact))
    case .contactAnswered(let contact, let queue, let agent, let start),
      .contactCompleted(let contact, let queue, let agent, let start),
      .wrapUpEnded(let contact, let queue, let agent, let start),
      .attemptFailed(let contact, let queue, let agent, let start),
      .wrongPartyReached(let contact, let queue, let agent, let start),
      .talkDropped(let contact, let queue, let agent, let start):
      self.init(
        kind: event.kind, time: time, agent: UInt64(agent), reference: start.microseconds, queue: UInt64(queue),
        contact: UInt64(contact))
    case .contactBlocked(let contact, let queue, let reason):
      self.init(
        kind: event.kind, time: time, queue: UInt64(queue), contact: UInt64(contact), detail: UInt64(reason.rawValue))
    case .contactLinked(let contact, let queue, let link):
      self.init(
        kind: event.kind, time: time, reference: Int64(link.previous), queue: UInt64(queue), contact: UInt64(contact),
        detail: link.detail)
    case .waitAnnounced(let contact, let queue, let wait):
      self.init(
        kind: event.kind, time: time, reference: wait.microseconds, queue: UInt64(queue), contact: UInt64(contact))
    case .contactBalked(let contact, let queue), .selfServiceStarted(let contact, let queue):
      self.init(kind: event.kind, time: time, queue: UInt64(queue), contact: UInt64(contact))
    case .contactLeftMessage(let contact, let queue, let start), .callbackPromised(let contact, let queue, let start),
      .contactSelfServed(let contact, let queue, let start), .selfServiceLeft(let contact, let queue, let start),
      .customerLost(let contact, let queue, let start), .dialStarted(let contact, let queue, let start),
      .dialFailed(let contact, let queue, let start), .dialDropped(let contact, let queue, let start):
      self.init(
        kind: event.kind, time: time, reference: start.microseconds, queue: UInt64(queue), contact: UInt64(contact))
    case .contactTransferred(let contact, let queue, let agent, let start, let target):
      self.init(
        kind: event.kind, time: time, agent: UInt64(agent), reference: start.microseconds, queue: UInt64(queue),
        contact: UInt64(contact), detail: UInt64(target))
    case .outcomeRecorded(let contact, let queue, let agent, let isResolved):
      self.init(
        kind: event.kind, time: time, agent: UInt64(agent), queue: UInt64(queue), contact: UInt64(contact),
        detail: isResolved ? 1 : 0)
    case .satisfactionRated(let contact, let queue, let agent, let detail),
      .recommendationRated(let contact, let queue, let agent, let detail):
      self.init(
        kind: event.kind, time: time, agent: UInt64(agent), queue: UInt64(queue), contact: UInt64(contact),
        detail: UInt64(detail))
    case .appointmentMade(let contact, let queue, let agent, let isAccurate):
      self.init(
        kind: event.kind, time: time, agent: UInt64(agent), queue: UInt64(queue), contact: UInt64(contact),
        detail: isAccurate ? 1 : 0)
    case .qualityChecked(let contact, let queue, let agent, let passed, let criteria):
      self.init(
        kind: event.kind, time: time, agent: UInt64(agent), queue: UInt64(queue), contact: UInt64(contact),
        detail: UInt64(passed) | UInt64(criteria) << 8)
    case .wrapUpStarted(let contact, let queue, let agent):
      self.init(kind: event.kind, time: time, agent: UInt64(agent), queue: UInt64(queue), contact: UInt64(contact))
    case .outageStarted(let queue): self.init(kind: event.kind, time: time, queue: UInt64(queue))
    case .outageEnded(let queue, let start):
      self.init(kind: event.kind, time: time, reference: start.microseconds, queue: UInt64(queue))
    case .limitStarted(let contact, let queue, let limit, let due):
      self.init(
        kind: event.kind, time: time, reference: due.microseconds, queue: UInt64(queue), contact: UInt64(contact),
        detail: UInt64(limit.rawValue))
    case .limitKept(let contact, let queue, let limit, let isEscalation, let start),
      .limitMissed(let contact, let queue, let limit, let isEscalation, let start):
      self.init(
        kind: event.kind, time: time, reference: start.microseconds, queue: UInt64(queue), contact: UInt64(contact),
        detail: UInt64(limit.rawValue) | (isEscalation ? 1 << 8 : 0))
    case .contactDiverted(let contact, let queue, let target):
      self.init(
        kind: event.kind, time: time, queue: UInt64(queue), contact: UInt64(contact), detail: UInt64(target))
    case .refundDecided(let contact, let queue, let agent, let amount, let isGranted):
      self.init(
        kind: event.kind, time: time, agent: UInt64(agent), reference: Int64(amount), queue: UInt64(queue),
        contact: UInt64(contact), detail: isGranted ? 1 : 0)
    case .agentSignedIn(let agent, let detail), .breakStarted(let agent, let detail),
      .agentResigned(let agent, let detail), .agentHired(let agent, let detail):
      self.init(kind: event.kind, time: time, agent: UInt64(agent), detail: UInt64(detail))
    case .agentSignedOut(let agent, let detail, let reference), .breakEnded(let agent, let detail, let reference),
      .breakDelayed(let agent, let detail, let reference):
      self.init(
        kind: event.kind, time: time, agent: UInt64(agent), reference: reference.microseconds, detail: UInt64(detail))
    }
  }

  /// The typed event; nil where the kind's code is unknown to this build.
  public var event: Event? {
    guard let kind = EventKind(rawValue: kindCode) else { return nil }
    let start = SimulationTime(microseconds: reference)
    switch kind {
    case .replicationStarted: return .replicationStarted(horizon: start)
    case .replicationFinished: return .replicationFinished
    case .contactArrived: return .contactArrived(contact: contact, queue: queue)
    case .contactQueued: return .contactQueued(contact: contact, queue: queue, position: detail)
    case .contactAnswered: return .contactAnswered(contact: contact, queue: queue, agent: agent, queuedAt: start)
    case .contactAbandoned: return .contactAbandoned(contact: contact, queue: queue, queuedAt: start)
    case .contactDisconnected: return .contactDisconnected(contact: contact, queue: queue, queuedAt: start)
    case .contactCompleted: return .contactCompleted(contact: contact, queue: queue, agent: agent, answeredAt: start)
    case .wrapUpEnded: return .wrapUpEnded(contact: contact, queue: queue, agent: agent, talkEndedAt: start)
    case .contactBlocked:
      return BlockReason(rawValue: UInt8(truncatingIfNeeded: detail)).map {
        .contactBlocked(contact: contact, queue: queue, reason: $0)
      }
    case .contactLinked: return ContactLink(self).map { .contactLinked(contact: contact, queue: queue, link: $0) }
    case .waitAnnounced:
      return .waitAnnounced(contact: contact, queue: queue, wait: TimeSpan(microseconds: reference))
    case .contactBalked: return .contactBalked(contact: contact, queue: queue)
    case .contactLeftMessage: return .contactLeftMessage(contact: contact, queue: queue, queuedAt: start)
    case .callbackPromised: return .callbackPromised(contact: contact, queue: queue, queuedAt: start)
    case .selfServiceStarted: return .selfServiceStarted(contact: contact, queue: queue)
    case .contactSelfServed: return .contactSelfServed(contact: contact, queue: queue, startedAt: start)
    case .selfServiceLeft: return .selfServiceLeft(contact: contact, queue: queue, startedAt: start)
    case .customerLost: return .customerLost(contact: contact, queue: queue, arrivedAt: start)
    case .contactTransferred:
      return .contactTransferred(contact: contact, queue: queue, agent: agent, answeredAt: start, to: detail)
    case .outcomeRecorded:
      return .outcomeRecorded(contact: contact, queue: queue, agent: agent, isResolved: detail == 1)
    case .satisfactionRated:
      return .satisfactionRated(contact: contact, queue: queue, agent: agent, score: detail)
    case .recommendationRated:
      return .recommendationRated(contact: contact, queue: queue, agent: agent, score: detail)
    case .appointmentMade:
      return .appointmentMade(contact: contact, queue: queue, agent: agent, isAccurate: detail == 1)
    case .qualityChecked:
      return .qualityChecked(
        contact: contact, queue: queue, agent: agent, passed: detail & 0xFF, criteria: detail >> 8)
    case .wrapUpStarted: return .wrapUpStarted(contact: contact, queue: queue, agent: agent)
    case .demandFactorDrawn:
      return FactorScope(rawValue: UInt8(truncatingIfNeeded: detail)).map {
        .demandFactorDrawn(queue: queue, scope: $0, group: detail >> 8, millionths: Int(reference))
      }
    case .outageStarted: return .outageStarted(queue: queue)
    case .outageEnded: return .outageEnded(queue: queue, startedAt: start)
    case .limitStarted: return limit.map { .limitStarted(contact: contact, queue: queue, limit: $0, dueAt: start) }
    case .limitKept:
      return limit.map {
        .limitKept(contact: contact, queue: queue, limit: $0, isEscalation: isOfEscalation, startedAt: start)
      }
    case .limitMissed:
      return limit.map {
        .limitMissed(contact: contact, queue: queue, limit: $0, isEscalation: isOfEscalation, startedAt: start)
      }
    case .refundDecided:
      return .refundDecided(
        contact: contact, queue: queue, agent: agent, amountInCents: Int(reference), isGranted: detail == 1)
    case .attemptFailed: return .attemptFailed(contact: contact, queue: queue, agent: agent, answeredAt: start)
    case .wrongPartyReached:
      return .wrongPartyReached(contact: contact, queue: queue, agent: agent, answeredAt: start)
    case .dialStarted: return .dialStarted(contact: contact, queue: queue, queuedAt: start)
    case .dialFailed: return .dialFailed(contact: contact, queue: queue, startedAt: start)
    case .dialDropped: return .dialDropped(contact: contact, queue: queue, startedAt: start)
    case .talkDropped: return .talkDropped(contact: contact, queue: queue, agent: agent, answeredAt: start)
    case .contactDiverted: return .contactDiverted(contact: contact, queue: queue, to: detail)
    case .agentSignedIn: return .agentSignedIn(agent: agent, team: detail)
    case .agentSignedOut: return .agentSignedOut(agent: agent, team: detail, scheduledEnd: start)
    case .breakStarted: return .breakStarted(agent: agent, activity: detail)
    case .breakEnded: return .breakEnded(agent: agent, activity: detail, startedAt: start)
    case .breakDelayed: return .breakDelayed(agent: agent, activity: detail, dueAt: start)
    case .agentResigned: return .agentResigned(agent: agent, team: detail)
    case .agentHired: return .agentHired(agent: agent, team: detail)
    }
  }

  /// Of an event of a limit of time: whether the limit began with an escalation.
  public var isOfEscalation: Bool { detail >> 8 & 1 == 1 }

  private var limit: TimeLimit? { TimeLimit(rawValue: UInt8(truncatingIfNeeded: detail)) }
}
