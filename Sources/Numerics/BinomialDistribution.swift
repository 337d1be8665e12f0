internal import CGSL

/// The binomial law.
public enum BinomialDistribution {
  /// P(K <= k) of k successes in `trials` with probability `p` each, by GSL's incomplete beta function.
  ///
  /// - Throws: `argumentOutOfRange`.
  public static func cumulative(_ k: Int, trials: Int, probability p: Double) throws(NumericalError) -> Double {
    guard trials >= 0, trials <= Int(UInt32.max) else {
      throw .argumentOutOfRange(name: "trials", value: Double(trials), allowed: "0...\(UInt32.max)")
    }
    guard p >= 0, p <= 1 else { throw .argumentOutOfRange(name: "probability", value: p, allowed: "0...1") }
    if k < 0 { return 0 }
    if k >= trials { return 1 }
    GSL.prepare()
    return gsl_cdf_binomial_P(UInt32(k), p, UInt32(trials))
  }
}
