internal import ContactCenter

/// Turns each team's schedule into tours of duty of its agents.
struct RosterBuilder {
  let scenario: Scenario
  /// What the teams that the solver staffs need; nil where there is none.
  let staffing: StaffingTable?
  private let clock: HorizonClock

  init(scenario: Scenario, staffing: StaffingTable?) {
    self.scenario = scenario
    self.staffing = staffing
    clock = scenario.clock
  }

  func rosters() -> [AgentRoster] { scenario.teams.indices.flatMap(rosters) }

  private func rosters(of team: Int) -> [AgentRoster] {
    switch scenario.teams[team].schedule {
    case .throughout(let count):
      return following(openRanges.map { ($0, count) }, team)
    case .byClock(let levels):
      return following(openRanges.flatMap { cut(levels, to: $0) }, team)
    case .shifts(let shifts):
      return shifts.flatMap { shift in (0..<shift.count).map { self.roster(of: shift, person: $0, team) } }
    case .solved: return following(solvedCounts(of: team), team)
    }
  }

  /// What the solver asks for, interval by interval; while the center is open somebody is there, calls or none, so that
  /// whoever came before is served.
  private func solvedCounts(of team: Int) -> [(ClockRange, Int)] {
    let least =
      staffing?.fewest ?? (try? StaffingSolver(scenario: scenario, team: team).scheduled(for: 1)) ?? 1
    let length = scenario.interval
    let openRanges = openRanges
    return (staffing?.teams[team] ?? []).compactMap { requirement in
      let start = Int64(requirement.load.index) * length
      let range = ClockRange(start: start, end: start + length)
      let isOpen = openRanges.contains { $0.start < range.end && range.start < $0.end }
      let count = max(requirement.scheduled, isOpen ? least : 0)
      return count > 0 ? (range, count) : nil
    }
  }

  /// Opening hours as stretches of the horizon; hours that touch are one.
  private var openRanges: [ClockRange] {
    var ranges: [ClockRange] = []
    for (index, day) in scenario.days.enumerated() {
      for open in day.open {
        let range = clock.range(day: index, open)
        if let last = ranges.last, last.end >= range.start {
          ranges[ranges.count - 1].end = max(last.end, range.end)
        } else {
          ranges.append(range)
        }
      }
    }
    return ranges
  }

  private func following(_ counts: [(ClockRange, Int)], _ team: Int) -> [AgentRoster] {
    let shrinkage = scenario.shrinkage(ofTeam: team)
    let stretches = counts.flatMap { range, count in
      ShrinkagePiece.pieces(range, of: shrinkage, scenario, clock).map { piece in
        HeadcountStretch(
          start: piece.range.start, end: piece.range.end, scheduled: count,
          planned: PlannedShares(shrinkage, on: piece.weekday, at: piece.clock))
      }
    }
    return AgentRoster.rosters(team: team, following: stretches)
  }

  /// The levels of the clock within one stretch of opening hours, repeated each day.
  private func cut(_ levels: [Team.Level], to open: ClockRange) -> [(ClockRange, Int)] {
    let firstDay = clock.place(of: open.start).day
    let lastDay = clock.place(of: open.end).day
    return ((firstDay - 1)...lastDay).flatMap { day in
      levels.compactMap { level -> (ClockRange, Int)? in
        let level = (clock: clock.range(day: day, level.clock), count: level.count)
        let start = max(open.start, level.clock.start)
        let end = min(open.end, level.clock.end)
        return start < end ? (ClockRange(start: start, end: end), level.count) : nil
      }
    }.sorted { $0.0.start < $1.0.start }
  }
}

// MARK: - Shifts

extension RosterBuilder {
  /// One person's tours in a shift. The night shift of the day before the horizon reaches into it.
  private func roster(of shift: Shift, person: Int, _ team: Int) -> AgentRoster {
    var roster = AgentRoster(team: team, tours: [])
    for day in -1..<scenario.days.count where isWorked(shift, on: day) {
      let hours = clock.range(day: day, shift.hours)
      let range = ClockRange(start: max(.zero, hours.start), end: min(scenario.horizon, hours.end))
      guard range.end > .zero, range.start < range.end else { continue }
      var tour = AgentRoster.Tour(start: range.start, end: range.end)
      tour.away = absence(of: shift, in: range, person: person, team)
      if tour.away.first.map({ $0.start == tour.start && $0.end == tour.end }) != true {
        tour.away += breaks(of: shift, startingAt: hours.start, person: person).filter { pause in
          pause.start >= .zero && pause.end <= hours.end
            && !tour.away.contains { $0.start < pause.end && pause.start < $0.end }
        }
        tour.away.sort { $0.start < $1.start }
      }
      roster.tours.append(tour)
    }
    return roster
  }

  /// When planned shrinkage keeps the person of a shift away: always the last ones of the shift.
  private func absence(of shift: Shift, in range: ClockRange, person: Int, _ team: Int) -> [AgentRoster.Away] {
    let shrinkage = scenario.shrinkage(ofTeam: team)
    var away: [AgentRoster.Away] = []
    for piece in ShrinkagePiece.pieces(range, of: shrinkage, scenario, clock) {
      let shares = PlannedShares(shrinkage, on: piece.weekday, at: piece.clock)
      let present = shares.present(of: shift.count)
      guard person >= present else { continue }
      let activity = shares.activity(ofAbsentee: person - present, among: shift.count - present)
      if let last = away.last, last.end == piece.range.start, last.activity == activity {
        away[away.count - 1].end = piece.range.end
      } else {
        away.append(.init(start: piece.range.start, end: piece.range.end, activity: activity))
      }
    }
    return away
  }

  /// Whether the center's day (or the day before the first) has the shift: its weekday counts, and the center opens.
  private func isWorked(_ shift: Shift, on day: Int) -> Bool {
    guard day >= 0 else {
      return shift.hours.end > .days(1) && shift.days.contains(scenario.days[0].weekday.advanced(by: -1))
    }
    return shift.days.contains(scenario.days[day].weekday) && !scenario.days[day].open.isEmpty
  }

  /// People of a shift take a break one after another, evenly spread over its window, on whole minutes.
  private func breaks(of shift: Shift, startingAt start: TimeSpan, person: Int) -> [AgentRoster.Away] {
    let unplaced = shift.breaks.count { $0.window == nil }
    var placed = 0
    return shift.breaks.map { pause in
      let window: ClockRange
      if let clock = pause.window {
        let offset = start - shift.hours.start
        window = ClockRange(start: clock.start + offset, end: clock.end + offset)
      } else {
        let part = shift.hours.length.microseconds / Int64(unplaced)
        window = ClockRange(
          start: start + TimeSpan(microseconds: part * Int64(placed)),
          end: start + TimeSpan(microseconds: part * Int64(placed + 1)))
        placed += 1
      }
      let room = (window.length - pause.length).microseconds
      let offset = room * Int64(2 * person + 1) / Int64(2 * shift.count) / 60_000_000 * 60_000_000
      let begin = window.start + TimeSpan(microseconds: max(0, offset))
      return AgentRoster.Away(start: begin, end: begin + pause.length, activity: pause.activity)
    }.sorted { $0.start < $1.start }
  }
}
