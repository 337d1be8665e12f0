internal import ContactCenter

/// Clock times of a scenario as stretches of its horizon.
enum PlanTimes {
  /// When the center is open, in order; hours that touch are one stretch.
  static func open(_ scenario: Scenario, on weekdays: Set<Weekday> = Set(Weekday.allCases)) -> [TimeStretch] {
    let clock = scenario.clock
    let ranges = scenario.days.enumerated().filter { weekdays.contains($0.element.weekday) }.flatMap { index, day in
      day.open.map { clock.range(day: index, $0) }
    }
    return merged(ranges, until: .max)
  }

  /// Skills of a team, their hours laid over every day.
  static func skills(of team: Team, _ scenario: Scenario) -> [Skill] {
    team.skills.map { skill in
      var skill = skill
      if scenario.queues[skill.queue].rules.agentChoice == .cheapest {
        skill.costPerHour = team.costPerHour(of: scenario.queues[skill.queue])
      }
      guard let hours = team.skillHours[skill.queue] else { return skill }
      skill.hours = stretches(of: hours, scenario)
      return skill
    }
  }

  /// Factors of the clock laid over every day; the night before the first counts, too.
  static func factors(_ factors: [ClockFactor], _ scenario: Scenario) -> [TimeFactor] {
    guard !factors.isEmpty else { return [] }
    let clock = scenario.clock
    var result: [TimeFactor] = []
    for day in -1...scenario.days.count {
      for factor in factors {
        let range = clock.range(day: day, factor.clock)
        let start = max(TimeSpan.zero, range.start)
        guard start < range.end, start < scenario.horizon else { continue }
        result.append(TimeFactor(time: .init(start: .zero + start, end: .zero + range.end), factor: factor.factor))
      }
    }
    return result.sorted { $0.time.start < $1.time.start }
  }

  /// Premiums laid over every day of their weekdays.
  static func premiums(_ scenario: Scenario) -> [PayPremium] {
    scenario.costs.premiums.flatMap { premium in
      let first = (scenario.days.first?.weekday ?? .monday).advanced(by: -1)
      let days = (-1...scenario.days.count).filter { premium.days.contains(first.advanced(by: $0 + 1)) }
      let ranges = days.map { scenario.clock.range(day: $0, premium.hours ?? .allDay) }
      // Tours may run beyond the horizon by a night.
      return merged(ranges, until: (scenario.horizon + .days(1)).microseconds).map {
        PayPremium(time: $0, share: premium.share)
      }
    }
  }

  /// The day before the first counts, too: its nights reach into the horizon.
  private static func stretches(of hours: [ClockRange], _ scenario: Scenario) -> [TimeStretch] {
    let clock = scenario.clock
    let ranges = (-1...scenario.days.count).flatMap { day in hours.map { clock.range(day: day, $0) } }
    return merged(ranges, until: scenario.horizon.microseconds)
  }

  private static func merged(_ ranges: [ClockRange], until end: Int64) -> [TimeStretch] {
    var stretches: [TimeStretch] = []
    for range in ranges.sorted(by: { $0.start < $1.start }) where range.end > .zero && range.start.microseconds < end {
      let from = SimulationTime.zero + max(.zero, range.start)
      let to = SimulationTime.zero + min(range.end, TimeSpan(microseconds: end))
      if let last = stretches.last, from <= last.end {
        stretches[stretches.count - 1].end = max(last.end, to)
      } else {
        stretches.append(TimeStretch(start: from, end: to))
      }
    }
    return stretches
  }
}
