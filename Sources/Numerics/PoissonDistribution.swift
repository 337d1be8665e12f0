internal import CGSL

/// The Poisson law, and its smooth extension to real counts (the gamma kernel a^n e^-a / Gamma(n+1)).
public enum PoissonDistribution {
  /// log(1 / probability) of the real count `n` at mean `mean`: log Gamma(n+1) + mean - n log(mean).
  ///
  /// - Parameters:
  ///   - n: Real count, at least 0.
  ///   - mean: Positive.
  /// - Returns: At least 0 for whole `n`. Relative error of the deviance part about 4 ulp, so the probability itself is
  ///   good to about 4 ulp times the result.
  /// - Complexity: At most 40 short steps.
  ///
  /// Source: C. Loader, Fast and Accurate Computation of Binomial Probabilities (2000).
  public static func negativeLogProbability(_ n: Double, mean: Double) -> Double {
    if n <= 15 { return Elementary.logGamma(n + 1) + mean - n * Elementary.log(mean) }
    return 0.5 * Elementary.log(2 * .pi * n) + stirlingError(n) + deviance(n, mean)
  }

  /// P(N <= n) by GSL's incomplete gamma function: an independent check of the series, good to about 1e-9.
  ///
  /// - Throws: `argumentOutOfRange`, `library`.
  public static func cumulative(_ n: Double, mean: Double) throws(NumericalError) -> Double {
    guard n >= 0, n.isFinite else { throw .argumentOutOfRange(name: "n", value: n, allowed: "0..<infinity") }
    guard mean >= 0, mean.isFinite else {
      throw .argumentOutOfRange(name: "mean", value: mean, allowed: "0..<infinity")
    }
    return try GammaDistribution.regularisedUpper(n.rounded(.down) + 1, mean)
  }

  /// x log(x / mean) + mean - x without cancellation, for positive arguments.
  ///
  /// With v = (x - mean) / (x + mean) the logarithm is 2 artanh v; the leading terms are combined before rounding.
  public static func deviance(_ x: Double, _ mean: Double) -> Double {
    let difference = x - mean
    let v = difference / (x + mean)
    guard abs(v) < 0.6 else { return x * Elementary.log(x / mean) + mean - x }
    var sum = difference * v
    var term = 2 * x * v
    var k = 3.0
    let square = v * v
    while true {
      term *= square
      let next = sum + term / k
      if next == sum { return next }
      sum = next
      k += 2
    }
  }

  /// log Gamma(n+1) - [log(2 pi n)/2 + n log n - n] for n above 15: five terms of Stirling's series, error 3e-16.
  private static func stirlingError(_ n: Double) -> Double {
    let square = n * n
    let inner = 1.0 / 1260 - (1.0 / 1680 - 1.0 / 1188 / square) / square
    return (1.0 / 12 - (1.0 / 360 - inner / square) / square) / n
  }
}
