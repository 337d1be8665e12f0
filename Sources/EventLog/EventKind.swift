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
  case contactBlocked = 15
  case contactLinked = 16
  case contactBalked = 17
  case contactLeftMessage = 18
  case callbackPromised = 19
  case selfServiceStarted = 20
  case contactSelfServed = 21
  case contactTransferred = 22
  case outcomeRecorded = 23

  case agentSignedIn = 24
  case agentSignedOut = 25
  case breakStarted = 26
  case breakEnded = 27

  case wrapUpStarted = 30

  case satisfactionRated = 50
  case recommendationRated = 51
  case appointmentMade = 52
  case qualityChecked = 53
  case agentResigned = 32
  case agentHired = 33
  case breakDelayed = 34
  case selfServiceLeft = 35
  case customerLost = 36
  case demandFactorDrawn = 38

  case outageStarted = 28
  case outageEnded = 29

  case wrongPartyReached = 39
  case limitStarted = 40
  case limitKept = 41
  case limitMissed = 42
  case refundDecided = 43
  case attemptFailed = 44
  case dialStarted = 45
  case dialFailed = 46
  case dialDropped = 47
  case talkDropped = 48
  case contactDiverted = 49

  case waitAnnounced = 55
}
