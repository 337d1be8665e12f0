internal import Numerics

/// The quantiles of Student's law that intervals stand on.
enum StudentQuantile {
  /// The quantile of probability 0.975: half-width of a 95% interval in standard errors.
  /// - Parameter degreesOfFreedom: at least 1.
  static func twoSided95(degreesOfFreedom: Int) -> Double {
    do {
      return try Quantiles.student(0.975, degreesOfFreedom: Double(degreesOfFreedom))
    } catch {
      preconditionFailure("Student's quantile exists for \(degreesOfFreedom) degrees of freedom: \(error)")
    }
  }
}
