internal import ContactCenter
internal import EventLog

extension SimulationPlan {
  /// - Throws: ``SimulationPlanError`` where the plan does not fit the log's fields or refers to what it lacks. The
  ///   simulator relies on all of it and checks nothing again.
  func validate() throws(SimulationPlanError) {
    try validateSizes()
    try validateTimes()
    try validateArrivals()
    try validateReferences()
    try validateDuties()
    try validatePresent()
    try validateRules()
    try validateConduct()
  }

  /// Reporting intervals of one plan: two years of minutes.
  private static let mostIntervals = 1_100_000

  private func validateSizes() throws(SimulationPlanError) {
    try limit(agents.count, "agents", EventRecord.largestAgent)
    try limit(queues.count, "queues", EventRecord.largestQueue)
    try limit(teams.count, "teams", EventRecord.largestDetail)
    try limit(activities.count, "activities", EventRecord.largestDetail)
    try require(!queues.isEmpty, "it has no queue")
    try require(queues.allSatisfy { Int32(exactly: $0.priority) != nil }, "a priority does not fit 32 bits")
    try require(laws.allSatisfy { $0.mean.microseconds >= 0 }, "a mean duration is negative")
    try require(queues.allSatisfy { isSound($0.factors) }, "factors by time overlap, or one is not above 0")
    try require((0..<max(1, dayStarts.count - 1)).contains(warmUpDays), "it has no day after its warm-up")
  }

  private func validateTimes() throws(SimulationPlanError) {
    try require(
      horizon.microseconds > 0 && horizon.microseconds <= Simulator.endOfTime / 2, "its horizon is not within 2 years")
    try require(
      interval.microseconds > 0 && interval.microseconds <= Simulator.endOfTime, "its interval is not within 4 years")
    try limit(intervalCount, "reporting intervals", Self.mostIntervals)
    try require(
      dayStarts.count > 1 && dayStarts[0] >= .zero && dayStarts.last == horizon
        && zip(dayStarts, dayStarts.dropFirst()).allSatisfy { $0 < $1 },
      "its days do not lead from the start to the horizon")
    try require(
      zip(disconnects, disconnects.dropFirst()).allSatisfy { $0 <= $1 }, "its disconnections are not in order")
    try require(disconnects.allSatisfy { $0 >= .zero }, "a disconnection lies before the start")
    try require(
      closedUntil.isEmpty || closedUntil.count == disconnects.count,
      "its closed times are not as many as its disconnections")
  }

  private func validateArrivals() throws(SimulationPlanError) {
    try require(arrivals.allSatisfy { $0.mix.count == queues.count }, "a mix does not name every queue")
    try require(arrivals.allSatisfy { isMix($0.mix) }, "a mix is not made of shares that sum to 1")
    try require(arrivals.allSatisfy { isOrdered($0.pieces) }, "the pieces of an arrival stream overlap")
    try require(
      arrivals.allSatisfy { $0.pieces.allSatisfy { $0.start >= dayStarts[0] && $0.end <= horizon } },
      "an arrival stream leaves the horizon")
    try require(arrivals.allSatisfy { $0.factors.allSatisfy(isFactor) }, "a factor of the rate is out of range")
    try require(arrivals.allSatisfy { $0.thinnings.allSatisfy(isThinning) }, "a thinning is out of range")
    try require(
      arrivals.enumerated().allSatisfy { Customer.keepsApart($0.element.substream ?? UInt64($0.offset)) },
      "an arrival stream has a number of those whose later draws are not their own")
    let expected = arrivals.reduce(0) { $0 + $1.pieces.reduce(0) { $0 + $1.expectedContacts } }
    // Compared as numbers with a point: a sum beyond 64 bits would trap on its way to an integer.
    let most = Double(Int(UInt32.max) / 2)
    guard expected <= most else {
      throw .tooMany(what: "expected contacts", count: Int(exactly: expected.rounded(.up)) ?? .max, limit: Int(most))
    }
  }

  private func validateReferences() throws(SimulationPlanError) {
    try require(teams.allSatisfy { $0.queues.allSatisfy(queues.indices.contains) }, "a team serves an unknown queue")
    try require(agents.allSatisfy { teams.indices.contains($0.team) }, "an agent belongs to an unknown team")
    try require(duties.allSatisfy { agents.indices.contains($0.agent) }, "a duty names an unknown agent")
    try require(
      absences.allSatisfy { activities.indices.contains($0.activity) }, "an absence names an unknown activity")
    try require(
      absences.allSatisfy { $0.team.map(teams.indices.contains) ?? true }, "an absence names an unknown team")
    try require(absences.allSatisfy(isChance), "an absence is not a chance")
  }

