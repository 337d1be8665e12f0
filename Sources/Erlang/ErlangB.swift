internal import Numerics

/// The loss system M/M/n/n (Erlang B): contacts that find all agents busy are lost.
///
/// Assumptions: Poisson arrivals, any handle-time law (insensitivity), no queue.
/// 1/B = sum over k of n(n-1)...(n-k+1)/a^k; for a real number of agents 1/B = a * integral of exp(-at) (1+t)^n.
/// Source: A. K. Erlang (1917); D. L. Jagerman, Some properties of the Erlang loss function (1974).
public struct ErlangB: Equatable, Sendable {
  /// Agents n, real, 0...1,000,000.
  public let agents: Double
  /// Offered load a in erlangs, 0...1e9.
  public let loadErlangs: Double
  /// Probability that a contact is lost, in 0...1. Relative error below 1e-12; 0 where the value underflows (1e-308).
  public let blockingProbability: Double
  /// Natural logarithm of the blocking probability, good where the probability itself underflows; -infinity at no load.
  public let logBlockingProbability: Double

  /// - Parameters:
  ///   - agents: Real number of agents (lines), 0...1,000,000.
  ///   - loadErlangs: Offered load, 0...1e9.
  /// - Throws: `valueOutOfRange`.
  /// - Complexity: O(sqrt(agents)) near agents = load, O(1) far from it; no allocation.
  public init(agents: Double, loadErlangs: Double) throws(StaffingError) {
    try Check.agents(agents)
    try Check.load(loadErlangs)
    self.agents = agents
    self.loadErlangs = loadErlangs
    guard loadErlangs > 0 else {
      blockingProbability = agents == 0 ? 1 : 0
      logBlockingProbability = agents == 0 ? 0 : -.infinity
      return
    }
    let inverse = ErlangSeries.inverseBlocking(agents, loadErlangs)
    blockingProbability = 1 / inverse.double
    logBlockingProbability = -inverse.logarithm
  }

  /// The same for a whole number of agents.
  public init(agents: Int, loadErlangs: Double) throws(StaffingError) {
    try self.init(agents: Double(agents), loadErlangs: loadErlangs)
  }

  /// Logarithm to base 10 of the blocking probability.
  public var log10BlockingProbability: Double { logBlockingProbability / Self.ln10 }

  private static let ln10 = 2.302585092994045684018

  /// Load that is carried, a(1 - B), in erlangs.
  public var carriedErlangs: Double { loadErlangs * (1 - blockingProbability) }

  /// Carried load per agent, in 0...1; 0 without agents.
  public var occupancy: Double { agents > 0 ? carriedErlangs / agents : 0 }

  /// dB/da = B (n/a - 1 + B), per erlang.
  public var slopePerErlang: Double {
    loadErlangs > 0 ? blockingProbability * (agents / loadErlangs - 1 + blockingProbability) : (agents == 1 ? 1 : 0)
  }
}
