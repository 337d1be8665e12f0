internal import Numerics

/// The queue M/M/n (Erlang C): nobody abandons, first come first served, steady state.
///
/// With n agents and load a < n erlangs, B the Erlang B probability:
/// P(W > 0) = C = n B / (n - a + a B); W given W > 0 is exponential with mean handleTime / (n - a).
/// Error: C and the mean wait max(1e-12, 4e-15 n/(n-a)) relative (one ulp of `a` alone moves them by 1e-16 n/(n-a));
/// service levels max(1e-12, 1e-15 n/(n-a)) absolute.
/// Complexity: one Erlang B sum, O(sqrt(n)); every property then O(1), without allocation.
/// Source: A. K. Erlang (1917); R. B. Cooper, Introduction to Queueing Theory (1981).
public struct ErlangC: Equatable, Sendable {
  /// Agents n, real, up to 1,000,000.
  public let agents: Double
  /// Offered load a in erlangs, below `agents`.
  public let loadErlangs: Double
  /// n - a, positive: the agents beyond the load, where the caller knows it better than the subtraction of two doubles.
  public let excessAgents: Double
  /// P(wait > 0), in 0..<1.
  public let waitProbability: Double

  /// - Parameters:
  ///   - agents: Real number of agents, above `loadErlangs`, at most 1,000,000.
  ///   - loadErlangs: Offered load, at least 0.
  /// - Throws: `valueOutOfRange`; `unstable` when the load is not below the agents.
  public init(agents: Double, loadErlangs: Double) throws(StaffingError) {
    try Check.agents(agents)
    try Check.load(loadErlangs)
    guard loadErlangs < agents else { throw .unstable(agents: agents, loadErlangs: loadErlangs) }
    self.init(unchecked: agents, loadErlangs, excess: agents - loadErlangs)
  }

  /// The same for a whole number of agents.
  public init(agents: Int, loadErlangs: Double) throws(StaffingError) {
    try self.init(agents: Double(agents), loadErlangs: loadErlangs)
  }

  init(unchecked agents: Double, _ loadErlangs: Double, excess: Double) {
    let inverse = loadErlangs > 0 ? ErlangSeries.inverseBlocking(agents, loadErlangs).double : .infinity
    self.init(unchecked: agents, loadErlangs, excess: excess, inverseBlocking: inverse)
  }

  init(unchecked agents: Double, _ loadErlangs: Double, excess: Double, inverseBlocking: Double) {
    self.agents = agents
    self.loadErlangs = loadErlangs
    excessAgents = excess
    waitProbability = agents / (excess * inverseBlocking + loadErlangs)
  }

  /// log P(wait > 0), good where the probability itself underflows; -infinity at no load.
  ///
  /// - Complexity: one more Erlang B sum.
  public var logWaitProbability: Double {
    guard loadErlangs > 0 else { return -.infinity }
    let inverse = ErlangSeries.inverseBlocking(agents, loadErlangs)
    return Elementary.log(agents) - inverse.times(excessAgents).plus(ScaledValue(loadErlangs)).logarithm
  }

  /// Load per agent a/n, in 0..<1.
  public var occupancy: Double { loadErlangs / agents }

  /// Mean number of waiting contacts, C a/(n-a).
  public var queueLength: Double { waitProbability * loadErlangs / excessAgents }

  /// Mean wait of all contacts in seconds, C h/(n-a).
  ///
  /// - Parameter handleTimeSeconds: Mean handle time h, positive.
  public func averageSpeedOfAnswerSeconds(handleTimeSeconds: Double) -> Double {
    waitProbability * handleTimeSeconds / excessAgents
  }

  /// Mean wait in seconds of those who wait, h/(n-a).
  public func meanWaitOfWaitersSeconds(handleTimeSeconds: Double) -> Double { handleTimeSeconds / excessAgents }

  /// P(wait > t) = C exp(-(n-a) t/h), computed as such, never as 1 - service level.
  ///
  /// - Parameters:
  ///   - thresholdSeconds: t, at least 0.
  ///   - handleTimeSeconds: Mean handle time h, positive.
  public func waitProbability(beyondSeconds thresholdSeconds: Double, handleTimeSeconds: Double) -> Double {
    waitProbability * waitProbabilityOfWaiters(beyondSeconds: thresholdSeconds, handleTimeSeconds: handleTimeSeconds)
  }

  /// P(wait > t | wait > 0) = exp(-(n-a) t/h).
  public func waitProbabilityOfWaiters(beyondSeconds thresholdSeconds: Double, handleTimeSeconds: Double) -> Double {
    Elementary.exp(-excessAgents * (thresholdSeconds / handleTimeSeconds))
  }

  /// Share of contacts answered within t seconds, 1 - C exp(-(n-a) t/h), in 0...1.
  public func serviceLevel(withinSeconds thresholdSeconds: Double, handleTimeSeconds: Double) -> Double {
    1 - waitProbability(beyondSeconds: thresholdSeconds, handleTimeSeconds: handleTimeSeconds)
  }

  /// The wait that a share `probability` of all contacts does not exceed, seconds: h/(n-a) log(C/(1-p)), or 0.
  ///
  /// - Parameter probability: In 0..<1.
  /// - Throws: `valueOutOfRange`.
  public func waitQuantileSeconds(probability: Double, handleTimeSeconds: Double) throws(StaffingError) -> Double {
    try Check.fraction(probability, "probability")
    let ratio = waitProbability / (1 - probability)
    return ratio > 1 ? handleTimeSeconds / excessAgents * Elementary.log(ratio) : 0
  }

  /// The wait that a share `probability` of those who wait does not exceed, seconds: -h/(n-a) log(1-p).
  ///
  /// - Throws: `valueOutOfRange`.
  public func waitQuantileOfWaitersSeconds(
    probability: Double, handleTimeSeconds: Double
  ) throws(StaffingError) -> Double {
    try Check.fraction(probability, "probability")
    return -handleTimeSeconds / excessAgents * Elementary.log1p(-probability)
  }
}
