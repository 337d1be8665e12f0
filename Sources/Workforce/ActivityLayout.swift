internal import ContactCenter

/// Puts scheduled activities into rosters: meetings, training, coaching, vacation.
struct ActivityLayout {
  private let scenario: Scenario
  private let clock: HorizonClock

  init(_ scenario: Scenario) {
    self.scenario = scenario
    clock = scenario.clock
  }

  func apply(to rosters: inout [AgentRoster]) {
    for activity in scenario.activities {
      var turns = Array(repeating: 0, count: scenario.teams.count)
      for day in scenario.days.indices where activity.isOn(scenario.days[day]) {
        let range = clock.range(day: day, activity.clock ?? .allDay)
        for team in activity.teams {
          let chosen = place(activity, in: range, team, people: activity.people, &turns, &rosters)
          guard let with = activity.with else { continue }
          _ = place(activity, in: range, with, people: chosen, &turns, &rosters)
        }
        // People who are away for whole days stay so for all of them.
        if activity.clock == nil { turns = Array(repeating: 0, count: turns.count) }
      }
    }
  }

  /// - Returns: how many people it takes.
  private func place(
    _ activity: ScheduledActivity, in range: ClockRange, _ team: Int, people: Int?, _ turns: inout [Int],
    _ rosters: inout [AgentRoster]
  ) -> Int {
    let members = rosters.indices.filter { rosters[$0].team == team }
    guard !members.isEmpty else { return 0 }
    var taken = 0
    for offset in members.indices where taken < people ?? .max {
      let member = members[(turns[team] + offset) % members.count]
      if take(activity, in: range, of: &rosters[member]) { taken += 1 }
    }
    if let people { turns[team] += people }
    return taken
  }

  /// Puts it into the tour that holds it, if the person is free then; of a whole day, into every tour that begins on it.
  private func take(_ activity: ScheduledActivity, in range: ClockRange, of roster: inout AgentRoster) -> Bool {
    var isTaken = false
    for index in roster.tours.indices {
      let tour = roster.tours[index]
      if activity.clock == nil {
        guard range.contains(tour.start) else { continue }
        roster.tours[index].away = [.init(start: tour.start, end: tour.end, activity: activity.name)]
        isTaken = true
      } else {
        guard tour.start <= range.start, range.end <= tour.end,
          !tour.away.contains(where: { $0.start < range.end && range.start < $0.end })
        else { continue }
        roster.tours[index].away.append(.init(start: range.start, end: range.end, activity: activity.name))
        roster.tours[index].away.sort { $0.start < $1.start }
        isTaken = true
      }
    }
    return isTaken
  }
}
