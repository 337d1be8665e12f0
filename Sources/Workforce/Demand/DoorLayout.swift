internal import ContactCenter

/// The door of the center: callers who come before opening and wait for it are not served earlier, though people may be
/// there. Work that can wait, and calls out, know no door.
struct DoorLayout {
  private let scenario: Scenario
  /// When callers come before each opening.
  private let early: [TimeStretch]

  init(_ scenario: Scenario) {
    self.scenario = scenario
    early = ClosedTimeLayout(scenario).earlyStretches
  }

  /// The skills of a team, less the time in which its people are there and the door is shut. Hours that the scenario gives
  /// for a queue stand: people on call answer at night.
  func skills(of team: Int, _ rosters: [AgentRoster]) -> [Skill] {
    let skills = PlanTimes.skills(of: scenario.teams[team], scenario)
    let shut = shutStretches(of: team, rosters)
    guard !shut.isEmpty else { return skills }
    return skills.map { skill in
      guard skill.hours == nil, !scenario.queues[skill.queue].rules.channel.isDeferred else { return skill }
      var skill = skill
      skill.hours = rest(of: shut)
      return skill
    }
  }

  /// From the first of the team who comes before an opening, or since callers come, until it.
  private func shutStretches(of team: Int, _ rosters: [AgentRoster]) -> [TimeStretch] {
    guard !early.isEmpty else { return [] }
    let tours = rosters.filter { $0.team == team }.flatMap(\.tours)
    return early.compactMap { stretch in
      let opening = stretch.end - .zero
      let first = tours.filter { $0.start < opening && $0.end >= opening }.map(\.start).min()
      return first.map { TimeStretch(start: max(stretch.start, .zero + $0), end: stretch.end) }
    }
  }

  private func rest(of shut: [TimeStretch]) -> [TimeStretch] {
    var stretches: [TimeStretch] = []
    var start = SimulationTime.zero
    for time in shut {
      if start < time.start { stretches.append(TimeStretch(start: start, end: time.start)) }
      start = time.end
    }
    // Whoever stays after the horizon serves on.
    return stretches + [TimeStretch(start: start, end: .zero + scenario.horizon + .days(7))]
  }
}
