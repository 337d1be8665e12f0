internal import Numerics

/// A family of patience laws, each given by its mean (seconds) and what else it needs.
public enum PatienceShape: Equatable, Sendable {
  /// exp(-x/m).
  case exponential(meanSeconds: Double)
  /// Everybody leaves after exactly this time.
  case deterministic(seconds: Double)
  /// Uniform on 0...2m.
  case uniform(meanSeconds: Double)
  /// exp(-(x/s)^k) with scale s = m / Gamma(1 + 1/k).
  case weibull(meanSeconds: Double, shape: Double)
  /// log patience is normal; coefficient of variation = standard deviation / mean.
  case lognormal(meanSeconds: Double, coefficientOfVariation: Double)
  /// Two exponential phases of mean m/2 each.
  case erlang2(meanSeconds: Double)
  /// Exponential with the first mean for a share `firstShare` of contacts, with the second for the others.
  case hyperexponential(firstShare: Double, firstMeanSeconds: Double, secondMeanSeconds: Double)
  /// The sample as observed.
  case empirical(EmpiricalPatience)
}

extension PatienceShape {
  /// The mean in seconds.
  public var meanSeconds: Double {
    switch self {
    case .exponential(let mean), .deterministic(let mean), .uniform(let mean), .erlang2(let mean): mean
    case .weibull(let mean, _), .lognormal(let mean, _): mean
    case .hyperexponential(let share, let first, let second): share * first + (1 - share) * second
    case .empirical(let sample): sample.meanSeconds
    }
  }

  func validate() throws(StaffingError) {
    switch self {
    case .exponential(let mean), .deterministic(let mean), .uniform(let mean), .erlang2(let mean):
      try Check.seconds(mean, "patienceMeanSeconds")
    case .weibull(let mean, let shape):
      try Check.seconds(mean, "patienceMeanSeconds")
      guard shape >= 0.1, shape <= 100 else {
        throw .valueOutOfRange(name: "weibullShape", value: shape, allowed: "0.1...100")
      }
    case .lognormal(let mean, let variation):
      try Check.seconds(mean, "patienceMeanSeconds")
      guard variation >= 0.01, variation <= 100 else {
        throw .valueOutOfRange(name: "coefficientOfVariation", value: variation, allowed: "0.01...100")
      }
    case .hyperexponential(let share, let first, let second):
      guard share >= 0, share <= 1 else { throw .valueOutOfRange(name: "firstShare", value: share, allowed: "0...1") }
      try Check.seconds(first, "firstMeanSeconds")
      try Check.seconds(second, "secondMeanSeconds")
    case .empirical: break
    }
  }

  /// Where the survival function jumps or bends: integration is cut there.
  var kinksSeconds: [Double] {
    switch self {
    case .deterministic(let mean): [mean]
    case .uniform(let mean): [2 * mean]
    case .empirical(let sample): sample.distinctSeconds
    default: []
    }
  }

  /// P(patience > x), x in seconds, at least 0; in 0...1, error of a few ulp.
  public func survival(_ x: Double) -> Double {
    switch self {
    case .exponential(let mean): Elementary.exp(-x / mean)
    case .deterministic(let mean): x < mean ? 1 : 0
    case .uniform(let mean): max(0, 1 - x / (2 * mean))
    case .weibull(let mean, let shape): Elementary.exp(-Self.weibullPower(x, mean, shape))
    case .lognormal(let mean, let variation): NormalDistribution.survival(Self.lognormalScore(x, mean, variation))
    case .erlang2(let mean): (1 + 2 * x / mean) * Elementary.exp(-2 * x / mean)
    case .hyperexponential(let share, let first, let second):
      share * Elementary.exp(-x / first) + (1 - share) * Elementary.exp(-x / second)
    case .empirical(let sample): sample.survival(x)
    }
  }

