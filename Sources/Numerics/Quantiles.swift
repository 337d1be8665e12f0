internal import CGSL

/// Quantiles (inverse cumulative distribution functions).
public enum Quantiles {
  /// The standard normal quantile: the z with P(Z <= z) = p.
  ///
  /// - Parameter p: Probability in 0<..<1.
  /// - Returns: Any finite number; relative error below 1e-14.
  /// - Throws: `argumentOutOfRange`.
  ///
  /// Source: M. J. Wichura, AS 241 (1988), `gsl_cdf_ugaussian_Pinv`.
  public static func normal(_ p: Double) throws(NumericalError) -> Double {
    try checkProbability(p)
    GSL.prepare()
    return gsl_cdf_ugaussian_Pinv(p)
  }

  /// The quantile of Student's t: the t with P(T <= t) = p.
  ///
  /// - Parameters:
  ///   - p: Probability in 0<..<1.
  ///   - degreesOfFreedom: Positive, not necessarily whole.
  /// - Returns: Any finite number; relative error below 1e-12, from a bracketed root of the distribution.
  /// - Throws: `argumentOutOfRange`.
  ///
  /// Source: `gsl_cdf_tdist_Pinv` as the start, Newton steps on `gsl_cdf_tdist_P` and `_Q` to the end.
  public static func student(_ p: Double, degreesOfFreedom: Double) throws(NumericalError) -> Double {
    try checkProbability(p)
    guard degreesOfFreedom > 0, degreesOfFreedom.isFinite else {
      throw .argumentOutOfRange(name: "degreesOfFreedom", value: degreesOfFreedom, allowed: "0<..<infinity")
    }
    if p == 0.5 { return 0 }
    GSL.prepare()
    var t = gsl_cdf_tdist_Pinv(p, degreesOfFreedom)
    for _ in 0..<newtonSteps {
      let step = studentExcess(t, p, degreesOfFreedom) / studentDensity(t, degreesOfFreedom)
      guard step.isFinite else { break }
      t -= step
      if abs(step) <= 1e-15 * abs(t) { break }
    }
    return t
  }

  /// Newton doubles the digits of a start that is good to 1e-4: three steps suffice, one is spare.
  private static let newtonSteps = 4

  /// P(T <= t) - p, taken in the smaller tail so that it does not cancel.
  private static func studentExcess(_ t: Double, _ p: Double, _ degreesOfFreedom: Double) -> Double {
    p < 0.5 ? gsl_cdf_tdist_P(t, degreesOfFreedom) - p : (1 - p) - gsl_cdf_tdist_Q(t, degreesOfFreedom)
  }

  private static func studentDensity(_ t: Double, _ degreesOfFreedom: Double) -> Double {
    let half = degreesOfFreedom / 2
    let logNorm =
      Elementary.logGamma(half + 0.5) - Elementary.logGamma(half) - 0.5 * Elementary.log(degreesOfFreedom * .pi)
    return Elementary.exp(logNorm - (half + 0.5) * Elementary.log1p(t * t / degreesOfFreedom))
  }

  private static func checkProbability(_ p: Double) throws(NumericalError) {
    guard p > 0, p < 1 else { throw .argumentOutOfRange(name: "p", value: p, allowed: "0<..<1") }
  }
}
