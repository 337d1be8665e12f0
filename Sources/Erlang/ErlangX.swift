internal import Numerics

/// Erlang A with redials (Erlang X): a share of those who abandon calls again, later, and joins the stream.
///
/// The redials are taken as part of one Poisson stream, so the arrival rate solves
/// rate = fresh rate / (1 - r P(abandon at rate)); rate (1 - r P) = (1-r) rate + r throughput grows with the rate, so
/// there is exactly one solution. An approximation: real redials come in clusters after busy spells. Source: the usual
/// fixed point of redial models; the uniqueness argument is our own.
public struct ErlangX: Equatable, Sendable {
  /// Load of first attempts in erlangs.
  public let freshLoadErlangs: Double
  /// Share of abandoned contacts that call again, 0..<1.
  public let redialProbability: Double
  /// The steady state at the load with redials.
  public let steadyState: ErlangA

  /// - Throws: `valueOutOfRange`, `numerical`.
  /// - Complexity: about ten Erlang A evaluations.
  public init(
    agents: Double, freshLoadErlangs: Double, handleTimeSeconds: Double, patienceSeconds: Double,
    redialProbability: Double
  ) throws(StaffingError) {
    try Check.fraction(redialProbability, "redialProbability")
    try Check.load(freshLoadErlangs)
    let highest = freshLoadErlangs / (1 - redialProbability)
    // Checked at both ends: every load between them is then valid too.
    let model = { (load: Double) throws(StaffingError) in
      try ErlangA(
        agents: agents, loadErlangs: load, handleTimeSeconds: handleTimeSeconds, patienceSeconds: patienceSeconds)
    }
    let first = try model(freshLoadErlangs)
    _ = try model(highest)
    self.freshLoadErlangs = freshLoadErlangs
    self.redialProbability = redialProbability
    guard redialProbability > 0, first.abandonmentProbability > 0 else {
      steadyState = first
      return
    }
    let load = try Check.numerically { () throws(NumericalError) in
      try RootFinding.brent(lower: freshLoadErlangs, upper: highest) { load in
        let abandoned = (try? model(load).abandonmentProbability) ?? .nan
        return load * (1 - redialProbability * abandoned) - freshLoadErlangs
      }
    }
    steadyState = try model(load)
  }

  /// Load with redials, in erlangs.
  public var loadErlangs: Double { steadyState.loadErlangs }

  /// Attempts per first attempt, at least 1.
  public var attemptsPerContact: Double { freshLoadErlangs > 0 ? loadErlangs / freshLoadErlangs : 1 }

  /// Share of people (not attempts) who are never answered: P(1-r)/(1-rP).
  public var lostProbability: Double {
    let abandoned = steadyState.abandonmentProbability
    return abandoned * (1 - redialProbability) / (1 - redialProbability * abandoned)
  }
}
