internal import Numerics

/// The queue M/M/n+M (Erlang A, Palm): contacts abandon after an exponential patience; steady state, always stable.
///
/// With h the handle time, p the mean patience (theta = 1/p), c = n p/h, y = a p/h and the series of `ErlangSeries`:
/// Z = 1/B(n, a) + S(c, y) - 1, P(W > 0) = S(c, y)/Z, P(abandon) = T(c, y)/(y Z) (all terms positive; the textbook
/// form cancels), E[W] = p P(abandon). Threshold shares: `outcome(atSeconds:)`.
/// Error: probabilities 1e-11 relative, service levels 1e-11 absolute, up to n = 1,000,000 and in any overload.
/// Complexity: O(sqrt(max(n, c))), no allocation.
/// Source: C. Palm, Research on telephone traffic (1957); O. Garnett, A. Mandelbaum, M. Reiman, Designing a call center
/// with impatient customers, MSOM 4 (2002), doi:10.1287/msom.4.3.208.7753; positive form: own derivation, checked.
public struct ErlangA: Equatable, Sendable {
  /// Agents n, real, 0<...1,000,000.
  public let agents: Double
  /// Offered load a in erlangs; may exceed the agents.
  public let loadErlangs: Double
  /// Mean handle time h in seconds.
  public let handleTimeSeconds: Double
  /// Mean patience p in seconds.
  public let patienceSeconds: Double
  /// P(wait > 0), in 0...1.
  public let waitProbability: Double
  /// Share of contacts that abandon, in 0..<1.
  public let abandonmentProbability: Double

  /// a - n, signed.
  private let overloadErlangs: Double
  /// Z of the type's comment.
  private let normalisation: ScaledValue

  /// - Parameters:
  ///   - agents: Real number of agents, above 0, at most 1,000,000.
  ///   - loadErlangs: Offered load a = arrival rate times handle time, 0...1e9.
  ///   - handleTimeSeconds: Mean handle time, 0<...1e12.
  ///   - patienceSeconds: Mean patience, 0<...1e12, with agents (or load) * patience / handle time up to 1e14; beyond,
  ///     Erlang C is the same to the last digit wherever it is stable.
  /// - Throws: `valueOutOfRange`.
  public init(
    agents: Double, loadErlangs: Double, handleTimeSeconds: Double, patienceSeconds: Double
  ) throws(StaffingError) {
    try Check.agents(agents)
    guard agents > 0 else { throw .valueOutOfRange(name: "agents", value: agents, allowed: "0<...1000000") }
    try Check.load(loadErlangs)
    try Check.seconds(handleTimeSeconds, "handleTimeSeconds")
    try Check.seconds(patienceSeconds, "patienceSeconds")
    let largest = max(agents, loadErlangs) * (patienceSeconds / handleTimeSeconds)
    guard largest <= 1e14, loadErlangs == 0 || loadErlangs * (patienceSeconds / handleTimeSeconds) > 1e-290 else {
      let share = handleTimeSeconds / max(agents, loadErlangs)
      throw .valueOutOfRange(
        name: "patienceSeconds", value: patienceSeconds,
        allowed: "\(1e-290 * (handleTimeSeconds / loadErlangs))...\(1e14 * share) for this load and handle time"
          + (largest > 1e14 ? "; leave the patience out (Erlang C) beyond" : ""))
    }
    self.init(
      unchecked: agents, loadErlangs, overload: loadErlangs - agents, handleTimeSeconds: handleTimeSeconds,
      patienceSeconds: patienceSeconds)
  }

  /// The same for a whole number of agents.
  public init(
    agents: Int, loadErlangs: Double, handleTimeSeconds: Double, patienceSeconds: Double
  ) throws(StaffingError) {
    try self.init(
      agents: Double(agents), loadErlangs: loadErlangs, handleTimeSeconds: handleTimeSeconds,
      patienceSeconds: patienceSeconds)
  }

  init(
    unchecked agents: Double, _ loadErlangs: Double, overload: Double, handleTimeSeconds: Double,
    patienceSeconds: Double
  ) {
    self.agents = agents
    self.loadErlangs = loadErlangs
    self.handleTimeSeconds = handleTimeSeconds
    self.patienceSeconds = patienceSeconds
    overloadErlangs = overload
    guard loadErlangs > 0 else {
      (waitProbability, abandonmentProbability, normalisation) = (0, 0, ScaledValue(1))
      return
    }
    let ratio = patienceSeconds / handleTimeSeconds
    let y = loadErlangs * ratio
    let (sum, mean) = ErlangSeries.ascendingWithMean(agents * ratio, y, excess: overload * ratio)
    let blocking = ErlangSeries.inverseBlocking(agents, loadErlangs)
    normalisation = blocking.plus(sum).plus(ScaledValue(-1))
    waitProbability = min(1, sum.over(normalisation))
    abandonmentProbability = mean.times(1 / y).over(normalisation)
  }

