internal import Numerics

/// The quantiles of Student's law that intervals stand on.
enum StudentQuantile {
  /// Half-width of a two-sided interval in standard errors.
  /// - Parameters:
  ///   - errorProbability: 0<..<1; 0.05 for a 95% interval.
  ///   - degreesOfFreedom: at least 1.
  static func twoSided(errorProbability: Double, degreesOfFreedom: Int) -> Double {
    do {
      return try Quantiles.student(1 - errorProbability / 2, degreesOfFreedom: Double(degreesOfFreedom))
    } catch {
      preconditionFailure("Student's quantile exists for \(degreesOfFreedom) degrees of freedom: \(error)")
    }
  }

  /// The quantile of probability 0.975: half-width of a 95% interval in standard errors.
  static func twoSided95(degreesOfFreedom: Int) -> Double {
    twoSided(errorProbability: 0.05, degreesOfFreedom: degreesOfFreedom)
  }
}
