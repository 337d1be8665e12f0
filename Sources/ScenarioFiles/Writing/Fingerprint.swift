internal import ContactCenter
internal import Hashing

/// The content of a scenario as a digest: equal exactly when the scenarios are.
///
/// Every number is written exactly (integers, bits of doubles). Left out are the lines and the wording of targets, which
/// change nothing, and their order.
enum Fingerprint {
  static func digest(of scenario: Scenario) -> String {
    var writer = Writer()
    writer.add("busyhour scenario 1")
    writer.add(scenario)
    return writer.hash.hexDigest()
  }

  struct Writer {
    var hash = SHA256()

    /// Each part carries its length, so that parts cannot run into each other.
    mutating func add(_ text: String) {
      hash.update("\(text.utf8.count):".utf8)
      hash.update(text.utf8)
    }
    mutating func add(_ number: Int) { add("\(number)") }
    mutating func add(_ span: TimeSpan) { add("\(span.microseconds)us") }
    mutating func add(_ share: Share) { add("\(share.partsPerBillion)ppb") }
    mutating func add(_ value: Double) { add(String(value.bitPattern, radix: 16)) }
    mutating func add(_ range: ClockRange) {
      add(range.start)
      add(range.end)
    }
    mutating func add(_ ranges: [ClockRange]) {
      add(ranges.count)
      for range in ranges { add(range) }
    }
    mutating func add(_ values: [Double]) {
      add(values.count)
      for value in values { add(value) }
    }
    mutating func add(_ money: Money?) { add(money.map { "\($0.millionths) \($0.currency)" } ?? "-") }
    mutating func add(_ bound: Double?) { add(bound.map { String($0.bitPattern, radix: 16) } ?? "-") }

    mutating func add(_ scenario: Scenario) {
      add(scenario.name)
      add(scenario.timeZone ?? "-")
      addDays(scenario.days)
      add(scenario.openDaysPerWeek)
      add(scenario.interval)
      add(scenario.demand)
      add(scenario.queues.count)
      for queue in scenario.queues { add(queue) }
      add(scenario.teams.count)
      for team in scenario.teams { add(team) }
      add(scenario.shrinkage)
      addTargets(scenario.targets)
      add(scenario.serviceLevelDefinition.rawValue)
      add(scenario.staffingTarget)
      add(scenario.staffingOccupancyCap.map { "\($0.partsPerBillion)" } ?? "-")
      add(scenario.afterClose.rawValue)
      add(scenario.run.replications)
      add("\(scenario.run.seed)")
      addLines(scenario)
      addCosts(scenario)
      addFaults(scenario)
      addPeople(scenario)
      if scenario.run.warmUpDays > 0 {
        add("warm-up: 1")
        add(scenario.run.warmUpDays)
      }
      if scenario.waitBasis != .attempt { add("wait basis: \(scenario.waitBasis.rawValue)") }
      if let clock = scenario.run.startClock {
        add("start: 1")
        add(clock)
      }
    }

    mutating func addDays(_ days: [OperatingDay]) {
      add(days.count)
      for day in days {
        add(day.date?.description ?? "-")
        add(day.weekday.rawValue)
        add(day.open)
        if let change = day.clockChange {
          add("clock change: 1")
          add(change.at)
          add(change.shift)
        }
      }
    }

    mutating func add(_ demand: Demand) {
      add(demand.contactsPerDay)
      add(demand.weekdayFactors)
      add(demand.profile.count)
      for piece in demand.profile {
        add(piece.clock)
        add(piece.weight)
      }
      add(demand.mix)
      addDetails(demand)
    }

