internal import ContactCenter

extension Reading {
  /// The whole scenario; nil when a remark of severity error was made.
  func scenario() -> Scenario? {
    let hours = openTime()
    let zone = timeZone()
    let interval = value(["interval"], ScalarKind.interval) ?? .minutes(30)
    let time = hours.map { withClockChanges($0, zone, interval: interval) }
    let name = scenarioName()
    let volume = time.flatMap { self.volume($0) }
    let centerWait = centerServiceLevel()?.wait ?? Self.standardWait
    var queues = self.queues(centerWait: centerWait)
    if queues != nil { readReviews(&queues!) }
    let trunkGroups = queues == nil ? [] : self.trunkGroups(&queues!)
    let outages = time.flatMap { time in queues.map { self.outages($0, time) } } ?? []
    let mix = queues.flatMap { self.mix($0, volume) }
    let demand = time.flatMap { time in
      volume.flatMap { volume in
        self.demand(time, volume, mix ?? [], interval: interval).map {
          self.withDetails($0, time, queues ?? [], interval: interval)
        }
      }
    }
    let shrinkage = self.shrinkage()
    let teams = time.flatMap { time in queues.flatMap { self.teams($0, time) } }
    let targets = self.targets(
      queues ?? [], hasWages: teams?.contains { $0.hourlyCost != nil || $0.price != nil } ?? true,
      currency: teams?.compactMap { $0.hourlyCost ?? $0.price?.money }.first?.currency)
    let (costs, callEquivalents) = (costs(), callEquivalents())
    if let teams { checkCurrency(costs, teams) }
    let faults = queues.map(self.faults) ?? []
    let losses = teams.flatMap { teams in time.map { self.losses(teams, $0) } } ?? []
    if let queues, let teams { checkRules(queues, teams) }
    let settings = self.settings(time, interval: interval)
    guard let time, let queues, let demand, let teams, mix != nil, !hasErrors else { return nil }
    var scenario = Scenario(
      name: name, timeZone: zone, days: time.days, openDaysPerWeek: time.weekdays.count, interval: interval,
      demand: demand, queues: queues, teams: teams, shrinkage: shrinkage, targets: targets,
      serviceLevelDefinition: settings.definition, staffingTarget: staffingTarget(),
      staffingOccupancyCap: occupancyCap(), afterClose: settings.afterClose, run: settings.run)
    scenario.waitBasis = settings.waitBasis
    scenario.trunkGroups = trunkGroups
    scenario.outages = outages
    scenario.costs = costs
    scenario.callEquivalents = callEquivalents
    (scenario.faults, scenario.losses) = (faults, losses)
    scenario.conduct = conduct()
    scenario.onboarding = onboarding()
    scenario.activities = activities(teams, time)
    guard !hasErrors else { return nil }
    checkEmptyValues(scenario, time)
    guard !hasErrors else { return nil }
    warnOfActivitiesInShrinkage(scenario)
    warnOfDoubleCounting(shrinkage, teams)
    warnOfEmptyTeams(scenario)
    warnOfOverload(scenario, time)
    warnOfOpenHoursWithoutPeople(teams, time)
    warnOfUnusedWait(queues)
    warnOfCallersTarget(queues)
    return scenario
  }

  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  private func scenarioName() -> String {
    if let text = node("name")?.scalar { return text }
    let file = source.name.split(separator: "/").last.map(String.init) ?? source.name
    let stem =
      file.hasSuffix(".yaml") || file.hasSuffix(".yml")
      ? file.split(separator: ".").dropLast().joined(separator: ".") : file
    fill("name", with: stem, because: "the name of the file")
    return stem
  }

  private func demand(_ time: OpenTime, _ volume: Volume, _ mix: [Double], interval: TimeSpan) -> Demand? {
    let factors = weekdayFactors(time)
    guard let profile = profile(time, volume, interval: interval) else { return nil }
    return Demand(
      contactsPerDay: volume.contactsPerDay, weekdayFactors: factors, profile: Self.inOrder(profile), mix: mix)
  }

