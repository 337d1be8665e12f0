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
    case .contactArrived(let contact, let queue):
      self.init(kind: event.kind, time: time, queue: UInt64(queue), contact: UInt64(contact))
    case .contactQueued(let contact, let queue, let position):
      self.init(kind: event.kind, time: time, queue: UInt64(queue), contact: UInt64(contact), detail: UInt64(position))
    case .contactAbandoned(let contact, let queue, let start), .contactDisconnected(let contact, let queue, let start):
      self.init(
        kind: event.kind, time: time, reference: start.microseconds, queue: UInt64(queue), contact: UInt64(contact))
    case .contactAnswered(let contact, let queue, let agent, let start),
      .contactCompleted(let contact, let queue, let agent, let start),
      .wrapUpEnded(let contact, let queue, let agent, let start):
      self.init(
        kind: event.kind, time: time, agent: UInt64(agent), reference: start.microseconds, queue: UInt64(queue),
        contact: UInt64(contact))
    case .agentSignedIn(let agent, let detail), .breakStarted(let agent, let detail):
      self.init(kind: event.kind, time: time, agent: UInt64(agent), detail: UInt64(detail))
    case .agentSignedOut(let agent, let detail, let reference), .breakEnded(let agent, let detail, let reference):
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
    case .agentSignedIn: return .agentSignedIn(agent: agent, team: detail)
    case .agentSignedOut: return .agentSignedOut(agent: agent, team: detail, scheduledEnd: start)
    case .breakStarted: return .breakStarted(agent: agent, activity: detail)
    case .breakEnded: return .breakEnded(agent: agent, activity: detail, startedAt: start)
    }
  }
}
