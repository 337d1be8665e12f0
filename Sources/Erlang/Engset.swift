internal import Numerics

/// The loss system with finitely many sources (Engset): a source that is served does not call.
///
/// With M sources, n agents and alpha erlangs per idle source the state law is binomial-like; the inverse of the time
/// congestion is the sum of n(n-1)...(n-k+1) / ((M-n+1)...(M-n+k) alpha^k), stopped early.
/// Error: below 1e-12 relative. Complexity: O(sqrt(n)) near balance, at most O(n).
/// Source: T. O. Engset (1918); V. B. Iversen, Teletraffic Engineering (ITU handbook).
public struct Engset: Equatable, Sendable {
  /// Sources M.
  public let sources: Int
  /// Agents n.
  public let agents: Int
  /// Load that one idle source offers: its call rate while idle times the handle time, erlangs.
  public let loadPerIdleSourceErlangs: Double
  /// Share of time in which all agents are busy.
  public let timeCongestion: Double
  /// Share of contacts that are blocked: the time congestion that one source fewer would cause.
  public let blockingProbability: Double

  /// - Parameters:
  ///   - agents: n, 0...1,000,000.
  ///   - sources: M, 1...1,000,000,000.
  ///   - loadPerIdleSourceErlangs: alpha, 0...1e9.
  /// - Throws: `valueOutOfRange`.
  /// - Complexity: O(sqrt(n)) near balance, at most O(n).
  public init(agents: Int, sources: Int, loadPerIdleSourceErlangs: Double) throws(StaffingError) {
    try Check.wholeAgents(agents, from: 0)
    guard sources >= 1, sources <= 1_000_000_000 else {
      throw .valueOutOfRange(name: "sources", value: Double(sources), allowed: "1...1000000000")
    }
    guard loadPerIdleSourceErlangs >= 0, loadPerIdleSourceErlangs <= 1e9 else {
      throw .valueOutOfRange(
        name: "loadPerIdleSourceErlangs", value: loadPerIdleSourceErlangs, allowed: "0...1e9")
    }
    self.sources = sources
    self.agents = agents
    self.loadPerIdleSourceErlangs = loadPerIdleSourceErlangs
    timeCongestion = Self.timeCongestion(agents, sources, loadPerIdleSourceErlangs)
    blockingProbability = Self.timeCongestion(agents, sources - 1, loadPerIdleSourceErlangs)
  }

  /// Load that is carried, the mean number of busy agents Y, in erlangs: Y = alpha (M - Y) (1 - blocking).
  public var carriedErlangs: Double {
    let taken = loadPerIdleSourceErlangs * (1 - blockingProbability)
    return min(Double(agents), Double(sources) * taken / (1 + taken))
  }

  /// Load that the idle sources offer, alpha (M - Y), in erlangs.
  public var offeredErlangs: Double { loadPerIdleSourceErlangs * (Double(sources) - carriedErlangs) }

  private static func timeCongestion(_ agents: Int, _ sources: Int, _ load: Double) -> Double {
    if agents == 0 { return 1 }
    guard agents <= sources, load > 0 else { return 0 }
    var term = 1.0
    var sum = 1.0
    var factor = Double(agents)
    var idle = Double(sources - agents + 1)
    while factor >= 1 {
      term *= factor / (idle * load)
      sum += term
      if sum == .infinity { return 0 }
      if term < 1e-20 * sum { break }
      factor -= 1
      idle += 1
    }
    return 1 / sum
  }
}
