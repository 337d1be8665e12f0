internal import ContactCenter

// What a queue does not have is not added, so that digests of scenarios without it stay.

extension Fingerprint.Writer {
  mutating func addCare(_ rules: ContactRules) {
    if let limits = rules.limits {
      add("due: 1")
      add(limits.answered?.microseconds ?? -1)
      add(limits.done?.microseconds ?? -1)
      add(limits.clock.rawValue)
      add(limits.origin.rawValue)
    }
    if !rules.escalations.isEmpty {
      add("escalate: 1")
      add(rules.escalations.count)
    }
    for escalation in rules.escalations {
      add(escalation.queue)
      switch escalation.reason {
      case .share(let share): add(share)
      case .refundAbove(let limit): add(limit)
      }
      add(escalation.rest)
    }
    if let refunds = rules.refunds {
      add("refunds: 1")
      add(refunds.share)
      add(refunds.meanAmount)
      add(refunds.variation)
    }
    if let complaints = rules.complaints {
      add("complaints: 1")
      add(complaints.share)
      add(complaints.queue ?? -1)
      add(complaints.delay)
    }
  }
}
