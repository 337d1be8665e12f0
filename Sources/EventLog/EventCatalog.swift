/// What every kind of event is called, how it lies in a log, and what it says: the source of `docs/events.md`.
///
/// A field keeps its meaning for ever. A kind that needs another field gets a new version, and a reader of logs a step
/// from the old version to the new one.
public enum EventCatalog {
  public struct Field: Hashable, Sendable {
    public var name: String
    public var meaning: String
  }

  public struct Entry: Hashable, Sendable {
    public var kind: EventKind
    /// The name in listings and exports: the case of ``Event``.
    public var name: String
    public var version: Int
    public var fields: [Field]
    /// One sentence: what happened.
    public var sentence: String
    public var code: UInt8 { kind.rawValue }
    /// Whether an agent does it, or it happens to one.
    public var namesAgent: Bool { fields.contains { $0.name == "agent" } }
    public var namesContact: Bool { fields.contains { $0.name == "contact" } }
  }

  /// In the order of codes.
  public static let all: [Entry] = EventKind.allCases.map(entry).sorted { $0.code < $1.code }

  public static func entry(of kind: EventKind) -> Entry {
    switch kind {
    case .replicationStarted:
      Entry(
        kind, "replicationStarted", [horizon], "A replication begins; contacts arrive until its horizon.")
    case .replicationFinished:
      Entry(kind, "replicationFinished", [], "The replication is over: nothing can happen any more.")
    case .demandFactorDrawn:
      Entry(
        kind, "demandFactorDrawn", [firstQueue, scope, group, millionths],
        "A stretch begins that chance has made busier or quieter than foreseen.")
    case .contactArrived:
      Entry(kind, "contactArrived", [contact, queue], "A contact reaches the center.")
    case .contactQueued:
      Entry(
        kind, "contactQueued", [contact, queue, position],
        "Nobody was free who serves the queue: the contact waits from the instant of its arrival.")
    case .contactAnswered:
      Entry(kind, "contactAnswered", [contact, queue, agent, queuedAt], "An agent takes the contact; talk begins.")
    case .contactAbandoned:
      Entry(kind, "contactAbandoned", [contact, queue, queuedAt], "The caller's patience ended; the caller hung up.")
    case .contactDisconnected:
      Entry(
        kind, "contactDisconnected", [contact, queue, queuedAt],
        "The center closed, or an outage began, and cut the waiting contact off.")
    case .contactCompleted:
      Entry(
        kind, "contactCompleted", [contact, queue, agent, answeredAt], "Talk ended; the contact leaves the center.")
    case .wrapUpEnded:
      Entry(
        kind, "wrapUpEnded", [contact, queue, agent, talkEndedAt],
        "After-contact work, which began when talk ended, is done; the agent is free.")
    case .contactBlocked:
      Entry(kind, "contactBlocked", [contact, queue, reason], "The contact meets a busy signal and leaves.")
    case .contactLinked:
      Entry(
        kind, "contactLinked", [contact, queue, cause, previous, rank],
        "The contact that has just arrived continues an earlier one.")
    case .waitAnnounced:
      Entry(
        kind, "waitAnnounced", [contact, queue, wait],
        "Nobody was free, and the caller is told how long the wait will be; the caller waits or balks.")
    case .contactBalked:
      Entry(kind, "contactBalked", [contact, queue], "Nobody was free, and the caller left at once.")
    case .contactLeftMessage:
      Entry(
        kind, "contactLeftMessage", [contact, queue, queuedAt], "The caller left a message instead of waiting on.")
    case .callbackPromised:
      Entry(
        kind, "callbackPromised", [contact, queue, queuedAt],
        "The caller hung up on the promise to be called back.")
    case .selfServiceStarted:
      Entry(kind, "selfServiceStarted", [contact, queue], "The voice menu, or the chat robot, takes the contact.")
    case .contactSelfServed:
      Entry(
        kind, "contactSelfServed", [contact, queue, startedAt], "Self-service was enough; the contact leaves.")
    case .selfServiceLeft:
      Entry(
        kind, "selfServiceLeft", [contact, queue, startedAt],
        "Self-service was not enough; the contact goes on to its queue.")
    case .customerLost:
      Entry(
        kind, "customerLost", [contact, queue, arrivedAt],
        "The customer whose first contact this was has given up for good. Told where customers may have several contacts."
      )
    case .contactTransferred:
      Entry(
        kind, "contactTransferred", [contact, queue, agent, answeredAt, to],
        "Talk ended; the agent hands the caller on, who arrives in another queue as a new contact.")
    case .wrapUpStarted:
      Entry(
        kind, "wrapUpStarted", [contact, queue, agent],
        "After-contact work begins, of an agent who may hold several contacts at once.")
    case .outcomeRecorded:
      Entry(
        kind, "outcomeRecorded", [contact, queue, agent, resolved], "What came of the contact that has just ended.")
    case .satisfactionRated:
      Entry(
        kind, "satisfactionRated", [contact, queue, agent, satisfaction],
        "The customer whose talk has just ended says how satisfied they are.")
    case .recommendationRated:
      Entry(
        kind, "recommendationRated", [contact, queue, agent, recommendation],
        "The customer whose talk has just ended says how likely they are to recommend the center.")
    case .appointmentMade:
      Entry(
        kind, "appointmentMade", [contact, queue, agent, accurate], "The talk that has just ended made an appointment.")
    case .qualityChecked:
      Entry(
        kind, "qualityChecked", [contact, queue, agent, passed, criteria],
        "The talk that has just ended is one of those that are checked.")
    case .outageStarted:
      Entry(kind, "outageStarted", [queue], "The queue can no longer be reached.")
    case .outageEnded:
      Entry(kind, "outageEnded", [queue, startedAt], "The queue can be reached again.")
    case .limitStarted:
      Entry(
        kind, "limitStarted", [contact, queue, limit, dueAt],
        "A limit of time begins to run for the contact, or for the matter that it is about.")
    case .limitKept:
      Entry(
        kind, "limitKept", [contact, queue, limit, isEscalation, startedAt],
        "What the limit asks for was done in time; the contact is the one with which it began.")
    case .limitMissed:
      Entry(
        kind, "limitMissed", [contact, queue, limit, isEscalation, startedAt],
        "The limit passed, or the center gave the matter up.")
    case .refundDecided:
      Entry(
        kind, "refundDecided", [contact, queue, agent, amountInCents, isGranted],
        "A refund was asked for in the talk that has ended.")
    case .attemptFailed:
      Entry(
        kind, "attemptFailed", [contact, queue, agent, answeredAt], "An agent tried to reach somebody, and did not.")
    case .wrongPartyReached:
      Entry(
        kind, "wrongPartyReached", [contact, queue, agent, answeredAt],
        "Somebody else answered than who was wanted; the agent's attempt, or talk with them, has ended.")
    case .dialStarted:
      Entry(
        kind, "dialStarted", [contact, queue, queuedAt],
        "The dialer takes the contact out of its line and dials, before an agent is there.")
    case .dialFailed:
      Entry(kind, "dialFailed", [contact, queue, startedAt], "Nobody was reached; the contact ends.")
    case .dialDropped:
      Entry(
        kind, "dialDropped", [contact, queue, startedAt],
        "Somebody answered while no agent was free, and the dialer hung up, or an outage cut the line.")
    case .talkDropped:
      Entry(kind, "talkDropped", [contact, queue, agent, answeredAt], "An outage cut the talk.")
    case .contactDiverted:
      Entry(
        kind, "contactDiverted", [contact, queue, to],
        "The queue could not be reached; the contact arrives in another one as a new contact.")
    case .agentSignedIn:
      Entry(kind, "agentSignedIn", [agent, team], "A scheduled agent begins a tour of duty.")
    case .agentSignedOut:
      Entry(
        kind, "agentSignedOut", [agent, team, scheduledEnd],
        "The agent leaves; a contact in hand may have held them beyond the scheduled end.")
    case .breakStarted:
      Entry(kind, "breakStarted", [agent, activity], "The agent stops taking contacts.")
    case .breakEnded:
      Entry(
        kind, "breakEnded", [agent, activity, startedAt], "The agent takes contacts again, or leaves from the break.")
    case .breakDelayed:
      Entry(
        kind, "breakDelayed", [agent, activity, dueAt],
        "A break begins that was due earlier, while the agent had a contact in hand.")
    case .agentResigned:
      Entry(
        kind, "agentResigned", [agent, team], "The agent leaves for good: the place is empty from the next tour on.")
    case .agentHired: Entry(kind, "agentHired", [agent, team], "A newcomer takes the empty place.")
    }
  }
}

