internal import ContactCenter

extension SimulationPlan {
  /// Most contacts that an agent may hold at once.
  static let mostHands = 8

  /// What rules refer to, and the ranges that the simulator relies on.
  func validateRules() throws(SimulationPlanError) {
    for queue in queues { try validate(queue.rules) }
    for team in teams {
      for skill in team.skills { try validate(skill) }
      guard Set(team.queues).count == team.queues.count else {
        throw .inconsistent("a team names a queue twice")
      }
    }
    try check(trunkGroups.allSatisfy { $0.lines >= 0 }, "a trunk group has a negative number of lines")
    try check(
      outages.allSatisfy { $0.time.start >= .zero && $0.time.start <= $0.time.end && $0.queues.allSatisfy(isQueue) },
      "an outage names an unknown queue, or ends before it starts")
    try check(
      outages.map(\.handling).allSatisfy(isSound)
        && faults.allSatisfy { isSound($0.handling) && $0.queues.allSatisfy(isQueue) },
      "an outage sends contacts to an unknown queue")
    try check(
      faults.allSatisfy { $0.availability > .zero && $0.availability <= .whole && $0.repair >= .minutes(1) },
      "a fault's availability is not above 0 and at most 100%, or its repairs take less than a minute")
    try check(
      ([openTime] + queues.compactMap(\.openTime)).allSatisfy(isInOrder), "its open times are not in order")
  }

  private func isInOrder(_ stretches: [TimeStretch]) -> Bool {
    stretches.allSatisfy { $0.start >= .zero && $0.start < $0.end }
      && zip(stretches, stretches.dropFirst()).allSatisfy { $0.end <= $1.start }
  }

  private func validate(_ rules: ContactRules) throws(SimulationPlanError) {
    try check(rules.trunkGroup.map(trunkGroups.indices.contains) ?? true, "a queue names an unknown trunk group")
    try check(rules.waitingPlaces.map { $0 >= 0 } ?? true, "a queue has a negative number of waiting places")
    try check(shares(of: rules).allSatisfy { $0 >= .zero && $0 <= .whole }, "a share of a rule is not within 0 to 100%")
    try check(
      rules.transfers.reduce(.zero) { $0 + $1.share } <= .whole, "the transfers of a queue are more than its contacts")
    try check(
      rules.escalations.reduce(.zero) { $0 + ($1.share ?? .zero) } <= .whole,
      "the escalations of a queue are more than its contacts")
    try check(
      rules.refunds.map { $0.meanAmount > 0 && $0.meanAmount <= 1e9 } ?? true,
      "a mean refund is not above 0 and at most 1,000,000,000")
    try check(
      rules.dialing.map { (1...200).contains($0.attempts) && ($0.callsPerAgent.map { $0 >= 1 && $0 <= 100 } ?? true) }
        ?? true, "a dialer makes 1 to 200 attempts, and dials 1 to 100 numbers for each free agent")
    try check(
      rules.dialing.map { $0.reached + ($0.wrongParty?.share ?? .zero) <= .whole } ?? true,
      "right and wrong parties of a dialer are more than its attempts")
    try check(
      rules.dialing?.threshold.map { $0.count >= 1 && $0.teams.allSatisfy(teams.indices.contains) } ?? true,
      "a dialer's threshold is below 1 or names an unknown team")
    try check(otherQueues(of: rules).allSatisfy(isQueue), "a rule names an unknown queue")
    try check(
      rules.concurrency.map { (1...Self.mostHands).contains($0.limit) } ?? true,
      "an agent holds at most \(Self.mostHands) contacts at once")
    try validate(rules.ratings)
    try check(
      rules.review.map { isQueue($0.queue) && queues[$0.queue].rules.review == nil } ?? true,
      "a review names an unknown queue, or one whose contacts are reviewed")
    try check(rules.weight > 0 && rules.weight.isFinite, "a weight is not above 0")
    try check(spans(of: rules).allSatisfy { $0 >= .zero && $0.microseconds <= Simulator.endOfTime }, Self.badSpan)
  }

  private func validate(_ ratings: RatingRules?) throws(SimulationPlanError) {
    guard let ratings else { return }
    let scores =
      [ratings.satisfaction, ratings.recommendation] + ratings.cases.flatMap { [$0.satisfaction, $0.recommendation] }
    for case let scores? in scores {
      try check(
        !scores.shares.isEmpty && scores.shares.reduce(.zero, +) == .whole && scores.lowest >= 0,
        "the shares of scores do not sum to 100%")
    }
    let shares =
      [ratings.surveyed, ratings.accurate, ratings.check?.share, ratings.check?.passed]
      + ratings.cases.flatMap { [$0.resolved, $0.accurate, $0.passed] }
    try check(
      shares.allSatisfy { $0.map { $0 >= .zero && $0 <= .whole } ?? true }, "a share of a rule is not within 0 to 100%")
    try check(ratings.check.map { (1...100).contains($0.criteria) } ?? true, "a check has 1 to 100 criteria")
    try check(
      ratings.cases.allSatisfy { $0.team.map(teams.indices.contains) ?? true },
      "a case of outcomes names an unknown team")
  }

  private func isSound(_ handling: OutageHandling) -> Bool { handling.divertTo.map(isQueue) ?? true }

  private static let badSpan = "a span of a rule is not within 4 years"

  private func validate(_ skill: Skill) throws(SimulationPlanError) {
    try check(
      skill.handleTimeFactor > 0 && skill.handleTimeFactor <= 100, "a handle-time factor is not above 0 and at most 100"
    )
    try check(skill.afterWait >= .zero && skill.afterWait.microseconds <= Simulator.endOfTime, Self.badSpan)
    try check(
      (skill.hours ?? []).allSatisfy { $0.start >= .zero && $0.start <= $0.end }, "the hours of a skill run backwards")
  }

  private func shares(of rules: ContactRules) -> [Share] {
    let redial = rules.redial.map { [$0.afterAbandonment, $0.afterBusySignal, $0.afterClosing] } ?? []
    let outcome = rules.outcome.map { [$0.resolved, $0.repeats] } ?? []
    let single = [rules.waitOffer?.share, rules.selfService?.contained, rules.review?.share].compactMap { $0 }
    let care =
      rules.escalations.compactMap(\.share)
      + [
        rules.refunds?.share, rules.complaints?.share, rules.dialing?.reached, rules.dialing?.wrongParty?.share,
      ].compactMap { $0 }
    return redial + outcome + single + care + rules.balking.map(\.share) + rules.transfers.map(\.share)
  }

  private func spans(of rules: ContactRules) -> [TimeSpan] {
    [rules.headStart] + [rules.waitOffer?.after].compactMap { $0 } + rules.transfers.compactMap(\.briefing)
      + [rules.limits?.answered, rules.limits?.done, rules.dialing?.preview, rules.dialing?.hold].compactMap { $0 }
  }

  private func otherQueues(of rules: ContactRules) -> [Int] {
    var queues = rules.transfers.map(\.queue) + [rules.redial?.queue, rules.outcome?.repeatQueue].compactMap { $0 }
    queues += rules.escalations.map(\.queue) + [rules.complaints?.queue].compactMap { $0 }
    switch rules.waitOffer?.kind {
    case .message(let queue): queues += [queue].compactMap { $0 }
    case .callback(let queue, keepsPlace: _): queues.append(queue)
    case nil: break
    }
    return queues
  }

  private func isQueue(_ index: Int) -> Bool { queues.indices.contains(index) }

  private func check(_ condition: Bool, _ message: @autoclosure () -> String) throws(SimulationPlanError) {
    guard condition else { throw .inconsistent(message()) }
  }
}
