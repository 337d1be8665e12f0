internal import CGSL

/// Adaptive integration of a function of one variable.
///
/// Source: R. Piessens et al., QUADPACK (1983); GSL `gsl_integration_qag` (61-point Gauss-Kronrod) and `qagiu`.
public enum Quadrature {
  /// An integral and the library's own bound on its error.
  public struct Estimate: Equatable, Sendable {
    public let value: Double
    public let errorBound: Double
  }

  /// The relative error bound at which an integral that met a hard place is still an answer.
  private static let acceptedError = 1e-9
  /// Subintervals the adaptive rule may create; 61 points each.
  private static let subintervalLimit = 400

  /// The integral of `function` over a finite interval.
  ///
  /// - Parameters:
  ///   - lower: Finite lower limit.
  ///   - upper: Finite upper limit, at least `lower`.
  ///   - relativeTolerance: Requested relative error; roundoff-limited results are returned with their real bound.
  ///   - function: Finite on the interval; split the interval at kinks for speed.
  /// - Throws: `argumentOutOfRange`, `functionNotFinite`, `library` when GSL cannot integrate at all.
  /// - Complexity: 61 evaluations when the function is smooth, 122 more for each bisection.
  public static func adaptive(
    from lower: Double, to upper: Double, relativeTolerance: Double = 1e-13, _ function: (Double) -> Double
  ) throws(NumericalError) -> Estimate {
    guard lower.isFinite, upper.isFinite, lower <= upper else {
      throw .argumentOutOfRange(name: "lower", value: lower, allowed: "the finite numbers up to upper (\(upper))")
    }
    let (outcome, notFiniteAt) = GSLFunction.lend(function) { raw in
      integrate { workspace, value, error in
        gsl_integration_qag(
          raw, lower, upper, 0, relativeTolerance, subintervalLimit, Int32(GSL_INTEG_GAUSS61), workspace, value, error)
      }
    }
    if let notFiniteAt { throw .functionNotFinite(at: notFiniteAt) }
    return try outcome.get()
  }

  /// The integral of `function` from `lower` to infinity.
  ///
  /// - Parameters:
  ///   - lower: Finite lower limit.
  ///   - relativeTolerance: Requested relative error.
  ///   - function: Integrable, scaled so that its bulk lies within a few units of `lower`.
  /// - Throws: `argumentOutOfRange`, `functionNotFinite`, `library`.
  public static func toInfinity(
    from lower: Double, relativeTolerance: Double = 1e-12, _ function: (Double) -> Double
  ) throws(NumericalError) -> Estimate {
    guard lower.isFinite else {
      throw .argumentOutOfRange(name: "lower", value: lower, allowed: "the finite numbers")
    }
    let (outcome, notFiniteAt) = GSLFunction.lend(function) { raw in
      integrate { workspace, value, error in
        gsl_integration_qagiu(raw, lower, 0, relativeTolerance, subintervalLimit, workspace, value, error)
      }
    }
    if let notFiniteAt { throw .functionNotFinite(at: notFiniteAt) }
    return try outcome.get()
  }

  private static func integrate(
    _ rule: (
      UnsafeMutablePointer<gsl_integration_workspace>, UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>
    )
      -> Int32
  ) -> Result<Estimate, NumericalError> {
    GSL.prepare()
    guard let workspace = gsl_integration_workspace_alloc(subintervalLimit) else {
      return .failure(.library(code: Int32(GSL_ENOMEM), message: "no memory for the quadrature"))
    }
    defer { gsl_integration_workspace_free(workspace) }
    var value = 0.0
    var error = 0.0
    let code = rule(workspace, &value, &error)
    // GSL_EROUND says that rounding prevents the tolerance: the value is as good as a Double allows. A hard place
    // (GSL_ESING) or the limit (GSL_EMAXITER) may have been met on the last digits alone: then the bound says so.
    let isHard = [Int32(GSL_ESING), Int32(GSL_EMAXITER)].contains(code)
    let isGood = code == Int32(GSL_EROUND) || (isHard && error <= acceptedError * abs(value))
    if !isGood, let failure = GSL.failure(code) { return .failure(failure) }
    return .success(Estimate(value: value, errorBound: error))
  }
}