  /// P(patience <= x), without cancellation near zero.
  func abandoned(_ x: Double) -> Double {
    switch self {
    case .exponential(let mean): -Elementary.expm1(-x / mean)
    case .weibull(let mean, let shape): -Elementary.expm1(-Self.weibullPower(x, mean, shape))
    case .lognormal(let mean, let variation): NormalDistribution.cumulative(Self.lognormalScore(x, mean, variation))
    case .erlang2(let mean): Self.erlang2Abandoned(2 * x / mean)
    case .hyperexponential(let share, let first, let second):
      -share * Elementary.expm1(-x / first) - (1 - share) * Elementary.expm1(-x / second)
    case .uniform(let mean): min(1, x / (2 * mean))
    case .deterministic, .empirical: 1 - survival(x)
    }
  }

  /// The integral of the survival function from 0 to x.
  func integratedSurvival(_ x: Double) -> Double {
    switch self {
    case .exponential(let mean): -mean * Elementary.expm1(-x / mean)
    case .deterministic(let mean): min(x, mean)
    case .uniform(let mean): x < 2 * mean ? x * (1 - x / (4 * mean)) : mean
    case .weibull(let mean, let shape): Self.weibullIntegral(x, mean, shape)
    case .lognormal(let mean, let variation): Self.lognormalIntegral(x, mean, variation)
    case .erlang2(let mean): -mean * Elementary.expm1(-2 * x / mean) - x * Elementary.exp(-2 * x / mean)
    case .hyperexponential(let share, let first, let second):
      -share * first * Elementary.expm1(-x / first) - (1 - share) * second * Elementary.expm1(-x / second)
    case .empirical(let sample): sample.integratedSurvival(x)
    }
  }

  private static func erlang2Abandoned(_ u: Double) -> Double {
    // Small u: 1 - (1+u) e^-u = e^-u (e^u - 1 - u), and e^u - 1 - u is the excess function at -u.
    u < 0.5 ? Elementary.exp(-u) * Elementary.expExcess(-u) : 1 - (1 + u) * Elementary.exp(-u)
  }

  /// (x/s)^k with s = m / Gamma(1 + 1/k).
  private static func weibullPower(_ x: Double, _ mean: Double, _ shape: Double) -> Double {
    Elementary.power(x / mean * Elementary.exp(Elementary.logGamma(1 + 1 / shape)), shape)
  }

  /// x e^-z S(1/k, z), z = (x/s)^k, by the positive series; beyond z = 40 the mean to the last digit.
  ///
  /// The incomplete gamma function of 1/k and z would lose what z loses where it underflows.
  private static func weibullIntegral(_ x: Double, _ mean: Double, _ shape: Double) -> Double {
    let power = weibullPower(x, mean, shape)
    guard power < 40 else { return mean }
    return x * Elementary.exp(-power) * ErlangSeries.ascending(1 / shape, power).double
  }

  /// Where a smooth law does most of its falling: quadrature is cut there, or it would step over a steep fall.
  var bendsSeconds: [Double] {
    switch self {
    case .weibull(let mean, let shape):
      let scale = mean / Elementary.exp(Elementary.logGamma(1 + 1 / shape))
      return [1e-6, 0.01, 0.3, 1, 3, 40].map { scale * Elementary.power($0, 1 / shape) }
    case .lognormal(let mean, let variation):
      let deviation = Self.lognormalDeviation(variation)
      return [-6, -2, 0, 2, 6].map { mean * Elementary.exp(deviation * ($0 - deviation / 2)) }
    default: return []
    }
  }

  private static func lognormalDeviation(_ variation: Double) -> Double {
    Elementary.log1p(variation * variation).squareRoot()
  }

  /// (log x - mu) / sigma, mu = log m - sigma^2/2.
  private static func lognormalScore(_ x: Double, _ mean: Double, _ variation: Double) -> Double {
    let deviation = lognormalDeviation(variation)
    return Elementary.log(x / mean) / deviation + deviation / 2
  }

  /// x P(T > x) + E[T; T <= x] = x (1 - Phi(z)) + m Phi(z - sigma).
  private static func lognormalIntegral(_ x: Double, _ mean: Double, _ variation: Double) -> Double {
    guard x > 0 else { return 0 }
    let z = lognormalScore(x, mean, variation)
    let deviation = lognormalDeviation(variation)
    return x * NormalDistribution.survival(z) + mean * NormalDistribution.cumulative(z - deviation)
  }
}
