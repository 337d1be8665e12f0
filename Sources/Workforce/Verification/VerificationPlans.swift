public import ContactCenter

/// The plan with what no formula counts taken out, one thing after the other: to be simulated on the same draws.
public struct VerificationPlans: Hashable, Sendable {
  /// Every team has one kind of contact with the exponential laws of the formula; nobody is absent by chance.
  public var asAssumed: SimulationPlan
  /// Acceptable waits of its queues, one a team.
  public var assumedWaits: [TimeSpan]
  /// The scenario's laws, kinds, skills and priorities; nobody is absent by chance.
  public var withLaws: SimulationPlan
  /// The plan itself.
  public var whole: SimulationPlan

  public init(_ scenario: Scenario, plan: SimulationPlan) {
    whole = plan
    withLaws = plan
    withLaws.absences = []
    let forecast = Forecast(scenario)
    let days = scenario.teams.indices.map { TeamDay(of: $0, in: scenario, forecast) }
    let shares = scenario.teams.map { team in team.queues.reduce(0) { $0 + scenario.share(ofQueue: $1) } }
    let total = shares.reduce(0, +)
    asAssumed = withLaws
    assumedWaits = days.map { Self.span($0?.thresholdSeconds ?? 0) }
    asAssumed.queues = days.map { day in
      SimulationPlan.Queue(
        handleTime: .exponential(mean: Self.span(day?.handleTimeSeconds ?? 1)), wrapUp: nil,
        patience: day?.patienceSeconds.map { .exponential(mean: Self.span($0)) }, priority: 0)
    }
    // Nor do they know lines that fail or are too few.
    (asAssumed.outages, asAssumed.faults, asAssumed.trunkGroups) = ([], [], [])
    asAssumed.teams = days.indices.map { SimulationPlan.TeamPlan(queues: [$0]) }
    // Formulas know neither factors of the rate nor surprises: they count on the planned contacts.
    asAssumed.arrivals = forecast.planned.compactMap { stream in
      let own = forecast.hasOneMix ? shares : scenario.teams.map { Self.share(of: $0, in: stream.mix, scenario) }
      let all = forecast.hasOneMix ? total : own.reduce(0, +)
      guard all > 0 else { return nil }
      return SimulationPlan.ArrivalStream(
        pieces: stream.pieces, mix: own.map { $0 / all }, thinnings: stream.thinnings.filter { $0.queue == nil },
        substream: stream.substream)
    }
  }

  private static func share(of team: Team, in mix: [Double], _ scenario: Scenario) -> Double {
    team.queues.reduce(0) { sum, queue in
      sum + mix[queue] / Double(max(1, scenario.teams.count { $0.queues.contains(queue) }))
    }
  }

  private static func span(_ seconds: Double) -> TimeSpan { TimeSpan(microseconds: Int64((seconds * 1e6).rounded())) }
}
