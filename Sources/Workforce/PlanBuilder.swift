public import ContactCenter

/// Scenario -> plan: the forecast, the staffing, the duties of every agent.
public enum PlanBuilder {
  /// - Throws: ``StaffingProblem`` where the staffing is to be worked out and cannot be.
  public static func build(_ scenario: Scenario) throws(StaffingProblem) -> StaffedPlan {
    let isSolved = scenario.teams.contains { $0.schedule == .solved }
    return try build(scenario, staffing: isSolved ? try StaffingTable(scenario) : nil)
  }

  /// Why the run cannot begin in the state that the scenario gives; nil where it can, or has none.
  public static func startProblem(of scenario: Scenario) -> StaffingProblem? {
    guard scenario.queues.contains(where: { !$0.present.talks.isEmpty }) else { return nil }
    do throws(StaffingProblem) {
      _ = try build(scenario)
      return nil
    } catch {
      return error.key.isEmpty ? nil : error
    }
  }

  /// The plan of a staffing that is known already.
  /// - Throws: ``StaffingProblem`` where more talks go on at its start than there are people for.
  /// - Precondition: `staffing` is of the scenario, and there where a team is solved.
  public static func build(_ scenario: Scenario, staffing: StaffingTable?) throws(StaffingProblem) -> StaffedPlan {
    let forecast = Forecast(scenario)
    var rosters = RosterBuilder(scenario: scenario, staffing: staffing).rosters()
    ActivityLayout(scenario).apply(to: &rosters)
    rosters = LossLayout(scenario, forecast).applied(to: rosters)
    let start = StartLayout(scenario)
    rosters = start.cut(rosters)
    let layout = ShrinkageLayout(scenario, rosters)
    let present = try start.present(&rosters)
    let (activities, door) = (layout.activities, DoorLayout(scenario))
    let horizon = SimulationTime.zero + scenario.horizon
    var plan = SimulationPlan(
      horizon: horizon,
      dayStarts: dayStarts(of: scenario) + [horizon],
      interval: scenario.interval,
      arrivals: start.cut(forecast.streams + ListLayout(scenario: scenario).streams),
      queues: scenario.queues.map { queue($0, scenario) },
      teams: scenario.teams.enumerated().map {
        .init(skills: door.skills(of: $0, rosters), contactChoice: $1.contactChoice)
      },
      agents: ConductLayout.agents(rosters, scenario),
      duties: duties(of: rosters, layout, scenario),
      absences: layout.absences,
      activities: activities,
      disconnects: scenario.afterClose == .disconnect ? closings(of: scenario) : [])
    for (index, team) in scenario.teams.enumerated() { plan.teams[index].release = team.release }
    plan.closedUntil = plan.disconnects.map { reopening(after: $0, scenario) }
    ConductLayout(scenario, layout).apply(to: &plan)
    plan.trunkGroups = scenario.trunkGroups
    plan.outages = start.cut(scenario.outages)
    plan.present = present
    plan.premiums = PlanTimes.premiums(scenario)
    plan.faults = scenario.faults
    plan.warmUpDays = scenario.run.warmUpDays
    plan.waitBasis = scenario.waitBasis
    if !scenario.losses.isEmpty { plan.lossActivity = activities.firstIndex(of: LossLayout.activity) }
    if !plan.isPlain { setOpenTime(of: &plan, scenario) }
    return StaffedPlan(plan: plan, staffing: staffing, activities: layout.assumptions(rosters))
  }

  /// Where contacts may come back.
  private static func setOpenTime(of plan: inout SimulationPlan, _ scenario: Scenario) {
    plan.openTime = PlanTimes.open(scenario)
    for (queue, days) in scenario.demand.queueDays.enumerated() {
      plan.queues[queue].openTime = days.map { PlanTimes.open(scenario, on: $0) }
    }
  }

  private static func queue(_ queue: ContactQueue, _ scenario: Scenario) -> SimulationPlan.Queue {
    var planned = SimulationPlan.Queue(
      handleTime: queue.handleTime, wrapUp: queue.wrapUp, patience: queue.patience, priority: queue.priority,
      rules: queue.rules)
    planned.factors = queue.factors.map { PlanTimes.factors($0, scenario) }
    return planned
  }