  /// c = n p/h.
  private var serviceRatio: Double { agents * (patienceSeconds / handleTimeSeconds) }

  /// Mean wait of all contacts in seconds, abandoned ones included: p P(abandon).
  public var meanWaitSeconds: Double { patienceSeconds * abandonmentProbability }

  /// Mean number of waiting contacts, arrival rate times mean wait.
  public var queueLength: Double { loadErlangs * (meanWaitSeconds / handleTimeSeconds) }

  /// Share of time that an agent is busy, a (1 - P(abandon)) / n, in 0...1.
  public var occupancy: Double { min(1, loadErlangs * (1 - abandonmentProbability) / agents) }

  /// Mean wait in seconds of the contacts that are answered (the speed of answer).
  ///
  /// A contact behind j others is served after j+1 exponential steps of rates n mu + i theta whatever their kind, so
  /// E[W; served] = P(W > 0) (c/y) p * mean of h_k, the harmonic sums of `ErlangSeries.meanSteps`.
  /// - Returns: At least 0; relative error about 1e-12.
  /// - Complexity: One more series.
  public var averageSpeedOfAnswerSeconds: Double {
    guard loadErlangs > 0, waitProbability > 0 else { return 0 }
    let steps = ErlangSeries.meanSteps(serviceRatio, loadErlangs * (patienceSeconds / handleTimeSeconds))
    return waitProbability * (agents / loadErlangs) * patienceSeconds * steps.harmonic / (1 - abandonmentProbability)
  }

  /// Mean wait in seconds of the contacts that abandon; 0 where none does.
  ///
  /// Behind j others, a contact abandons in each of its j+1 steps with the same probability 1/(c+j+1), and has then
  /// spent all steps so far: E[W; abandoned] = P(W > 0) (p/y) * mean of k - c h_k, summed as such. The difference
  /// E[W] - E[W; served] would cancel for long patience.
  /// - Returns: At least 0; relative error about 1e-12.
  /// - Complexity: One more series.
  public var meanWaitOfAbandonersSeconds: Double {
    guard abandonmentProbability > 0 else { return 0 }
    let y = loadErlangs * (patienceSeconds / handleTimeSeconds)
    let steps = ErlangSeries.meanSteps(serviceRatio, y)
    return waitProbability * (patienceSeconds / y) * steps.excess / abandonmentProbability
  }

  /// Mean wait in seconds of the contacts that wait at all, E[W | W > 0].
  public var meanWaitOfWaitersSeconds: Double {
    waitProbability > 0 ? meanWaitSeconds / waitProbability : 0
  }

  /// What has become of contacts at the threshold t: all definitions of the service level from one series.
  ///
  /// With u = t/p, x = y e^-u and g = exp(y (1 - e^-u) - c u): P(V > t) = g S(c, x)/Z, P(W > t) = e^-u P(V > t),
  /// P(served, W > t) = c/(c+1) e^-u g S(c+1, x)/Z; the exponent is taken as (a-n) t/h - y (u - 1 + e^-u).
  /// - Parameter thresholdSeconds: t, at least 0.
  /// - Complexity: one series, O(sqrt(max(n, c))), less as t grows.
  public func outcome(atSeconds thresholdSeconds: Double) -> ThresholdOutcome {
    let answered = 1 - abandonmentProbability
    guard loadErlangs > 0, thresholdSeconds < .infinity else {
      return ThresholdOutcome(waitsBeyond: 0, answeredBeyond: 0, virtualWaitBeyond: 0, answered: answered)
    }
    let (virtual, served) = overloadErlangs >= 0 ? tailsOfOverload(thresholdSeconds) : tails(thresholdSeconds)
    return ThresholdOutcome(
      waitsBeyond: virtual * Elementary.exp(-max(0, thresholdSeconds) / patienceSeconds), answeredBeyond: served,
      virtualWaitBeyond: virtual, answered: answered)
  }

