internal import ContactCenter

// What a plain scenario does not have is not added, so that its digest stays. The words that open a part hold a colon:
// no name does.

extension Fingerprint.Writer {
  mutating func addRules(_ rules: ContactRules) {
    // The lines are added once, below.
    guard rules != .none else { return }
    add("rules: 1")
    add(rules.channel.rawValue)
    add(rules.waitingPlaces ?? -1)
    add(rules.trunkGroup ?? -1)
    add(rules.agentChoice.rawValue)
    add(rules.headStart)
    add(rules.weight)
    add(rules.balking.count)
    for balking in rules.balking { add(balking) }
    add(rules.selfService?.contained)
    add(rules.selfService?.time)
    add(rules.redial)
    add(rules.waitOffer)
    add(rules.concurrency?.limit ?? -1)
    add(rules.concurrency?.slowdown)
    add(rules.transfers.count)
    for transfer in rules.transfers {
      add(transfer.queue)
      add(transfer.share)
      add(transfer.briefing?.microseconds ?? -1)
    }
    add(rules.outcome?.resolved)
    add(rules.outcome?.repeats)
    add(rules.outcome?.repeatDelay)
    add(rules.outcome?.repeatQueue ?? -1)
    addCare(rules)
    addRatings(rules.ratings)
    addReview(rules.review)
  }

  mutating func add(_ count: Int64) { add("\(count)") }
  mutating func add(_ share: Share?) { add(share.map { "\($0.partsPerBillion)ppb" } ?? "-") }

  private mutating func add(_ balking: Balking) {
    add(balking.share)
    switch balking.condition {
    case .mustWait: add("must wait")
    case .lineLength(let length):
      add("line")
      add(length)
    case .announcedWait(let wait):
      add("announced")
      add(wait)
    }
  }

  private mutating func add(_ redial: Redial?) {
    guard let redial else { return add("-") }
    add(redial.afterAbandonment)
    add(redial.afterBusySignal)
    add(redial.delay)
    add(redial.attempts)
    add(redial.drawsAnew ? 1 : 0)
    add(redial.queue ?? -1)
    if redial.afterClosing > .zero {
      add("after closing: 1")
      add(redial.afterClosing)
    }
  }

  private mutating func add(_ offer: WaitOffer?) {
    guard let offer else { return add("-") }
    add(offer.after)
    add(offer.share)
    switch offer.kind {
    case .message(let queue):
      add("message")
      add(queue ?? -1)
    case .callback(let queue, let keepsPlace):
      add(keepsPlace ? "virtual hold" : "callback")
      add(queue)
    }
  }

  mutating func addSkills(_ team: Team) {
    if team.release != .own {
      add("release: 1")
      add(team.release.rawValue)
    }
    let isPlain = team.skillHours.isEmpty && team.skills.allSatisfy(\.isPlain) && team.contactChoice == .priority
    guard !isPlain else { return }
    add("skills: 1")
    add(team.contactChoice.rawValue)
    for skill in team.skills {
      add(skill.level)
      add(skill.handleTimeFactor)
      add(skill.afterWait)
      add(skill.fromLineLength)
      add(skill.keepsFree)
      if let limit = skill.occupancyBelow {
        add("occupancy: 1")
        add(limit)
      }
      add(team.skillHours[skill.queue] ?? [])
    }
  }

  mutating func addLines(_ scenario: Scenario) {
    guard !scenario.trunkGroups.isEmpty || !scenario.outages.isEmpty else { return }
    add("lines: 1")
    add(scenario.trunkGroups.count)
    for group in scenario.trunkGroups {
      add(group.name)
      add(group.lines)
    }
    add(scenario.outages.count)
    for outage in scenario.outages {
      add(outage.time.start.microseconds)
      add(outage.time.end.microseconds)
      add(outage.queues.count)
      for queue in outage.queues { add(queue) }
      add(outage.handling)
    }
  }
}
