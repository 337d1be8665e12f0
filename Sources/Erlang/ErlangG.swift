internal import Numerics

/// The queue M/M/n+G: exponential handle times, patience of any law, steady state.
///
/// With survival G(x), H its integral, n agents of rate mu, arrivals lambda, E(x) = lambda H(x) - n mu x and
/// eps = 1/B(n-1, a): J = integral of exp(E), D = eps + lambda J; the virtual wait V has P(V > t) = lambda J(t)/D, and
/// each share of contacts is lambda/D times an integral of exp(E) with a weight that never cancels:
/// abandoned 1 - G, mean wait H, answered after t G beyond t.
/// Error: 1e-9 relative (measured 1e-12 on the reference table), refused where the quadrature cannot promise it.
/// Complexity: one adaptive quadrature a quantity and bend of the law, some 0.1 ms each.
/// Source: S. Zeltyn, A. Mandelbaum, Call centers with impatient customers: many-server asymptotics of the M/M/n+G
/// queue, Queueing Systems 51 (2005), doi:10.1007/s11134-005-3699-8; form of the integrals: own derivation, checked.
public struct ErlangG: Equatable, Sendable {
  /// Agents n, 1...1,000,000.
  public let agents: Int
  /// Offered load a in erlangs.
  public let loadErlangs: Double
  /// Mean handle time in seconds.
  public let handleTimeSeconds: Double
  /// The patience law.
  public let patience: PatienceLaw
  /// P(V > 0): a contact arriving finds all agents busy.
  public let waitProbability: Double
  /// Share of contacts that abandon, balking included.
  public let abandonmentProbability: Double
  /// Mean wait of all contacts in seconds, abandoned ones included.
  public let meanWaitSeconds: Double
  /// Mean wait in seconds of the contacts that are answered: lambda/D times the integral of x G exp(E), by P(answered).
  public let averageSpeedOfAnswerSeconds: Double

  private let integrals: OfferedWaitIntegrals
  /// D of the type's comment.
  private let normalisation: ScaledValue

  /// - Parameters:
  ///   - agents: Whole, 1...1,000,000.
  ///   - loadErlangs: Offered load, 0 or 1e-12...1e9; any overload, for patience is finite.
  ///   - handleTimeSeconds: Mean handle time, 0<...1e12; exponential.
  ///   - patience: The law, with a share that balks.
  /// - Throws: `valueOutOfRange`, `numerical`.
  public init(
    agents: Int, loadErlangs: Double, handleTimeSeconds: Double, patience: PatienceLaw
  ) throws(StaffingError) {
    try Check.wholeAgents(agents)
    try Check.load(loadErlangs)
    try Check.seconds(handleTimeSeconds, "handleTimeSeconds")
    guard loadErlangs == 0 || loadErlangs >= 1e-12 else {
      throw .valueOutOfRange(name: "loadErlangs", value: loadErlangs, allowed: "0, or 1e-12...1e9")
    }
    self.agents = agents
    self.loadErlangs = loadErlangs
    self.handleTimeSeconds = handleTimeSeconds
    self.patience = patience
    let integrals = OfferedWaitIntegrals(
      arrivalRate: loadErlangs / handleTimeSeconds, departureRate: Double(agents) / handleTimeSeconds,
      patience: patience)
    self.integrals = integrals
    guard loadErlangs > 0 else {
      (waitProbability, abandonmentProbability, meanWaitSeconds, averageSpeedOfAnswerSeconds) = (0, 0, 0, 0)
      normalisation = ScaledValue(1)
      return
    }
    let all = try integrals.integral(from: 0, .one)
    let idle = ErlangSeries.inverseBlocking(Double(agents - 1), loadErlangs)
    let whole = idle.plus(all)
    normalisation = whole
    waitProbability = all.over(whole)
    abandonmentProbability = try integrals.integral(from: 0, .abandoned).over(whole)
    meanWaitSeconds = try integrals.integral(from: 0, .integratedSurvival).over(whole)
    let waitOfAnswered = try integrals.integral(from: 0, .answeredWait).over(whole)
    averageSpeedOfAnswerSeconds = waitOfAnswered / (1 - abandonmentProbability)
  }

  /// Mean number of waiting contacts.
  public var queueLength: Double { loadErlangs * (meanWaitSeconds / handleTimeSeconds) }

  /// Share of time that an agent is busy, in 0...1.
  public var occupancy: Double { min(1, loadErlangs * (1 - abandonmentProbability) / Double(agents)) }

  /// What has become of contacts at the threshold.
  ///
  /// - Parameter thresholdSeconds: t, at least 0.
  /// - Throws: `valueOutOfRange`, `numerical`.
  public func outcome(atSeconds thresholdSeconds: Double) throws(StaffingError) -> ThresholdOutcome {
    try Check.nonNegative(thresholdSeconds, "thresholdSeconds")
    guard loadErlangs > 0 else {
      return ThresholdOutcome(waitsBeyond: 0, answeredBeyond: 0, virtualWaitBeyond: 0, answered: 1)
    }
    let virtual = try integrals.integral(from: thresholdSeconds, .one).over(normalisation)
    let served = try integrals.integral(from: thresholdSeconds, .survival).over(normalisation)
    return ThresholdOutcome(
      waitsBeyond: virtual * patience.survival(thresholdSeconds), answeredBeyond: served, virtualWaitBeyond: virtual,
      answered: 1 - abandonmentProbability)
  }

  /// The service level by a definition, in 0...1.
  ///
  /// - Throws: `valueOutOfRange`, `numerical`.
  public func serviceLevel(
    withinSeconds thresholdSeconds: Double, definition: ServiceLevelDefinition = .offered
  ) throws(StaffingError) -> Double {
    try outcome(atSeconds: thresholdSeconds).serviceLevel(definition)
  }
}
