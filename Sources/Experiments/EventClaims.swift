internal import ContactCenter
internal import EventLog

/// What an event of a kind says that a plan must hold, looked up by its code: a log of millions of events is held against
/// its plan without the typed event.
struct EventClaims: OptionSet {
  let rawValue: UInt16

  /// A kind of this build.
  static let known = EventClaims(rawValue: 1)
  /// It names a queue, an agent; without these the fields are 0.
  static let queue = EventClaims(rawValue: 2)
  static let agent = EventClaims(rawValue: 4)
  /// Its reference is an instant that has been.
  static let start = EventClaims(rawValue: 8)
  /// Its detail is the agent's team, an activity, another queue, or one of some codes.
  static let team = EventClaims(rawValue: 16)
  static let activity = EventClaims(rawValue: 32)
  static let target = EventClaims(rawValue: 64)
  static let code = EventClaims(rawValue: 128)
  /// Its reference is the horizon.
  static let horizon = EventClaims(rawValue: 256)
  static let details: EventClaims = [.team, .activity, .target, .code, .horizon]

  static let byCode = (UInt8.min...UInt8.max).map { code in
    EventKind(rawValue: code).map { of($0).union(.known) } ?? []
  }

  private static func of(_ kind: EventKind) -> EventClaims {
    switch kind {
    case .replicationStarted: .horizon
    case .replicationFinished: []
    case .contactArrived, .contactQueued, .waitAnnounced, .contactBalked, .selfServiceStarted, .outageStarted:
      .queue
    case .contactBlocked, .contactLinked, .limitStarted, .demandFactorDrawn: [.queue, .code]
    case .contactAbandoned, .contactDisconnected, .contactLeftMessage, .callbackPromised, .contactSelfServed,
      .selfServiceLeft, .customerLost, .outageEnded, .dialStarted, .dialFailed, .dialDropped:
      [.queue, .start]
    case .limitKept, .limitMissed: [.queue, .start, .code]
    case .contactAnswered, .contactCompleted, .wrapUpEnded, .attemptFailed, .wrongPartyReached, .talkDropped:
      [.queue, .agent, .start]
    case .contactTransferred: [.queue, .agent, .start, .target]
    case .contactDiverted: [.queue, .target]
    case .outcomeRecorded, .wrapUpStarted, .refundDecided, .satisfactionRated, .recommendationRated, .appointmentMade,
      .qualityChecked:
      [.queue, .agent]
    case .agentSignedIn, .agentSignedOut, .agentResigned, .agentHired: [.agent, .team]
    case .breakStarted: [.agent, .activity]
    case .breakEnded, .breakDelayed: [.agent, .activity, .start]
    }
  }

  /// Whether what the detail claims is so. The agent is known to be one of the plan.
  func fitDetails(of record: EventRecord, _ plan: SimulationPlan, queues: Int) -> Bool {
    if contains(.team), plan.agents[record.agent].team != record.detail { return false }
    if contains(.activity), record.detail >= plan.activities.count { return false }
    if contains(.target), record.detail >= queues { return false }
    if contains(.horizon), record.reference != plan.horizon.microseconds { return false }
    return !contains(.code) || record.event != nil
  }
}
