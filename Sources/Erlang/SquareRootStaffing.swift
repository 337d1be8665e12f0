internal import Numerics

/// Square-root staffing: n = a + beta sqrt(a), the limit of large teams (quality- and efficiency-driven regime).
///
/// A fast answer, not the exact one: P(wait) of n agents differs from the limit by O(1/sqrt(n)); the requirement
/// usually
/// by at most one agent. Compare `StaffingRequirement` for the exact number.
/// Source: S. Halfin, W. Whitt, Operations Research 29 (1981), doi:10.1287/opre.29.3.567; O. Garnett, A. Mandelbaum,
/// M. Reiman, MSOM 4 (2002), doi:10.1287/msom.4.3.208.7753.
public enum SquareRootStaffing {
  /// Limit of P(wait) without abandonment: 1/(1 + beta Phi(beta)/phi(beta)).
  ///
  /// - Parameter beta: Quality of service, positive (the queue is unstable otherwise).
  /// - Throws: `valueOutOfRange`.
  public static func waitProbability(beta: Double) throws(StaffingError) -> Double {
    guard beta > 0, beta <= 1e3 else { throw .valueOutOfRange(name: "beta", value: beta, allowed: "0<...1000") }
    return 1 / (1 + beta / NormalDistribution.hazard(-beta))
  }

  /// Limit of P(wait) with abandonment: 1/(1 + sqrt(gamma) h(beta/sqrt(gamma))/h(-beta)).
  ///
  /// - Parameters:
  ///   - beta: Any sign, within -30...30.
  ///   - handleTimePerPatience: gamma = mean handle time / mean patience, positive.
  /// - Throws: `valueOutOfRange`.
  public static func waitProbability(beta: Double, handleTimePerPatience: Double) throws(StaffingError) -> Double {
    try check(beta, handleTimePerPatience)
    let root = handleTimePerPatience.squareRoot()
    return 1 / (1 + root * NormalDistribution.hazard(beta / root) / NormalDistribution.hazard(-beta))
  }

  /// Limit of sqrt(n) P(abandon): sqrt(gamma) (h(z) - z) P(wait), z = beta/sqrt(gamma).
  ///
  /// - Throws: `valueOutOfRange`.
  public static func scaledAbandonment(beta: Double, handleTimePerPatience: Double) throws(StaffingError) -> Double {
    let waits = try waitProbability(beta: beta, handleTimePerPatience: handleTimePerPatience)
    let root = handleTimePerPatience.squareRoot()
    return root * NormalDistribution.hazardExcess(beta / root) * waits
  }

  /// The beta of a delay probability: the inverse of the limits above.
  ///
  /// - Parameters:
  ///   - waitProbability: Target in 0<..<1.
  ///   - handleTimePerPatience: gamma, or `nil` without abandonment.
  /// - Throws: `valueOutOfRange`, `numerical` where no beta within -30...30 (0...30) gives it.
  public static func beta(
    waitProbability target: Double, handleTimePerPatience: Double? = nil
  ) throws(StaffingError) -> Double {
    try Check.openProbability(target, "waitProbability")
    if let handleTimePerPatience { try check(0, handleTimePerPatience) }
    let lower = handleTimePerPatience == nil ? 1e-12 : -30.0
    return try Check.numerically { () throws(NumericalError) in
      try RootFinding.brent(lower: lower, upper: 30) { beta in
        let limit: Double? =
          if let handleTimePerPatience {
            try? waitProbability(beta: beta, handleTimePerPatience: handleTimePerPatience)
          } else { try? waitProbability(beta: beta) }
        return (limit ?? .nan) - target
      }
    }
  }

  /// ceil(a + beta sqrt(a)), at least 0.
  ///
  /// - Throws: `valueOutOfRange`.
  public static func agents(loadErlangs: Double, beta: Double) throws(StaffingError) -> Int {
    try Check.load(loadErlangs)
    guard abs(beta) <= 1e3 else { throw .valueOutOfRange(name: "beta", value: beta, allowed: "-1000...1000") }
    return Int(max(0, (loadErlangs + beta * loadErlangs.squareRoot()).rounded(.up)))
  }

  private static func check(_ beta: Double, _ gamma: Double) throws(StaffingError) {
    guard abs(beta) <= 30 else { throw .valueOutOfRange(name: "beta", value: beta, allowed: "-30...30") }
    guard gamma >= 1e-6, gamma <= 1e6 else {
      throw .valueOutOfRange(name: "handleTimePerPatience", value: gamma, allowed: "1e-6...1e6")
    }
  }
}
