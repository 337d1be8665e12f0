internal import ContactCenter
internal import Randomness

/// The factors that one replication draws for the rate of a stream. Draws are keyed by day and interval: no other draw
/// moves them, and they move no other.
struct RateFactorDraws {
  let seed: UInt64
  let replication: UInt64
  /// The normal variate of the last interval that was asked for, so that a day takes one step an interval.
  private var last = Step(firstInterval: -1, interval: -1, group: -1, correlation: 0, z: 0)

  /// The last factors of the replication and of a day: all pieces of a day ask for the same.
  private var ofReplication = Drawn()
  private var ofDay = Drawn()

  private struct Drawn {
    var factor: RateFactor?
    var number: UInt64 = 0
    var value = 1.0
  }

  private struct Step {
    var firstInterval: Int
    var interval: Int
    var group: Int
    var correlation: Double
    var z: Double
  }

  init(seed: UInt64, replication: UInt64) {
    self.seed = seed
    self.replication = replication
  }

  /// The product of a stream's factors for a stretch that lies inside one day and one interval.
  /// - Parameter firstInterval: first interval of that day.
  mutating func product(_ factors: [RateFactor], day: Int, interval: Int, firstInterval: Int) -> Double {
    var product = 1.0
    for factor in factors {
      switch factor.scope {
      case .replication:
        if ofReplication.factor != factor { ofReplication = gamma(factor, .forecastError, number: 0) }
        product *= ofReplication.value
      case .day:
        let number = UInt64(day)
        if ofDay.factor != factor || ofDay.number != number { ofDay = gamma(factor, .busyness, number: number) }
        product *= ofDay.value
      case .interval(let correlation):
        product *= lognormal(factor, correlation, interval: interval, firstInterval: firstInterval)
      }
    }
    return product
  }

  private func stream(_ purpose: RandomPurpose, _ factor: RateFactor) -> RandomStream {
    RandomStream(seed: seed, replication: replication, purpose: purpose, substream: UInt64(factor.group))
  }

  private func gamma(_ factor: RateFactor, _ purpose: RandomPurpose, number: UInt64) -> Drawn {
    let variance = factor.coefficientOfVariation * factor.coefficientOfVariation
    let law = try? Gamma(shape: [min(10_000, 1 / variance)])
    // The plan has been validated: there is a law.
    return Drawn(factor: factor, number: number, value: law?.variate(number, of: stream(purpose, factor)) ?? 1)
  }

  /// exp(sigma z - sigma^2 / 2) with z a stationary normal autoregression over the intervals of the day.
  private mutating func lognormal(
    _ factor: RateFactor, _ correlation: Double, interval: Int, firstInterval: Int
  ) -> Double {
    let draws = stream(.fluctuation, factor)
    func normal(_ number: Int) -> Double { NormalQuantile.value(at: draws.uniform(UInt64(number))) }
    let isLater =
      last.group == factor.group && last.correlation == correlation && last.firstInterval == firstInterval
      && last.interval <= interval
    if !isLater {
      last = Step(
        firstInterval: firstInterval, interval: firstInterval, group: factor.group, correlation: correlation,
        z: normal(firstInterval))
    }
    let innovation = (1 - correlation * correlation).squareRoot()
    while last.interval < interval {
      last.interval += 1
      last.z = correlation * last.z + innovation * normal(last.interval)
    }
    let variance = factor.coefficientOfVariation * factor.coefficientOfVariation
    let sigma = VectorMath.log(1 + variance).squareRoot()
    return VectorMath.exp(sigma * last.z - sigma * sigma / 2)
  }
}
