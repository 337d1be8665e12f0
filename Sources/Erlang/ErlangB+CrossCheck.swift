internal import Numerics

extension ErlangB {
  /// The blocking of a whole number of agents by another way: Poisson probability / GSL's Poisson distribution.
  ///
  /// Independent of the series; for checks and explanations only.
  /// - Returns: relative error about 1e-9 near balance; nil where GSL's distribution function underflows (few agents for
  ///   the load).
  /// - Complexity: O(1).
  public var blockingByPoissonDistribution: Double? {
    guard loadErlangs > 0, agents == agents.rounded(),
      let below = try? PoissonDistribution.cumulative(agents, mean: loadErlangs), below > 1e-290
    else { return nil }
    return Elementary.exp(-PoissonDistribution.negativeLogProbability(agents, mean: loadErlangs)) / below
  }
}
