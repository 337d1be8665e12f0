internal import Numerics

extension PatienceShape {
  /// Squared coefficient of variation, variance / mean^2; the laws serve handle times as well as patience.
  ///
  /// - Complexity: O(1), O(n) for a sample.
  public var squaredVariation: Double {
    switch self {
    case .exponential: 1
    case .deterministic: 0
    case .uniform: 1.0 / 3
    case .erlang2: 0.5
    case .weibull(_, let shape):
      // Gamma(1 + 2/k) / Gamma(1 + 1/k)^2 - 1
      Elementary.expm1(Elementary.logGamma(1 + 2 / shape) - 2 * Elementary.logGamma(1 + 1 / shape))
    case .lognormal(_, let variation): variation * variation
    case .hyperexponential(let share, let first, let second):
      2 * (share * first * first + (1 - share) * second * second) / (meanSeconds * meanSeconds) - 1
    case .empirical(let sample):
      sample.sortedSeconds.reduce(0) { $0 + ($1 / sample.meanSeconds - 1) * ($1 / sample.meanSeconds - 1) }
        / Double(sample.sortedSeconds.count)
    }
  }
}
