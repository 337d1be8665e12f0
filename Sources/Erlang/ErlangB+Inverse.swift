internal import Numerics

extension ErlangB {
  /// The fewest agents whose blocking does not exceed a target.
  ///
  /// Starts at a (1 - B), below which even a full team cannot carry enough, and climbs by the recursion.
  /// - Parameters:
  ///   - loadErlangs: Offered load, 0...1e6.
  ///   - blockingAtMost: Target in 0<...1; met with equality counts as met (2e-15 relative forgiven).
  /// - Throws: `valueOutOfRange`, `unreachable`.
  /// - Complexity: one sum plus O(1) an agent, some sqrt(load) of them.
  public static func agents(loadErlangs: Double, blockingAtMost target: Double) throws(StaffingError) -> Int {
    try Check.load(loadErlangs)
    guard target > 0, target <= 1 else { throw .valueOutOfRange(name: "blocking", value: target, allowed: "0<...1") }
    guard loadErlangs > 0, target < 1 else { return 0 }
    var agents = max(0, Int((loadErlangs * (1 - target) * (1 - 1e-14)).rounded(.down)))
    let limit = Check.agentLimit
    guard agents <= limit else { throw .unreachable(target: "blocking <= \(target)", agentLimit: limit) }
    var inverse = ErlangSeries.inverseBlocking(Double(agents), loadErlangs).double
    while 1 / inverse > target * (1 + 2e-15) {
      agents += 1
      guard agents <= limit else { throw .unreachable(target: "blocking <= \(target)", agentLimit: limit) }
      inverse = 1 + Double(agents) / loadErlangs * inverse
    }
    return agents
  }

  /// The real number of agents with exactly this blocking.
  ///
  /// - Parameters:
  ///   - loadErlangs: Positive.
  ///   - blocking: In 0<...1.
  /// - Returns: Relative error below 1e-12.
  /// - Throws: `valueOutOfRange`, `unreachable`, `numerical`.
  public static func realAgents(loadErlangs: Double, blocking: Double) throws(StaffingError) -> Double {
    let whole = try agents(loadErlangs: loadErlangs, blockingAtMost: blocking)
    guard whole > 0 else { return 0 }
    return try Check.numerically { () throws(NumericalError) in
      try RootFinding.brent(lower: Double(whole - 1), upper: Double(whole) * (1 + 1e-14)) {
        -ErlangSeries.inverseBlocking($0, loadErlangs).logarithm - Elementary.log(blocking)
      }
    }
  }

  /// The load at which this many agents block exactly this share.
  ///
  /// Bracket: B <= a^n/n! and B >= 1 - n/a give (n/e) B^(1/n) <= a <= n/(1-B).
  /// - Parameters:
  ///   - agents: Real, positive, up to 1,000,000.
  ///   - blocking: In 0<..<1.
  /// - Returns: Erlangs, relative error below 1e-12.
  /// - Throws: `valueOutOfRange`, `numerical`.
  public static func loadErlangs(agents: Double, blocking: Double) throws(StaffingError) -> Double {
    try Check.agents(agents)
    try Check.openProbability(blocking, "blocking")
    guard agents > 0 else { throw .valueOutOfRange(name: "agents", value: agents, allowed: "0<...1000000") }
    let lower = min(agents, 1) * agents / 4 * Elementary.exp(Elementary.log(blocking) / agents)
    return try Check.numerically { () throws(NumericalError) in
      try RootFinding.brent(lower: lower, upper: agents / (1 - blocking) * (1 + 1e-14)) {
        -ErlangSeries.inverseBlocking(agents, $0).logarithm - Elementary.log(blocking)
      }
    }
  }
}
