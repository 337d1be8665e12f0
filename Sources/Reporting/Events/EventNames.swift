public import ContactCenter

/// The words behind the numbers in events.
public struct EventNames: Hashable, Sendable {
  public var queues: [String]
  public var teams: [String]
  /// `front-03`: the team and the agent's number in it.
  public var agents: [String]
  public var activities: [String]
  public var acceptableWaits: [TimeSpan]
  public var waitBasis: WaitBasis
  /// Whether queues have busy days of their own.
  public var isBusynessByQueue: Bool
  /// Date of the first day; nil where the scenario has no dates.
  public var firstDate: CalendarDate?
  public var firstWeekday: Weekday
  public var clock: HorizonClock
  /// When the center closes and cuts the lines of those who wait.
  public var disconnects: [SimulationTime]

  public init(scenario: Scenario, plan: SimulationPlan) {
    queues = scenario.queues.map(\.name)
    teams = scenario.teams.map(\.name)
    agents = Self.agentNames(plan, teams: scenario.teams.map(\.name))
    activities = plan.activities
    waitBasis = scenario.waitBasis
    isBusynessByQueue = scenario.demand.variation.isBusynessByQueue
    acceptableWaits = scenario.queues.map(\.acceptableWait)
    firstDate = scenario.days.first?.date
    firstWeekday = scenario.days.first?.weekday ?? .monday
    clock = scenario.clock
    disconnects = plan.disconnects
  }

  public func queue(_ index: Int) -> String { Self.name(queues, index) }
  public func team(_ index: Int) -> String { Self.name(teams, index) }
  public func agent(_ index: Int) -> String { Self.name(agents, index) }
  public func activity(_ index: Int) -> String { Self.name(activities, index) }

  /// `2026-11-23 10:31:04.210`, or `Mon 10:31:04.210` without dates; `day 3 Wed` where a week is not enough.
  public func instant(_ time: SimulationTime) -> String {
    let (day, clock) = clock.place(of: time - .zero)
    let name = firstDate.map { $0.advanced(by: day).description } ?? firstWeekday.advanced(by: day).abbreviation
    return "\(name) \(ClockText.milliseconds(clock))"
  }

  /// A log may hold a number that this scenario has no name for.
  private static func name(_ names: [String], _ index: Int) -> String {
    names.indices.contains(index) ? names[index] : "#\(index)"
  }

  private static func agentNames(_ plan: SimulationPlan, teams: [String]) -> [String] {
    var counts = Array(repeating: 0, count: plan.teams.count)
    return plan.agents.map { agent in
      counts[agent.team] += 1
      let number = counts[agent.team]
      return "\(name(teams, agent.team))-\(number < 10 ? "0" : "")\(number)"
    }
  }
}
