public import ContactCenter

extension RandomPlan {
  /// The same plan with chances of every kind that keep people from their work.
  ///
  /// - Parameter plan: to be changed; a plain random one of the seed where it is not given.
  public static func withDuties(seed: Int, on plan: SimulationPlan? = nil) -> SimulationPlan {
    var plan = plan ?? make(seed: seed)
    var random = RepeatableRandom(seed: seed + 2_000_000)
    plan.absences = absences(plan, &random)
    plan.add(chances(plan, &random))
    for team in plan.teams.indices { plan.teams[team].conduct = conduct(&random) }
    if random.chance(0.7) { plan.delayActivity = 1 }
    for agent in plan.agents.indices where random.chance(0.3) {
      plan.agents[agent].hiredWeeksAgo = random.whole(0...3)
      // Weeks end inside these short plans, so that some leave.
      if random.chance(0.5) {
        let minute = random.whole(0...Int(plan.horizon.microseconds / 60_000_000))
        plan.add([.init(time: .zero + .minutes(Int64(minute)), agent: agent, kind: .mayResign(week: 1))])
      }
    }
    if plan.queues.count > 1, random.chance(0.5), plan.queues[1].rules.review == nil {
      plan.queues[0].rules.review = ReviewRule(share: share(&random), queue: 1)
    }
    return plan
  }

  private static func absences(
    _ plan: SimulationPlan, _ random: inout RepeatableRandom
  ) -> [SimulationPlan.Absence] {
    (0..<random.pick([0, 1, 2, 3])).map { _ in
      var absence = SimulationPlan.Absence(
        activity: random.whole(0...2), probability: share(&random),
        team: random.chance(0.5) ? random.whole(0...(plan.teams.count - 1)) : nil)
      if random.chance(0.5) { absence.byDay = plan.dayStarts.dropLast().map { _ in share(&random) } }
      if random.chance(0.5) { absence.correlation = .percent(Int64(random.pick([1, 10, 50]))) }
      return absence
    }
  }

  private static func conduct(_ random: inout RepeatableRandom) -> SimulationPlan.Conduct {
    var conduct = SimulationPlan.Conduct()
    func slip(_ random: inout RepeatableRandom) -> SimulationPlan.Conduct.Slip? {
      guard random.chance(0.5) else { return nil }
      return .init(
        activity: random.whole(0...2), probability: share(&random), mean: .minutes(Int64(random.pick([1, 5, 30]))))
    }
    conduct.lateness = slip(&random)
    conduct.overrun = slip(&random)
    conduct.afterContact = slip(&random)
    if random.chance(0.5) {
      conduct.straying = .init(
        activity: random.whole(0...2), every: .minutes(Int64(random.pick([2, 20, 120]))), mean: .minutes(3))
    }
    if random.chance(0.5) {
      var (first, second) = (Onboarding.Stage(weeks: 1), Onboarding.Stage(weeks: 2))
      (first.training, first.handleTimeFactor) = (random.pick([.zero, .percent(30), .whole]), 1.5)
      (second.resolvedFactor, second.reviewed) = (0.5, .percent(80))
      conduct.onboarding = Onboarding(stages: [first, second])
    }
    if random.chance(0.5) {
      conduct.attrition = Attrition(weekly: share(&random), replacedAfterWeeks: random.pick([nil, 0]))
    }
    return conduct
  }

  /// Away by chance inside tours, or at their very start.
  private static func chances(_ plan: SimulationPlan, _ random: inout RepeatableRandom) -> [SimulationPlan.Duty] {
    plan.duties.filter { $0.kind == .signIn }.flatMap { signIn in
      (0..<random.pick([0, 0, 1, 2])).map { number in
        let start = signIn.time + .minutes(Int64(random.pick([0, random.whole(0...90)])))
        return .init(
          time: start, agent: signIn.agent,
          kind: .chance(
            activity: random.whole(0...2), length: .minutes(Int64(random.pick([1, 15, 60]))),
            probability: share(&random), number: number))
      }
    }
  }

  private static func share(_ random: inout RepeatableRandom) -> Share { .percent(Int64(random.whole(0...70))) }
}
