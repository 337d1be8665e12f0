internal import Numerics

/// Erlang B with retries: a share r of the blocked contacts tries again, so a = a0 + r a B(n, a).
///
/// An approximation: retries are taken as fresh Poisson contacts. a (1 - r B(a)) = (1-r) a + r carried load grows with
/// a, so there is exactly one solution. Error of the solution: 1e-12 relative. Source: the extended Erlang B fixed point of the
/// traffic-engineering textbooks.
public struct ExtendedErlangB: Equatable, Sendable {
  /// Load of first attempts in erlangs.
  public let freshLoadErlangs: Double
  /// Share of blocked contacts that tries again, 0..<1.
  public let retryProbability: Double
  /// The loss system at the load with retries.
  public let steadyState: ErlangB

  /// - Parameters:
  ///   - agents: Real, 0...1,000,000.
  ///   - freshLoadErlangs: a0, with a0/(1-r) up to 1e9.
  ///   - retryProbability: r, 0..<1.
  /// - Throws: `valueOutOfRange`, `numerical`.
  /// - Complexity: about ten Erlang B sums.
  public init(agents: Double, freshLoadErlangs: Double, retryProbability: Double) throws(StaffingError) {
    try Check.fraction(retryProbability, "retryProbability")
    let first = try ErlangB(agents: agents, loadErlangs: freshLoadErlangs)
    self.freshLoadErlangs = freshLoadErlangs
    self.retryProbability = retryProbability
    let highest = freshLoadErlangs / (1 - retryProbability)
    try Check.load(highest)
    guard retryProbability > 0, first.blockingProbability > 0 else {
      steadyState = first
      return
    }
    let load = try Check.numerically { () throws(NumericalError) in
      try RootFinding.brent(lower: freshLoadErlangs, upper: highest * (1 + 1e-15)) { load in
        let blocked = (try? ErlangB(agents: agents, loadErlangs: load).blockingProbability) ?? .nan
        return load * (1 - retryProbability * blocked) - freshLoadErlangs
      }
    }
    steadyState = try ErlangB(agents: agents, loadErlangs: load)
  }

  /// Attempts per first attempt, at least 1: a/a0.
  public var attemptsPerContact: Double { freshLoadErlangs > 0 ? steadyState.loadErlangs / freshLoadErlangs : 1 }

  /// Share of people (not attempts) who never get through: B(1-r)/(1-rB), in 0...1.
  public var lostProbability: Double {
    let blocked = steadyState.blockingProbability
    return blocked * (1 - retryProbability) / (1 - retryProbability * blocked)
  }
}
