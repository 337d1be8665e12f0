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

    func add(to sums: inout ContactSums) {
      sums.limitsKept = limitsKept
      sums.limitsMissed = limitsMissed
      sums.escalationLimitsKept = escalationLimitsKept
      sums.escalationLimitsMissed = escalationLimitsMissed
      sums.escalations = escalations
      sums.complaints = complaints
      sums.refunds = refunds
      sums.refundCents = refundCents
    }
  }

  mutating func addCare(_ record: EventRecord) {
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
    default: break
    }
  }
}
