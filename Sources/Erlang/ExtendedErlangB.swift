internal import Numerics

/// Erlang B with retries: a share r of the blocked contacts tries again, so a = a0 + r a B(n, a).
///
/// An approximation: retries are taken as fresh Poisson contacts. Source: the extended Erlang B fixed point of the
/// traffic-engineering textbooks.
public struct ExtendedErlangB: Equatable, Sendable {
  /// Load of first attempts in erlangs.
  public let freshLoadErlangs: Double
  /// Share of blocked contacts that tries again, 0..<1.
  public let retryProbability: Double
  /// The loss system at the load with retries.
  public let steadyState: ErlangB

  /// - Throws: `valueOutOfRange`, `numerical`.
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
}
