internal import CGSL

/// The regularised incomplete gamma functions.
public enum GammaDistribution {
  /// P(a, x) = gamma(a, x) / Gamma(a), in 0...1.
  ///
  /// - Throws: `argumentOutOfRange`; `library` where GSL's own algorithms fail (seen for extreme arguments).
  public static func regularisedLower(_ a: Double, _ x: Double) throws(NumericalError) -> Double {
    try check(a, x)
    var result = gsl_sf_result()
    if let failure = GSL.failure(gsl_sf_gamma_inc_P_e(a, x, &result)) { throw failure }
    return result.val
  }

  /// Q(a, x) = 1 - P(a, x), in 0...1.
  ///
  /// - Throws: `argumentOutOfRange`, `library`.
  public static func regularisedUpper(_ a: Double, _ x: Double) throws(NumericalError) -> Double {
    try check(a, x)
    var result = gsl_sf_result()
    if let failure = GSL.failure(gsl_sf_gamma_inc_Q_e(a, x, &result)) { throw failure }
    return result.val
  }

  private static func check(_ a: Double, _ x: Double) throws(NumericalError) {
    GSL.prepare()
    guard a > 0, a.isFinite else { throw .argumentOutOfRange(name: "a", value: a, allowed: "0<..<infinity") }
    guard x >= 0, x.isFinite else { throw .argumentOutOfRange(name: "x", value: x, allowed: "0..<infinity") }
  }
}
