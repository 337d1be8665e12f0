internal import ContactCenter
internal import EventLog

// What was promised and handed on: limits of time, escalations, complaints, refunds.

extension IntervalFold {
  static let firstCareKind = EventKind.wrongPartyReached.rawValue

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
    let queue = record.queue
    switch EventKind(rawValue: record.kindCode) {
    case .limitKept:
      let index = place(queue, in: interval(of: record.reference))
      extras[index].care.limitsKept += 1
      if record.isOfEscalation { extras[index].care.escalationLimitsKept += 1 }
    case .limitMissed:
      let index = place(queue, in: interval(of: record.reference))
      extras[index].care.limitsMissed += 1
      if record.isOfEscalation { extras[index].care.escalationLimitsMissed += 1 }
    case .refundDecided:
      guard case .refundDecided(_, _, _, let amount, isGranted: true) = record.event else { return }
      extras[place(queue)].care.refunds += 1
      extras[place(queue)].care.refundCents += Int64(amount)
    case .attemptFailed:
      extras[place(queue)].care.attemptsFailed += 1
      putDown(record.agent, at: time)
    case .wrongPartyReached:
      // An attempt is whose dialing it is, though an agent talked.
      if parameters.dialsAhead[queue] {
        extras[place(queue)].care.dialsFailed += 1
      } else {
        extras[place(queue)].care.attemptsFailed += 1
      }
      putDown(record.agent, at: time)
    case .talkDropped:
      extras[place(queue)].care.talksDropped += 1
      putDown(record.agent, at: time)
    case .dialStarted: extras[place(queue, in: interval(of: record.reference))].reachedLater += 1
    case .dialFailed:
      extras[place(queue)].care.dialsFailed += 1
      extras[place(queue)].reachedLater -= 1
    case .dialDropped:
      extras[place(queue)].care.dialsDropped += 1
      extras[place(queue)].reachedLater -= 1
    case .contactDiverted: extras[place(queue)].care.diverted += 1
    default: break
    }
  }

  /// The agent has one contact less in hand.
  private mutating func putDown(_ agent: Int, at time: Int64) {
    if holdsSeveral[agent] { hands[agent] -= 1 }
    if !holdsSeveral[agent] || hands[agent] == 0 { changeBusy(by: -1, of: agent, at: time) }
  }

  /// What a contact went through before its line, and where a customer's way ends.
  mutating func addWay(_ record: EventRecord) {
    // What it refers to is no instant.
    guard record.kindCode != EventKind.demandFactorDrawn.rawValue else { return }
    let before = place(record.queue, in: interval(of: record.reference))
    switch EventKind(rawValue: record.kindCode) {
    case .selfServiceLeft:
      extras[before].selfService += record.time - record.reference
      extras[before].selfServiceLeft += 1
      extras[before].reachedLater += 1
      extras[place(record.queue)].reachedLater -= 1
    case .customerLost: extras[before].customersLost += 1
    default: break
    }
  }
}