extension EventCatalog.Entry {
  fileprivate init(_ kind: EventKind, _ name: String, _ fields: [EventCatalog.Field], _ sentence: String) {
    self.init(kind: kind, name: name, version: 1, fields: fields, sentence: sentence)
  }
}

extension EventCatalog {
  private static let horizon = Field(name: "horizon", meaning: "the first instant at which no contact arrives")
  private static let contact = Field(
    name: "contact", meaning: "number of the contact: 1, 2, 3, ... in order of arrival")
  private static let queue = Field(name: "queue", meaning: "index of the queue in the plan")
  private static let firstQueue = Field(name: "queue", meaning: "index of the first queue whose contacts it moves")
  private static let scope = Field(
    name: "scope", meaning: "1: the whole replication (forecast), 2: a day, 3: a reporting interval")
  private static let group = Field(name: "group", meaning: "arrival streams of one group share the draw")
  private static let millionths = Field(
    name: "millionths", meaning: "contacts come at this part of the expected rate, in millionths, rounded")
  private static let position = Field(
    name: "position", meaning: "place in the queue's line, 1 being the next to be served")
  private static let wait = Field(name: "wait", meaning: "announced wait, from the instant of the announcement")
  private static let agent = Field(name: "agent", meaning: "index of the agent in the plan")
  private static let queuedAt = Field(name: "queuedAt", meaning: "instant of arrival, from which the wait counts")
  private static let reason = Field(
    name: "reason", meaning: "1: the queue was full, 2: all trunks were busy, 3: an outage")
  private static let cause = Field(
    name: "cause",
    meaning: "1: redial, 2: repeat contact, 3: callback, 4: message, 5: transfer, 6: escalation, 7: complaint, "
      + "8: retry, 9: diversion, 10: review")
  private static let previous = Field(name: "previous", meaning: "number of the contact that this one continues")
  private static let rank = Field(name: "rank", meaning: "the customer's contacts before this one")
  private static let to = Field(name: "to", meaning: "index of the queue that gets the caller")
  private static let resolved = Field(name: "isResolved", meaning: "1: the matter is settled, 0: it is not")
  private static let satisfaction = Field(name: "score", meaning: "satisfaction, 1 to 5; recommendation, 0 to 10")
  private static let recommendation = satisfaction
  private static let accurate = Field(name: "isAccurate", meaning: "1: the appointment is right, 0: it is not")
  private static let passed = Field(name: "passed", meaning: "criteria that the talk passed")
  private static let criteria = Field(name: "criteria", meaning: "criteria of the check")
  private static let answeredAt = Field(name: "answeredAt", meaning: "instant at which talk began")
  private static let talkEndedAt = Field(name: "talkEndedAt", meaning: "instant at which wrap-up began")
  private static let team = Field(name: "team", meaning: "index of the agent's team in the plan")
  private static let scheduledEnd = Field(name: "scheduledEnd", meaning: "planned end of the tour, not after the event")
  private static let activity = Field(
    name: "activity", meaning: "index, among the plan's activities, of what keeps the agent away")
  private static let limit = Field(
    name: "limit", meaning: "1: until an agent takes the contact, 2: until the work is done")
  private static let dueAt = Field(
    name: "dueAt", meaning: "last instant that keeps the limit; instant at which the break was due")
  private static let isEscalation = Field(
    name: "isEscalation", meaning: "1: the contact with which the limit began was an escalation, 0: it was not")
  private static let amountInCents = Field(
    name: "amountInCents", meaning: "amount of the refund in hundredths of the currency")
  private static let isGranted = Field(
    name: "isGranted", meaning: "1: granted by the agent, 0: beyond what the agent may grant")
  private static let arrivedAt = Field(
    name: "arrivedAt", meaning: "instant at which the customer's first contact came")
  private static let startedAt = Field(name: "startedAt", meaning: "instant at which it began")
}
