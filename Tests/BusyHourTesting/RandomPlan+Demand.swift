public import ContactCenter

extension RandomPlan {
  /// The same plan with every kind of arrival process, factors of the rate, thinnings, and streams that are turned away.
  ///
  /// - Parameter plan: to be changed; a plain random one of the seed where it is not given.
  public static func makeWithDemand(seed: Int, on plan: SimulationPlan? = nil) -> SimulationPlan {
    var plan = plan ?? make(seed: seed)
    var random = RepeatableRandom(seed: seed + 1_000_000)
    for index in plan.arrivals.indices {
      plan.arrivals[index].process = random.pick([
        .poisson, .exact, .renewal(coefficientOfVariation: random.pick([0.3, 2])),
      ])
      plan.arrivals[index].factors = factors(&random)
      plan.arrivals[index].thinnings = thinnings(plan, &random)
      plan.arrivals[index].isTurnedAway = random.chance(0.15)
      plan.arrivals[index].substream = random.pick([nil, UInt64(100 + index)])
    }
    return plan
  }

  private static func factors(_ random: inout RepeatableRandom) -> [RateFactor] {
    let scopes: [RateFactor.Scope] = [.replication, .day, .interval(correlation: random.pick([0, 0.8]))]
    return scopes.filter { _ in random.chance(0.4) }.map {
      RateFactor($0, coefficientOfVariation: random.pick([0.05, 0.4, 1.5]), group: random.whole(0...2))
    }
  }

  private static func thinnings(
    _ plan: SimulationPlan, _ random: inout RepeatableRandom
  ) -> [SimulationPlan.ArrivalStream.Thinning] {
    (0..<random.pick([0, 0, 1, 2])).map { _ in
      let start = SimulationTime(microseconds: Int64.random(in: 0..<plan.horizon.microseconds, using: &random))
      return .init(
        time: TimeStretch(start: start, end: start + .minutes(Int64(random.whole(1...300)))),
        kept: random.pick([0, 0.3, 1]), queue: random.chance(0.5) ? nil : random.whole(0...(plan.queues.count - 1)))
    }
  }
}
