internal import CGSL

/// Student's law.
public enum StudentDistribution {
  /// P(|T| > t): the two-sided p-value of a t statistic.
  ///
  /// - Parameters:
  ///   - t: Any number; its sign does not matter.
  ///   - degreesOfFreedom: Positive, not necessarily whole.
  /// - Returns: 0...1.
  ///
  /// Source: `gsl_cdf_tdist_Q`.
  public static func twoSidedTail(_ t: Double, degreesOfFreedom: Double) -> Double {
    GSL.prepare()
    return min(1, 2 * gsl_cdf_tdist_Q(abs(t), degreesOfFreedom))
  }
}
