/// What a random number is for. Each purpose has a stream of its own, so that a new use never shifts an old one.
/// Codes enter the streams' keys: they are never reused and never renumbered.
public enum RandomPurpose: UInt64, CaseIterable, Hashable, Sendable {
  case interarrival = 1
  case contactType = 2
  case patience = 3
  case handleTime = 4
  case wrapUp = 5
  case absence = 6
  /// How many are absent on a day on which absences are correlated.
  case absenceLevel = 7

  // How people keep to the plan.
  case lateness = 8
  case overrun = 9
  case straying = 10
  case afterContact = 11
  case resignation = 12

  // What rules ask of a customer.
  case balking = 32
  case redial = 33
  case redialDelay = 34
  case laterPatience = 35
  case laterHandleTime = 36
  case laterWrapUp = 37
  case agentChoice = 38
  case offer = 39
  case selfService = 40
  case selfServiceTime = 41
  case transfer = 42
  case resolution = 43
  case repeatContact = 44
  case repeatDelay = 45
  case escalation = 128
  case escalationRest = 129
  case refund = 130
  case refundAmount = 131
  case complaint = 132
  case complaintDelay = 133
  case rightParty = 134
  case ring = 135
  case retryDelay = 136
  case fault = 137
  /// At which point of its talk a contact is when a run starts.
  case residual = 138
  /// Talk with somebody else than who was called.
  case wrongPartyTime = 139

  // What comes of a talk.
  case survey = 50
  case satisfaction = 51
  case recommendation = 52
  case accuracy = 53
  case qualityCheck = 54
  case qualityScore = 55

  // What moves the rate of arrivals.
  case forecastError = 64
  case busyness = 65
  case fluctuation = 66
  case thinning = 67
}
