internal import ContactCenter

/// Puts on a plan how people keep to it, who is new, and when people may leave.
struct ConductLayout {
  private let scenario: Scenario
  private let layout: ShrinkageLayout

  init(_ scenario: Scenario, _ layout: ShrinkageLayout) {
    self.scenario = scenario
    self.layout = layout
  }

  func apply(to plan: inout SimulationPlan) {
    for team in scenario.teams.indices { plan.teams[team].conduct = conduct(ofTeam: team) }
    if scenario.hasConduct { plan.delayActivity = layout.index(of: Conduct.delayName) }
  }

  private func conduct(ofTeam team: Int) -> SimulationPlan.Conduct {
    let source = scenario.conduct(ofTeam: team)
    var conduct = SimulationPlan.Conduct()
    conduct.lateness = source.lateness.map { slip($0, Conduct.latenessName) }
    conduct.overrun = source.overrun.map { slip($0, Conduct.overrunName) }
    conduct.afterContact = source.afterContact.map { slip($0, Conduct.afterContactName) }
    conduct.straying = source.straying.map {
      .init(activity: layout.index(of: Conduct.strayingName), every: $0.every, mean: $0.mean)
    }
    guard Self.hasNewcomers(scenario.teams[team]) else { return conduct }
    conduct.onboarding = scenario.onboarding
    if scenario.onboarding.stages.contains(where: { $0.training > .zero }) {
      conduct.trainingActivity = layout.index(of: Onboarding.activityName)
    }
    conduct.attrition = scenario.teams[team].attrition
    return conduct
  }

  private func slip(_ slip: Conduct.Slip, _ name: String) -> SimulationPlan.Conduct.Slip {
    .init(activity: layout.index(of: name), probability: slip.share, mean: slip.mean)
  }

  private static func hasNewcomers(_ team: Team) -> Bool { team.newcomers != nil || team.attrition != nil }

  /// The first people of a team are its newcomers.
  static func agents(_ rosters: [AgentRoster], _ scenario: Scenario) -> [SimulationPlan.AgentPlan] {
    var left = scenario.teams.map { $0.newcomers?.count ?? 0 }
    return rosters.map { roster in
      var agent = SimulationPlan.AgentPlan(team: roster.team)
      if left[roster.team] > 0 {
        left[roster.team] -= 1
        agent.hiredWeeksAgo = scenario.teams[roster.team].newcomers?.weeks
      }
      return agent
    }
  }

  /// Between weeks of the horizon everybody in a team with attrition may leave.
  static func weekEnds(_ rosters: [AgentRoster], _ scenario: Scenario) -> [SimulationPlan.Duty] {
    let clock = scenario.clock
    return stride(from: 7, to: scenario.days.count, by: 7).flatMap { day in
      rosters.indices.filter { scenario.teams[rosters[$0].team].attrition != nil }.map { agent in
        .init(time: .zero + clock.start(ofDay: day), agent: agent, kind: .mayResign(week: day / 7))
      }
    }
  }
}