  /// Pieces after midnight are those of the clock, early in the list.
  static func inOrder(_ pieces: [Demand.Piece]) -> [Demand.Piece] {
    pieces.map { Demand.Piece(clock: onClock($0.clock), weight: $0.weight) }.sorted { $0.clock.start < $1.clock.start }
  }

  private struct Settings {
    var definition: ServiceLevelDefinition
    var waitBasis: WaitBasis
    var afterClose: Scenario.AfterClose
    var run: Scenario.Run
  }

  private func settings(_ time: OpenTime?, interval: TimeSpan) -> Settings {
    let definition = value(["definition"]) { $0 }.flatMap(ServiceLevelDefinition.init) ?? .excludingShortAbandons
    let waitBasis = value(["wait_basis"]) { $0 }.flatMap(WaitBasis.init) ?? .attempt
    let afterClose = value(["after_close"]) { $0 }.flatMap(Scenario.AfterClose.init) ?? .serve
    let replications = value(["run", "replications"]) { text throws(ValueProblem) in
      try ScalarKind.integer(text, 1...ScenarioKeyCatalogue.replicationLimit)
    }
    let seed = value(["run", "seed"]) { text throws(ValueProblem) in
      try ScalarKind.integer(text, 0...ScenarioKeyCatalogue.seedLimit)
    }
    var run = Scenario.Run(replications: replications ?? 200, seed: UInt64(seed ?? 1))
    run.warmUpDays = time.map(warmUpDays) ?? 0
    run.startClock = time.flatMap { startClock($0, interval: interval) }
    return Settings(definition: definition, waitBasis: waitBasis, afterClose: afterClose, run: run)
  }

  private func warmUpDays(_ time: OpenTime) -> Int {
    guard let node = node("run", "warm_up_days"), let days = integer(node, 1...ScenarioKeyCatalogue.warmUpLimit) else {
      return 0
    }
    guard days < time.days.count else {
      error(
        at: node.place,
        "run.warm_up_days: of \(time.days.count) \(time.days.count == 1 ? "day" : "days") none is left to count",
        help: time.isDated ? "give a longer period" : "give a period, for instance period: 28d from 2026-11-23")
      return 0
    }
    return days
  }

  /// With infinite patience and too few people the line grows without end.
  private func warnOfOverload(_ scenario: Scenario, _ time: OpenTime) {
    let mix = scenario.demand.mix
    guard scenario.queues.contains(where: { $0.patience == nil }) else { return }
    let present =
      scenario.teams.reduce(0.0) { $0 + Self.paidHours(of: $1, time) }
      * scenario.averageShrinkage.complement.fraction
    guard !scenario.teams.contains(where: { $0.schedule == .solved }) else { return }
    let seconds = zip(scenario.queues, mix).reduce(0.0) { sum, part in
      // What self-service settles takes nobody's time, and of several contacts in hand each takes a part.
      let reaching = part.0.rules.selfService?.contained.complement.fraction ?? 1
      return sum + part.1 * reaching * part.0.meanWork.inSeconds * (part.0.rules.concurrency?.personShare ?? 1)
    }
    let work = scenario.demand.contactsPerDay * seconds / 3_600
    guard work >= present else { return }
    let place = node("agents")?.place ?? node("teams")?.place ?? node("shifts")?.place ?? .wholeFile
    warn(
      at: place,
      "\(Self.figure(work)) hours of work a day for \(Self.figure(present)) hours of people on the phones, and patience: never: the line grows without end",
      help: "add people, or say how long callers wait")
  }

  /// Scheduled hours of an average open day.
  private static func paidHours(of team: Team, _ time: OpenTime) -> Double {
    let open = time.averageDay.inHours
    switch team.schedule {
    case .throughout(let count): return Double(count) * open
    case .byClock(let levels):
      return levels.reduce(0) { $0 + Double($1.count) * time.overlap(of: $1.clock).inHours }
    case .shifts(let shifts):
      return shifts.reduce(0) { sum, shift in
        let pauses = shift.breaks.reduce(0.0) { $0 + $1.length.inHours }
        return sum + Double(shift.count) * (shift.hours.length.inHours - pauses)
      }
    case .solved: return 0
    }
  }
}
