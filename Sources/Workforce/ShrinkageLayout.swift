internal import ContactCenter

/// Lays the shrinkage of a scenario over its horizon: the chances of absence, and what is assumed of each category.
struct ShrinkageLayout {
  /// Names of everything that keeps people away, in order of first appearance.
  let activities: [String]
  private let scenario: Scenario
  private let clock: HorizonClock
  private let shrinkage: [Shrinkage]
  private let number: [String: Int]
  private let kinds: [AwayActivity.Kind]

  init(_ scenario: Scenario, _ rosters: [AgentRoster]) {
    self.scenario = scenario
    clock = scenario.clock
    shrinkage = scenario.teams.indices.map(scenario.shrinkage(ofTeam:))
    let away = scenario.awayActivities
    var names = away.map(\.name)
    var number = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    for name in rosters.lazy.flatMap({ $0.tours.flatMap { $0.away.map(\.activity) } }) where number[name] == nil {
      number[name] = names.count
      names.append(name)
    }
    (activities, self.number) = (names, number)
    let hasLosses = !scenario.losses.isEmpty
    kinds =
      away.map(\.kind)
      + names.dropFirst(away.count).map { hasLosses && $0 == LossLayout.activity ? .unplanned : .scheduled }
  }

  func index(of activity: String) -> Int { number[activity]! }

  // MARK: Chance

  /// Chances of being absent for a whole tour: one list for all where no team has its own.
  var absences: [SimulationPlan.Absence] {
    guard scenario.teams.contains(where: { $0.shrinkage != nil }) else {
      return scenario.shrinkage.unplanned.map { absence($0, team: nil) }
    }
    return shrinkage.enumerated().flatMap { team, shrinkage in
      shrinkage.unplanned.map { absence($0, team: team) }
    }
  }

  private func absence(_ category: Shrinkage.Category, team: Int?) -> SimulationPlan.Absence {
    var absence = SimulationPlan.Absence(
      activity: index(of: category.name), probability: category.share, team: team)
    if !category.weekdayShares.isEmpty { absence.byDay = scenario.days.map { category.share(on: $0.weekday) } }
    absence.correlation = category.correlation
    return absence
  }

  /// Chances of being away for a stretch of the clock, for each that begins in a tour or before it.
  func chances(of tour: AgentRoster.Tour, agent: Int, team: Int) -> [SimulationPlan.Duty] {
    let windows = shrinkage[team].unplanned.flatMap { category in category.clockShares.map { (category, $0) } }
    guard !windows.isEmpty else { return [] }
    let days = (clock.place(of: tour.start).day - 1)...clock.place(of: tour.end).day
    return windows.enumerated().flatMap { number, window in
      let (category, stretch) = window
      return days.compactMap { day -> SimulationPlan.Duty? in
        let range = clock.range(day: day, stretch.clock)
        let (start, end) = (max(tour.start, range.start), min(tour.end, range.end))
        guard start < end else { return nil }
        // A tour has a window of the clock once, twice around midnight.
        let place = (2 * number + (day - days.lowerBound) % 2) % 256
        return .init(
          time: .zero + start, agent: agent,
          kind: .chance(
            activity: index(of: category.name), length: end - start,
            probability: Self.remaining(stretch.share, after: category.share(on: scenario.weekday(ofDay: day))),
            number: place))
      }
    }
  }

  /// The chance of those who are there, so that with those who are absent all day the share comes out.
  private static func remaining(_ share: Share, after allDay: Share) -> Share {
    let there = allDay.complement.partsPerBillion
    guard share > allDay, there > 0 else { return .zero }
    return Share(
      partsPerBillion: Int64((Double(share.partsPerBillion - allDay.partsPerBillion) / Double(there) * 1e9).rounded()))
  }

  // MARK: Assumptions

  /// What is assumed of each activity, as shares of the time that the rosters schedule.
  func assumptions(_ rosters: [AgentRoster]) -> [ActivityAssumption] {
    var away = Array(repeating: 0.0, count: activities.count)
    var paid = 0.0
    for roster in rosters {
      for tour in roster.tours {
        paid += (tour.end - tour.start).inSeconds
        addCategories(of: tour, shrinkage[roster.team], to: &away)
        // What the rosters hold: what stands in the schedule, and people who are lost.
        for pause in tour.away where index(of: pause.activity) >= scenario.awayActivities.count || isScheduled(pause) {
          away[index(of: pause.activity)] += (pause.end - pause.start).inSeconds
        }
      }
    }
    return activities.indices.map { index in
      let isStated =
        switch kinds[index] {
        case .planned, .unplanned: true
        case .scheduled: activities[index] != Onboarding.activityName
        case .conduct, .delay: false
        }
      return ActivityAssumption(
        name: activities[index], kind: kinds[index], share: isStated ? (paid > 0 ? away[index] / paid : 0) : nil)
    }
  }

  private func isScheduled(_ pause: AgentRoster.Away) -> Bool { kinds[index(of: pause.activity)] == .scheduled }

  private func addCategories(of tour: AgentRoster.Tour, _ shrinkage: Shrinkage, to away: inout [Double]) {
    let range = ClockRange(start: tour.start, end: tour.end)
    for piece in ShrinkagePiece.pieces(range, of: shrinkage, scenario, clock) {
      for category in shrinkage.planned + shrinkage.unplanned {
        let share = category.share(on: piece.weekday, at: piece.clock)
        away[index(of: category.name)] += share.fraction * piece.range.length.inSeconds
      }
    }
  }
}