  /// P(V > t) and P(served, W > t).
  private func tails(_ thresholdSeconds: Double) -> (virtual: Double, served: Double) {
    let u = max(0, thresholdSeconds) / patienceSeconds
    let ratio = patienceSeconds / handleTimeSeconds
    let y = loadErlangs * ratio
    let c = agents * ratio
    let stays = Elementary.exp(-u)
    let x = y * stays
    // Far beyond the patience e^-u is 0, and the form without u cannot overflow.
    let exponent =
      u < 1e3
      ? overloadErlangs * ratio * u - y * Elementary.expExcess(u) : y - agents * (thresholdSeconds / handleTimeSeconds)
    let growth = ScaledValue.exponential(exponent)
    let upper = ErlangSeries.ascending(c + 1, x)
    let served = upper.times(growth).over(normalisation) * stays * (c / (c + 1))
    let virtual = upper.times(x / (c + 1)).plus(ScaledValue(1)).times(growth).over(normalisation)
    return (virtual, served)
  }

  /// The same where the load is not below the agents: g is there F(c, y)/F(c, x), F the reciprocal Poisson
  /// probability of `ErlangSeries`, and both factors and Z share the large exponent, whose rounding would show.
  private func tailsOfOverload(_ thresholdSeconds: Double) -> (virtual: Double, served: Double) {
    let ratio = patienceSeconds / handleTimeSeconds
    let y = loadErlangs * ratio
    let c = agents * ratio
    let bulk = ErlangSeries.reciprocalProbability(c, y).over(normalisation)
    let u = max(0, thresholdSeconds) / patienceSeconds
    // P(V > t) = bulk S(c, x)/F(c, x); far beyond the patience x is no double any more, but its logarithm is.
    let share = { (c: Double) in
      u < 600
        ? ErlangSeries.ascendingProbability(c, y * Elementary.exp(-u))
        : Elementary.exp(c * (Elementary.log(y) - u) - Elementary.logGamma(c + 1))
    }
    return (bulk * share(c), bulk * (c / y) * share(c + 1))
  }

  /// The service level by a definition, in 0...1.
  ///
  /// - Parameters:
  ///   - thresholdSeconds: At least 0.
  ///   - definition: Which contacts count; `offered` unless said.
  public func serviceLevel(
    withinSeconds thresholdSeconds: Double, definition: ServiceLevelDefinition = .offered
  ) -> Double {
    outcome(atSeconds: thresholdSeconds).serviceLevel(definition)
  }

  /// P(W > t | W > 0): of the contacts that wait, the share still waiting at t.
  public func waitProbabilityOfWaiters(beyondSeconds thresholdSeconds: Double) -> Double {
    waitProbability > 0 ? min(1, outcome(atSeconds: thresholdSeconds).waitsBeyond / waitProbability) : 0
  }

  /// The wait that a share `probability` of the contacts that wait at all does not exceed, seconds.
  ///
  /// - Returns: The root of P(W > t | W > 0) = 1 - probability, 1e-12 relative; 0 where nobody waits.
  /// - Throws: `valueOutOfRange` unless probability is in 0..<1.
  /// - Complexity: about ten series.
  public func waitQuantileOfWaitersSeconds(probability: Double) throws(StaffingError) -> Double {
    try Check.fraction(probability, "probability")
    return try waitSeconds(exceededBy: (1 - probability) * waitProbability)
  }

  /// The wait that a share `probability` of all contacts does not exceed (abandoned ones included), seconds.
  ///
  /// - Returns: 0 where fewer than 1 - probability wait; else the root of P(W > t) = 1 - probability, 1e-12 relative.
  /// - Throws: `valueOutOfRange` unless probability is in 0..<1.
  /// - Complexity: about ten series.
  public func waitQuantileSeconds(probability: Double) throws(StaffingError) -> Double {
    try Check.fraction(probability, "probability")
    return try waitSeconds(exceededBy: 1 - probability)
  }

  /// The t with P(W > t) = beyond; 0 where fewer wait at all.
  private func waitSeconds(exceededBy beyond: Double) throws(StaffingError) -> Double {
    guard waitProbability > beyond else { return 0 }
    var upper = patienceSeconds
    // P(W > t) <= exp(-t/p), so this ends at the latest at p log(1/beyond).
    while outcome(atSeconds: upper).waitsBeyond > beyond { upper *= 2 }
    return try Check.numerically { () throws(NumericalError) in
      try RootFinding.brent(lower: 0, upper: upper) { outcome(atSeconds: $0).waitsBeyond - beyond }
    }
  }
}
