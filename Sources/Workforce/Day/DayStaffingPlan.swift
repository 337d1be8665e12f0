public import ContactCenter
internal import Erlang

/// The requirement of every interval of every team by one of the methods for a changing day.
///
/// Deferred work has no place in a scenario yet; `Erlang.DeferredWork` holds its formula.
public struct DayStaffingPlan: Hashable, Sendable {
  public var method: DayMethod
  /// Whether patience counts (Erlang A) or nobody hangs up (Erlang C).
  public var countsAbandonment: Bool
  /// One list a team, one entry an interval.
  public var teams: [[DayRequirement]]

  /// - Parameter countsAbandonment: Erlang A where the team's contacts have a patience.
  /// - Throws: ``StaffingProblem``.
  /// - Complexity: one requirement an interval; iterative staffing solves the day three to six times.
  public init(_ scenario: Scenario, method: DayMethod, countsAbandonment: Bool) throws(StaffingProblem) {
    let forecast = Forecast(scenario)
    var teams: [[DayRequirement]] = []
    for team in scenario.teams.indices {
      let loads = IntervalLoad.loads(of: team, in: scenario, forecast, intervals: scenario.intervalCount)
      do {
        let sizing = try DaySizing(
          TeamDay(of: team, in: scenario, forecast), scenario, method: method, countsAbandonment: countsAbandonment)
        var requirements: [DayRequirement] = []
        for load in loads { requirements.append(try sizing.requirement(for: load)) }
        teams.append(requirements)
      } catch {
        throw StaffingProblem(error, of: "'\(scenario.teams[team].name)' by \(method.rawValue)")
      }
    }
    self.method = method
    self.countsAbandonment = countsAbandonment
    self.teams = teams
  }

  /// The table that a plan is built from.
  public var table: StaffingTable {
    StaffingTable(
      teams: teams.map { requirements in
        requirements.map {
          IntervalRequirement(load: $0.load, positions: $0.positions, scheduled: $0.scheduled, binding: $0.binding)
        }
      })
  }
}
