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
