internal import ContactCenter
internal import EventLog

// What was promised and handed on: limits of time, escalations, complaints, refunds.

extension IntervalFold {
  static let firstCareKind = EventKind.limitStarted.rawValue

  /// Of one queue in one interval.
  struct CareTally {
    var limitsKept: Int64 = 0
    var limitsMissed: Int64 = 0
    var escalationLimitsKept: Int64 = 0
    var escalationLimitsMissed: Int64 = 0
    var escalations: Int64 = 0
    var complaints: Int64 = 0
    var refunds: Int64 = 0
    var refundCents: Int64 = 0
    var retries: Int64 = 0
    var attemptsFailed: Int64 = 0
    var dialsFailed: Int64 = 0
    var dialsDropped: Int64 = 0
    var talksDropped: Int64 = 0
    var diverted: Int64 = 0
    var diversions: Int64 = 0

    func add(to sums: inout ContactSums) {
      sums.limitsKept += limitsKept
      sums.limitsMissed += limitsMissed
      sums.escalationLimitsKept += escalationLimitsKept
      sums.escalationLimitsMissed += escalationLimitsMissed
      sums.escalations += escalations
      sums.complaints += complaints
      sums.refunds += refunds
      sums.refundCents += refundCents
      sums.retries += retries
      sums.attemptsFailed += attemptsFailed
      sums.dialsFailed += dialsFailed
      sums.dialsDropped += dialsDropped
      sums.talksDropped += talksDropped
      sums.diverted += diverted
      sums.diversions += diversions
    }
  }

  mutating func addCare(_ record: EventRecord) {
    let time = record.time
    guard !extras.isEmpty else { return }
    let row = record.queue * intervalCount
    switch record.event {
    case .limitKept(contact: _, queue: _, limit: _, let isEscalation, let start):
      let index = row + interval(of: start.microseconds)
      extras[index].care.limitsKept += 1
      if isEscalation { extras[index].care.escalationLimitsKept += 1 }
    case .limitMissed(contact: _, queue: _, limit: _, let isEscalation, let start):
      let index = row + interval(of: start.microseconds)
      extras[index].care.limitsMissed += 1
      if isEscalation { extras[index].care.escalationLimitsMissed += 1 }
    case .refundDecided(contact: _, queue: _, agent: _, let amount, let isGranted) where isGranted:
      extras[row + current].care.refunds += 1
      extras[row + current].care.refundCents += Int64(amount)
    case .attemptFailed(contact: _, queue: _, let agent, answeredAt: _):
      extras[row + current].care.attemptsFailed += 1
      putDown(agent, at: time)
    case .talkDropped(contact: _, queue: _, let agent, answeredAt: _):
      extras[row + current].care.talksDropped += 1
      putDown(agent, at: time)
    case .dialFailed: extras[row + current].care.dialsFailed += 1
    case .dialDropped: extras[row + current].care.dialsDropped += 1
    case .contactDiverted: extras[row + current].care.diverted += 1
    default: break
    }
  }

  /// The agent has one contact less in hand.
  private mutating func putDown(_ agent: Int, at time: Int64) {
    if holdsSeveral(agent) { hands[agent] -= 1 }
    if !holdsSeveral(agent) || hands[agent] == 0 { changeBusy(by: -1, of: agent, at: time) }
  }
}
