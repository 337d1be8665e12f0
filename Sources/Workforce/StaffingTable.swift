public import ContactCenter

/// The requirement of every team in every interval of the horizon.
public struct StaffingTable: Hashable, Sendable {
  /// One list a team, one entry an interval.
  public var teams: [[IntervalRequirement]]

  /// - Throws: ``StaffingProblem``, see ``StaffingSolver/requirement(for:)``.
  public init(_ scenario: Scenario) throws(StaffingProblem) {
    let forecast = Forecast(scenario)
    var teams: [[IntervalRequirement]] = []
    for team in scenario.teams.indices {
      var solver = StaffingSolver(scenario: scenario, team: team)
      let shrinkage = scenario.shrinkage(ofTeam: team)
      let clock = scenario.clock
      var requirements: [IntervalRequirement] = []
      for load in IntervalLoad.loads(of: team, in: scenario, forecast, intervals: scenario.intervalCount) {
        if !shrinkage.isUniform {
          let place = clock.place(of: load.start - .zero)
          solver.shrinkage = shrinkage.totalShare(on: scenario.weekday(ofDay: place.day), at: place.clock)
        }
        requirements.append(try solver.requirement(for: load))
      }
      teams.append(requirements)
    }
    self.teams = teams
  }

  init(teams: [[IntervalRequirement]]) { self.teams = teams }

  /// People who are there while the center is open, calls or none; nil: as many as keep one on the phones.
  public private(set) var fewest: Int?

  /// The staffing as it was worked out for a scenario, to be kept while another scenario's world is different: neither its
  /// people nor the fewest of them follow the other's targets, demand or shrinkage.
  public func kept(from scenario: Scenario) -> StaffingTable {
    var table = self
    table.fewest = (try? StaffingSolver(scenario: scenario).scheduled(for: 1)) ?? 1
    return table
  }

  /// Whether the staffing can be that of another scenario: the same teams, solved alike, over the same intervals.
  public func fits(_ scenario: Scenario) -> Bool {
    teams.count == scenario.teams.count && teams.allSatisfy { $0.count == scenario.intervalCount }
  }

  /// The interval of a team with the greatest load, the first at a tie.
  public func peak(of team: Int) -> IntervalRequirement? {
    teams[team].max { $0.load.offeredLoadErlangs < $1.load.offeredLoadErlangs }.flatMap { greatest in
      teams[team].first { $0.load.offeredLoadErlangs >= greatest.load.offeredLoadErlangs * (1 - 1e-9) }
    }
  }

  /// The interval's staffing and its neighbours: two people fewer to one more, unstable ones left out.
  /// - Throws: ``StaffingProblem`` where the shrinkage leaves nobody.
  public static func neighbourhood(
    of requirement: IntervalRequirement, by solver: StaffingSolver
  ) throws(StaffingProblem) -> [IntervalRequirement] {
    var rows: [IntervalRequirement] = []
    var before: Double?
    for positions in max(1, requirement.positions - 3)...(requirement.positions + 1) {
      var row = try solver.load(requirement.load, with: positions)
      guard let level = row.serviceLevel else { continue }
      row.lastAgentAdds = before.map { level - $0 }
      before = level
      if positions >= requirement.positions - 2 { rows.append(row) }
    }
    return rows
  }
}

extension Scenario {
  /// Length of the horizon: whole days, or until the last closing where that lies past midnight, and as long after it as
  /// callers still come, in whole intervals.
  public var horizon: TimeSpan {
    let clock = clock
    let ends = days.enumerated().flatMap { index, day in day.open.map { clock.instant(day: index, $0.end) } }
    let last = max(clock.start(ofDay: days.count), (ends.max() ?? .zero) + timeOfLateCallers)
    let intervals = (last.microseconds + interval.microseconds - 1) / interval.microseconds
    return intervals * interval
  }

  /// How long after a closing callers come; a center that never closes has none.
  private var timeOfLateCallers: TimeSpan {
    guard let late = demand.lateCallers, let open = openStretches.first else { return .zero }
    let neverCloses = open.start == .zero && open.end >= .zero + clock.start(ofDay: days.count)
    return neverCloses ? .zero : late.within
  }

  public var intervalCount: Int { Int(horizon.microseconds / interval.microseconds) }
}
