public import ContactCenter

/// A law of the log that an event breaks.
public struct LogViolation: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Law: Hashable, Sendable {
    // The stream.
    case unknownKind(code: UInt8)
    /// A field that the kind does not have is not zero.
    case strayBits
    case positionSkipped(expected: Int)
    case timeRanBack(from: SimulationTime)
    case notStarted
    case startedTwice
    case afterTheEnd
    case notFinished
    /// The plan draws no such factor of the demand for a stretch that begins now.
    case noSuchFactor
    case factorDrawnTwice
    // Contacts.
    case contactOutOfSequence(expected: UInt32)
    case arrivedAfterHorizon(SimulationTime)
    /// It neither waits nor has just arrived.
    case contactNotThere
    /// It arrived, and at that instant was neither answered nor queued.
    case contactLost(UInt32)
    case wrongQueue(expected: Int)
    case wrongPosition(expected: Int)
    case wrongReference(expected: SimulationTime)
    /// The contact does not continue an earlier one.
    case wrongLink(previous: UInt32)
    /// The customer has given up before.
    case lostTwice(contact: UInt32)
    /// It has been told how long it will wait.
    case announcedTwice(contact: UInt32)
    /// It did not begin, has ended, or is due before it begins.
    case limitNotRunning
    case keptTooLate(due: SimulationTime)
    /// A score or a count that its scale does not have.
    case outOfRange
    case contactsDoNotAddUp(arrived: Int, ended: Int, inside: Int)
    // Outages.
    /// An outage holds everything up that the event begins.
    case queueIsDown
    /// Only an outage does what the event says.
    case queueIsUp
    // Agents.
    case agentAway
    case agentOnBreak
    case agentHolds(contact: UInt32)
    /// The agent does not hold what the event ends.
    case agentHoldsNot
    case signedInTwice
    case wrongTeam(expected: Int)
    case wrongActivity(expected: Int)
    case noBreak
    case scheduledEndAhead
    /// The break is not late.
    case notDelayed
    /// Nobody has the agent's place.
    case placeIsEmpty
    /// Somebody is hired for a place that is not empty.
    case placeIsTaken
    /// Signed out with a contact in hand and did not come back at that instant.
    case leftContact(agent: Int, contact: UInt32)
    // Routing.
    case notServed(byTeam: Int)
    case outOfTurn(expected: UInt32)
    case idleWhileWaiting(agent: Int, queue: Int)
  }

  /// Position in the stream, from 0; the number of events for what only the end shows.
  public var position: Int
  public var time: SimulationTime
  /// nil at the end of the stream, and for a kind that this build does not know.
  public var event: Event?
  public var law: Law

  public var description: String {
    let what = event.map { "\($0)" } ?? "-"
    return "event \(position) at \(time.microseconds) µs, \(what): \(law.sentence)"
  }
}

extension LogViolation.Law {
  var sentence: String {
    switch self {
    case .unknownKind(let code): "kind \(code) is unknown"
    case .strayBits: "a field that this kind does not have is not zero"
    case .positionSkipped(let expected): "position \(expected) was expected"
    case .timeRanBack(let from): "time ran back from \(from.microseconds) µs"
    case .notStarted: "the replication has not started"
    case .startedTwice: "the replication starts a second time"
    case .afterTheEnd: "the replication is over"
    case .notFinished: "the replication does not finish"
    case .noSuchFactor: "the plan draws no such factor here"
    case .factorDrawnTwice: "the factor is told a second time"
    case .contactOutOfSequence(let expected): "contact \(expected) was expected"
    case .arrivedAfterHorizon(let horizon): "contacts arrive until \(horizon.microseconds) µs"
    case .contactNotThere: "the contact neither waits nor has just arrived"
    case .contactLost(let contact): "contact \(contact) arrived and was neither answered nor queued"
    case .wrongQueue(let expected): "the contact is in queue \(expected)"
    case .wrongPosition(let expected): "the contact is number \(expected) of its queue"
    case .wrongReference(let expected): "the reference should be \(expected.microseconds) µs"
    case .wrongLink(let previous): "the contact cannot continue contact \(previous)"
    case .lostTwice(let contact): "the customer of contact \(contact) has given up before"
    case .announcedTwice(let contact): "contact \(contact) has been told its wait before"
    case .limitNotRunning: "there is no such limit that could begin or end now"
    case .keptTooLate(let due): "the limit was due at \(due.microseconds) µs"
    case .outOfRange: "its scale has no such number"
    case .contactsDoNotAddUp(let arrived, let ended, let inside):
      "\(arrived) contacts arrived, but \(ended) ended and \(inside) are inside"
    case .queueIsDown: "the queue is down"
    case .queueIsUp: "the queue is not down"
    case .agentAway: "the agent is not signed in"
    case .agentOnBreak: "the agent is on a break"
    case .agentHolds(let contact): "the agent holds contact \(contact)"
    case .agentHoldsNot: "the agent has no such work in hand"
    case .signedInTwice: "the agent is signed in already"
    case .wrongTeam(let expected): "the agent is of team \(expected)"
    case .wrongActivity(let expected): "the agent's break is activity \(expected)"
    case .noBreak: "the agent is not on a break"
    case .scheduledEndAhead: "the scheduled end lies after the sign-out"
    case .notDelayed: "the break is not late"
    case .placeIsEmpty: "the agent's place is empty"
    case .placeIsTaken: "the agent's place is not empty"
    case .leftContact(let agent, let contact): "agent \(agent) left with contact \(contact) in hand"
    case .notServed(let team): "team \(team) does not serve the queue"
    case .outOfTurn(let expected): "contact \(expected) was next"
    case .idleWhileWaiting(let agent, let queue): "agent \(agent) was idle while contacts of queue \(queue) waited"
    }
  }
}
