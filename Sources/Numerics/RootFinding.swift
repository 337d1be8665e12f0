internal import CGSL

/// Roots of a continuous function of one variable, enclosed in a bracket.
public enum RootFinding {
  /// The root of `function` between `lower` and `upper` by Brent's method.
  ///
  /// - Parameters:
  ///   - lower: One end of the bracket, finite.
  ///   - upper: The other end, greater than `lower`, finite.
  ///   - relativeTolerance: Width of the final bracket relative to the root; 1e-14 is near the limit of a `Double`.
  ///   - iterationLimit: Steps allowed; Brent needs about 10 on a smooth function and never more than bisection
  ///   squared.
  ///   - function: Continuous, of opposite signs (or zero) at the ends.
  /// - Returns: A point within `relativeTolerance` of a sign change.
  /// - Throws: `rootNotBracketed`, `functionNotFinite`, `noConvergence`, `argumentOutOfRange`.
  /// - Complexity: One solver allocation a call; superlinear convergence.
  ///
  /// Source: R. P. Brent, Algorithms for Minimization without Derivatives (1973), ch. 4; GSL `gsl_root_fsolver_brent`.
  public static func brent(
    lower: Double, upper: Double, relativeTolerance: Double = 1e-14, iterationLimit: Int = 200,
    _ function: (Double) -> Double
  ) throws(NumericalError) -> Double {
    guard lower.isFinite, upper.isFinite, lower < upper else {
      throw .argumentOutOfRange(name: "lower", value: lower, allowed: "the finite numbers below upper (\(upper))")
    }
    let atLower = function(lower)
    let atUpper = function(upper)
    if atLower == 0 { return lower }
    if atUpper == 0 { return upper }
    guard atLower.isFinite else { throw .functionNotFinite(at: lower) }
    guard atUpper.isFinite else { throw .functionNotFinite(at: upper) }
    guard (atLower < 0) != (atUpper < 0) else { throw .rootNotBracketed(lower: lower, upper: upper) }
    let (outcome, notFiniteAt) = GSLFunction.lend(function) {
      solve($0, lower, upper, relativeTolerance, iterationLimit)
    }
    if let notFiniteAt { throw .functionNotFinite(at: notFiniteAt) }
    return try outcome.get()
  }

  private static func solve(
    _ function: UnsafeMutablePointer<gsl_function>, _ lower: Double, _ upper: Double, _ tolerance: Double,
    _ iterationLimit: Int
  ) -> Result<Double, NumericalError> {
    GSL.prepare()
    guard let solver = gsl_root_fsolver_alloc(busyhour_brent()) else {
      return .failure(.library(code: Int32(GSL_ENOMEM), message: "no memory for the root solver"))
    }
    defer { gsl_root_fsolver_free(solver) }
    if let failure = GSL.failure(gsl_root_fsolver_set(solver, function, lower, upper)) { return .failure(failure) }
    for _ in 0..<iterationLimit {
      if let failure = GSL.failure(gsl_root_fsolver_iterate(solver)) { return .failure(failure) }
      let low = gsl_root_fsolver_x_lower(solver)
      let high = gsl_root_fsolver_x_upper(solver)
      if high - low <= tolerance * max(abs(low), abs(high)) { return .success(gsl_root_fsolver_root(solver)) }
    }
    return .failure(.noConvergence(iterations: iterationLimit))
  }
}