    /// What a plain demand does not have is not added, so that its digest stays.
    mutating func addDetails(_ demand: Demand) {
      let plain = Demand(
        contactsPerDay: demand.contactsPerDay, weekdayFactors: demand.weekdayFactors, profile: demand.profile,
        mix: demand.mix)
      guard demand != plain else { return }
      add("demand details 1")
      add(demand.process.process)
      add(demand.process.parameters)
      let variation = demand.variation
      add([variation.uncertainty, variation.busyness, variation.fluctuation, variation.correlation])
      add(variation.isBusynessByQueue ? 1 : 0)
      for profiles in [demand.weekdayProfiles, demand.queueProfiles] {
        add(profiles.count)
        for profile in profiles { add(profile) }
      }
      add(demand.dates.count)
      for date in demand.dates { add(date) }
      add(demand.counts.count)
      for counts in demand.counts {
        add(counts.date.description)
        add(counts.queue ?? -1)
        add(counts.pieces)
      }
      add(demand.events.count)
      for event in demand.events { add(event) }
      for callers in [demand.earlyCallers, demand.lateCallers] { add(callers) }
      guard !demand.queueDays.isEmpty else { return }
      add("queue days: 1")
      for days in demand.queueDays {
        add(days.map { days in Weekday.allCases.filter(days.contains).map(\.abbreviation).joined() } ?? "-")
      }
    }

    mutating func add(_ pieces: [Demand.Piece]?) {
      add(pieces?.count ?? -1)
      for piece in pieces ?? [] {
        add(piece.clock)
        add(piece.weight)
      }
    }

    mutating func add(_ date: DateVolume) {
      add(date.date.description)
      switch date.volume {
      case .factor(let factor):
        add("factor")
        add(factor)
      case .contacts(let contacts):
        add("contacts")
        add(contacts)
      }
    }

    mutating func add(_ event: SpecialEvent) {
      add(event.date?.description ?? "-")
      add(event.start)
      add(event.length)
      add(event.factor)
      add(event.queue ?? -1)
      add(event.isForeseen ? 1 : 0)
    }

    mutating func add(_ callers: ClosedTimeCallers?) {
      guard let callers else { return add("-") }
      add(callers.share)
      add(callers.within)
      add(callers.areTurnedAway ? 1 : 0)
    }

    mutating func add(_ law: DistributionSpecification?) {
      guard let law else { return add("-") }
      add(law.family)
      add(law.mean)
      add(law.shape)
    }

    mutating func add(_ queue: ContactQueue) {
      add(queue.name)
      add(queue.handleTime)
      add(queue.wrapUp)
      add(queue.patience)
      add(queue.priority)
      add(queue.acceptableWait)
      addRules(queue.rules)
      addOutbound(queue)
    }

    mutating func add(_ team: Team) {
      add(team.name)
      add(team.queues.count)
      for queue in team.queues { add(queue) }
      add(team.hourlyCost)
      addSkills(team)
      if let shrinkage = team.shrinkage {
        add("shrinkage: 1")
        add(shrinkage)
      }
      addTenure(team)
      switch team.schedule {
      case .throughout(let count):
        add("throughout")
        add(count)
      case .byClock(let levels):
        add("by clock")
        add(levels.count)
        for level in levels {
          add(level.clock)
          add(level.count)
        }
      case .shifts(let shifts):
        add("shifts")
        add(shifts.count)
        for shift in shifts { add(shift) }
      case .solved: add("solved")
      }
    }

    mutating func add(_ shift: Shift) {
      add(shift.name)
      add(Weekday.allCases.filter(shift.days.contains).map(\.abbreviation).joined())
      add(shift.hours)
      add(shift.count)
      add(shift.breaks.count)
      for pause in shift.breaks {
        add(pause.activity)
        add(pause.length)
        add(pause.window.map { [$0] } ?? [])
      }
    }

    mutating func addTargets(_ targets: [Target]) {
      add(targets.count)
      for target in targets.sorted(by: { ($0.name, $0.metric) < ($1.name, $1.metric) }) {
        add(target.metric)
        add(target.name)
        add(target.range.lower)
        add(target.range.upper)
        add(target.queue ?? -1)
      }
    }
  }
}