  private static func duties(
    of rosters: [AgentRoster], _ layout: ShrinkageLayout, _ scenario: Scenario
  ) -> [SimulationPlan.Duty] {
    let activities = layout.activities
    let closings = Set(closings(of: scenario))
    var duties: [SimulationPlan.Duty] = []
    for (agent, roster) in rosters.enumerated() {
      for tour in roster.tours {
        let end = SimulationTime.zero + tour.end
        duties.append(.init(time: .zero + tour.start, agent: agent, kind: .signIn))
        for away in tour.away {
          let activity = activities.firstIndex(of: away.activity)!
          let kind: SimulationPlan.Duty.Kind =
            away.end >= tour.end ? .away(activity: activity) : .pause(activity: activity, length: away.end - away.start)
          duties.append(.init(time: .zero + away.start, agent: agent, kind: kind))
        }
        duties += layout.chances(of: tour, agent: agent, team: roster.team)
        let serves = scenario.afterClose == .serve && closings.contains(end)
        duties.append(.init(time: end, agent: agent, kind: .signOut(serveQueue: serves)))
      }
    }
    return inOrder(duties + ConductLayout.weekEnds(rosters, scenario))
  }

  /// By time; at one instant those who leave go first, then those who come, each with the break that their tour begins
  /// with, then the other breaks, each by agent.
  private static func inOrder(_ duties: [SimulationPlan.Duty]) -> [SimulationPlan.Duty] {
    func rank(_ kind: SimulationPlan.Duty.Kind) -> Int {
      switch kind {
      case .signOut: 0
      case .mayResign: 1
      case .signIn, .pause, .away, .chance: 2
      }
    }
    return duties.enumerated().sorted {
      ($0.element.time, rank($0.element.kind), $0.element.agent, $0.offset)
        < ($1.element.time, rank($1.element.kind), $1.element.agent, $1.offset)
    }.map(\.element)
  }

  /// Where each day begins for figures "a day": at midnight, or when the opening hours of the day before end, so that a
  /// night's calls belong to the evening on which it began.
  private static func dayStarts(of scenario: Scenario) -> [SimulationTime] {
    let length = scenario.interval.microseconds
    let clock = scenario.clock
    return scenario.days.indices.map { index in
      guard index > 0 else { return .zero + scenario.start }
      let spill = (scenario.days[index - 1].open.map(\.end).max() ?? .zero) - .days(1)
      let ownOpening = scenario.days[index].open.map(\.start).min() ?? .days(1)
      let offset = max(.zero, min(spill, ownOpening))
      // Days are made of whole intervals.
      let intervals = (clock.instant(day: index, offset).microseconds + length - 1) / length
      return .zero + intervals * scenario.interval
    }
  }

  /// When callers may wait on a line again after a closing: at the next opening, or when those come who wait for it.
  private static func reopening(after closing: SimulationTime, _ scenario: Scenario) -> SimulationTime {
    guard let open = scenario.openStretches.first(where: { $0.start > closing }) else { return .limit }
    let early = ClosedTimeLayout(scenario).earlyStretches.first { $0.end == open.start }
    return early?.start ?? open.start
  }

  /// The instants at which the center closes.
  private static func closings(of scenario: Scenario) -> [SimulationTime] {
    let clock = scenario.clock
    let ranges = scenario.days.enumerated().flatMap { index, day in day.open.map { clock.range(day: index, $0) } }
      .sorted { $0.start < $1.start }
    return ranges.filter { range in !ranges.contains { $0.start <= range.end && $0.end > range.end } }
      .map { .zero + $0.end }
  }
}

/// A plan ready for the simulator, and the requirement that it follows; nil where the scenario says who works when.
public struct StaffedPlan: Hashable, Sendable {
  public var plan: SimulationPlan
  public var staffing: StaffingTable?
  /// What the scenario assumes of each activity of the plan, in their order.
  public var activities: [ActivityAssumption]
}
