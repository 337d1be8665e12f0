/// What kind of fact an event states. Codes are written into logs: they are never reused and never renumbered.
public enum EventKind: UInt8, CaseIterable, Hashable, Sendable {
  case replicationStarted = 1
  case replicationFinished = 2

  case contactArrived = 8
  case contactQueued = 9
  case contactAnswered = 10
  case contactAbandoned = 11
  case contactDisconnected = 12
  case contactCompleted = 13
  case wrapUpEnded = 14

  case agentSignedIn = 24
  case agentSignedOut = 25
  case breakStarted = 26
  case breakEnded = 27
}