  private func validateDuties() throws(SimulationPlanError) {
    try require(
      zip(duties, duties.dropFirst()).allSatisfy { $0.time <= $1.time }, "its duties are not in order of time")
    try require(duties.allSatisfy { $0.time >= .zero }, "a duty lies before the start")
    var isSignedIn = Array(repeating: false, count: agents.count)
    for duty in duties {
      switch duty.kind {
      case .signIn:
        try require(!isSignedIn[duty.agent], "agent \(duty.agent) signs in twice")
        isSignedIn[duty.agent] = true
      case .signOut:
        try require(isSignedIn[duty.agent], "agent \(duty.agent) signs out without a tour")
        isSignedIn[duty.agent] = false
      case .away(let activity):
        try require(activities.indices.contains(activity), "a break names an unknown activity")
      case .pause(let activity, let length): try validatePause(activity, length)
      case .chance(let activity, let length, let probability, let number):
        try validatePause(activity, length)
        try require(probability >= .zero && probability <= .whole, "a chance is not within 0 to 100%")
        try require((0...255).contains(number), "a chance has no number within 0 to 255")
      case .mayResign(let week): try require((0...65_535).contains(week), "a week has no number within 0 to 65,535")
      }
    }
    // Paid time is told at sign-out: without one an agent would work for nothing.
    if let agent = isSignedIn.firstIndex(of: true) { throw .inconsistent("agent \(agent) never signs out") }
  }

  private func validatePause(_ activity: Int, _ length: TimeSpan) throws(SimulationPlanError) {
    try require(activities.indices.contains(activity), "a break names an unknown activity")
    try require(length >= .zero && length.microseconds <= Simulator.endOfTime, "a break is not within 4 years")
  }

  private func validatePresent() throws(SimulationPlanError) {
    let isInRange = present.allSatisfy {
      queues.indices.contains($0.queue) && $0.since >= .zero && $0.since < dayStarts[0]
        && ($0.agent.map(agents.indices.contains) ?? true)
    }
    try require(isInRange, "somebody who is there at the start has no such queue, agent or instant")
    try require(
      zip(present, present.dropFirst()).allSatisfy { $0.since <= $1.since },
      "those who are there at the start are not in order")
  }

  private var laws: [DistributionSpecification] {
    queues.flatMap { [$0.handleTime, $0.wrapUp, $0.patience].compactMap { $0 } }
  }

  private func isChance(_ absence: Absence) -> Bool {
    ([absence.probability] + absence.byDay).allSatisfy { $0 >= .zero && $0 <= .whole }
      && absence.correlation >= .zero && absence.correlation < .whole
      && (absence.byDay.isEmpty || absence.byDay.count == dayStarts.count - 1)
  }

  private func isSound(_ factors: ClockFactors<TimeFactor>) -> Bool {
    [factors.handleTime, factors.patience, factors.reached].allSatisfy { factors in
      factors.allSatisfy { $0.time.start < $0.time.end && $0.factor > 0 && $0.factor <= 1_000 }
        && zip(factors, factors.dropFirst()).allSatisfy { $0.time.end <= $1.time.start }
    }
  }

  private func isMix(_ mix: [Double]) -> Bool {
    mix.allSatisfy { $0 >= 0 } && abs(mix.reduce(0, +) - 1) < 1e-6
  }

  private func isFactor(_ factor: RateFactor) -> Bool {
    if case .interval(let correlation) = factor.scope, !(correlation >= 0 && correlation < 1) { return false }
    return factor.coefficientOfVariation > 0 && factor.coefficientOfVariation <= 10
      && (0...0xFFFF).contains(factor.group)
  }

  private func isThinning(_ thinning: ArrivalStream.Thinning) -> Bool {
    thinning.kept >= 0 && thinning.kept <= 1 && (thinning.queue.map(queues.indices.contains) ?? true)
  }

  private func isOrdered(_ pieces: [ArrivalStream.Piece]) -> Bool {
    pieces.allSatisfy { $0.start < $0.end && $0.expectedContacts >= 0 && $0.expectedContacts.isFinite }
      && zip(pieces, pieces.dropFirst()).allSatisfy { $0.end <= $1.start }
  }

  private func limit(_ count: Int, _ what: String, _ limit: Int) throws(SimulationPlanError) {
    guard count <= limit else { throw .tooMany(what: what, count: count, limit: limit) }
  }

  private func require(_ condition: Bool, _ message: @autoclosure () -> String) throws(SimulationPlanError) {
    guard condition else { throw .inconsistent(message()) }
  }
}
