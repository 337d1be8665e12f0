internal import Numerics

/// The queue M/M/n whose agents hold up to k contacts each: nobody abandons, first come first served, steady state.
///
/// A contact in the hands of somebody who holds j takes 1 + s (j - 1) times as long as alone. Contacts are spread evenly over
/// the agents, so the number in the system is a birth-death chain: with m = q n + r <= n k of them, r agents hold q + 1
/// and n - r hold q, and contacts end at the rate (r (q + 1) / (1 + s q) + (n - r) q / (1 + s (q - 1))) / h. Beyond
/// n k contacts wait, and all hands are full: the rate is R = n k / (h (1 + s (k - 1))), and W given W > 0 is
/// exponential with mean 1 / (R - rate of arrivals). k = 1 is Erlang C, s = 0 Erlang C with n k agents.
/// Complexity: O(n k). Error: a few 1e-16 n k relative.
/// Approximation where contacts are not moved between agents: after an end the spread may be uneven until others come.
/// Source: birth-death chains, e.g. R. B. Cooper, Introduction to Queueing Theory (1981), chapter 2.
public struct ConcurrentErlangC: Equatable, Sendable {
  /// P(wait > 0), in 0..<1.
  public let waitProbability: Double
  /// Share of the time in which an agent holds a contact or more, in 0..<1.
  public let occupancy: Double
  /// R - rate of arrivals, positive: 1 / mean wait of those who wait.
  private let excessPerSecond: Double

  /// - Parameters:
  ///   - agents: n, at least 1; n k at most 1,000,000.
  ///   - limit: k, at least 1.
  ///   - slowdown: s, at least 0.
  ///   - contactsPerSecond: rate of arrivals, above 0.
  ///   - handleTimeSeconds: h, mean handle time of a contact that is alone, above 0.
  /// - Throws: `valueOutOfRange`; `unstable` where full hands do not carry the load.
  public init(
    agents: Int, limit: Int, slowdown: Double, contactsPerSecond: Double, handleTimeSeconds: Double
  ) throws(StaffingError) {
    try Check.nonNegative(contactsPerSecond, "contactsPerSecond")
    try Check.seconds(handleTimeSeconds, "handleTimeSeconds")
    guard limit >= 1, limit <= 1_000_000, agents >= 1, agents <= 1_000_000 / limit else {
      throw .valueOutOfRange(name: "agents", value: Double(agents), allowed: "1...1000000 / concurrency")
    }
    guard slowdown >= 0, slowdown.isFinite else {
      throw .valueOutOfRange(name: "slowdown", value: slowdown, allowed: "0...")
    }
    let load = contactsPerSecond * handleTimeSeconds
    guard load > 0 else {
      throw .valueOutOfRange(name: "contactsPerSecond", value: contactsPerSecond, allowed: "0<...")
    }
    /// Contacts that end in a handle time, of an agent who holds so many.
    func rate(_ held: Int) -> Double { Double(held) / (1 + slowdown * Double(max(0, held - 1))) }
    let full = Double(agents) * rate(limit)
    guard load < full else {
      throw .unstable(agents: Double(agents), loadErlangs: load * Double(agents) / full)
    }
    // Sums over the states up to m, of 1 and of busy agents, in units of the weight of m.
    var (sum, busy) = (1.0, 0.0)
    for count in 1...(agents * limit) {
      let (held, more) = count.quotientAndRemainder(dividingBy: agents)
      let step = (Double(more) * rate(held + 1) + Double(agents - more) * rate(held)) / load
      sum = sum * step + 1
      busy = busy * step + Double(min(count, agents))
    }
    // The state with all hands full, and all beyond it.
    let tail = 1 / (1 - load / full)
    let total = sum - 1 + tail
    waitProbability = total.isFinite ? tail / total : 0
    occupancy =
      total.isFinite ? (busy + Double(agents) * (tail - 1)) / (total * Double(agents)) : min(1, load / Double(agents))
    excessPerSecond = (full - load) / handleTimeSeconds
  }

  /// Mean wait of all contacts in seconds.
  public var averageSpeedOfAnswerSeconds: Double { waitProbability / excessPerSecond }

  /// Share of contacts answered within t seconds, in 0...1.
  public func serviceLevel(withinSeconds thresholdSeconds: Double) -> Double {
    1 - waitProbability * Elementary.exp(-excessPerSecond * thresholdSeconds)
  }
}
