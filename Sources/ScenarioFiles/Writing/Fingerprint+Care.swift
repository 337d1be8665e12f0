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

  private mutating func addPacing(_ dialing: Dialing) {
    if dialing.pacing != .steady {
      add("paced: 1")
      add(dialing.pacing.rawValue)
    }
    if let wrongParty = dialing.wrongParty {
      add("wrong_party: 1")
      add(wrongParty.share)
      add(wrongParty.handleTime)
    }
    if dialing.hold > .zero {
      add("hold: 1")
      add(dialing.hold)
    }
    if let threshold = dialing.threshold {
      add("while_free: 1")
      add(threshold.count)
      add(threshold.teams.count)
      for team in threshold.teams { add(team) }
    }
  }

  mutating func addOutbound(_ queue: ContactQueue) {
    if let dialing = queue.rules.dialing {
      add("dial: 1")
      add(dialing.reached)
      add(dialing.ring)
      add(dialing.preview)
      add(dialing.attempts)
      add(dialing.retryDelay)
      add(dialing.callsPerAgent ?? -1)
      addPacing(dialing)
    }
    addFactors(queue.factors)
    if queue.backlog > 0 {
      add("backlog: 1")
      add(queue.backlog)
    }
    if !queue.present.isEmpty {
      add("present: 1")
      add(queue.present.waiting.count)
      for age in queue.present.waiting { add(age) }
      add(queue.present.talks.count)
      for age in queue.present.talks { add(age?.microseconds ?? -1) }
    }
    if let list = queue.list {
      add("list: 1")
      add(list.contactsPerDay)
      add(list.time?.microseconds ?? -1)
    }
  }

  private mutating func addFactors(_ factors: ClockFactors<ClockFactor>) {
    guard !factors.isEmpty else { return }
    add("factors: 1")
    for factors in [factors.handleTime, factors.patience, factors.reached] {
      add(factors.count)
      for factor in factors {
        add(factor.clock)
        add(factor.factor)
      }
    }
  }

  mutating func add(_ handling: OutageHandling) {
    guard handling != .blocked else { return }
    add("handling: 1")
    add(handling.divertTo ?? -1)
    add(handling.cutsOff ? 1 : 0)
  }

  mutating func addFaults(_ scenario: Scenario) {
    for fault in scenario.faults {
      add("fault: 1")
      add(fault.queues.count)
      for queue in fault.queues { add(queue) }
      add(fault.availability)
      add(fault.repair)
      add(fault.handling)
    }
    for loss in scenario.losses {
      add("loss: 1")
      add(loss.teams.count)
      for team in loss.teams { add(team) }
      add(loss.people ?? -1)
      add(loss.date?.description ?? "-")
      switch loss.start {
      case .peak: add("peak")
      case .clock(let time): add(time)
      }
      add(loss.length)
    }
  }
}
