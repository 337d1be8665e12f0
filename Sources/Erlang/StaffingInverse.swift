internal import Numerics

/// The questions asked backwards: real agents, load or handle time at which a target is met with equality.
///
/// Erlang C without patience, Erlang A with it; roots by Brent's method on the target's figure, bracketed by doubling.
public enum StaffingInverse {
  /// The real number of agents at which the target is met exactly.
  ///
  /// - Parameters:
  ///   - loadErlangs: Offered load, positive, at most 1e6.
  ///   - handleTimeSeconds: Mean handle time.
  ///   - patienceSeconds: Mean patience, `nil`: nobody abandons.
  ///   - target: Any but `minimumAgents`.
  /// - Returns: Above the load without patience; relative error below 1e-12 times the condition of the target.
  /// - Throws: `valueOutOfRange`, `unreachable` when even 1,000,000 agents, or hardly any, do not cross the target.
  public static func agents(
    loadErlangs: Double, handleTimeSeconds: Double, patienceSeconds: Double? = nil, target: StaffingTarget
  ) throws(StaffingError) -> Double {
    let figure = try Figure(target)
    guard loadErlangs > 0, loadErlangs < 1e6 else {
      throw .valueOutOfRange(name: "loadErlangs", value: loadErlangs, allowed: "0<..<1e6")
    }
    _ = try figure.shortfall(2 * loadErlangs + 1, loadErlangs, handleTimeSeconds, patienceSeconds)
    let least = patienceSeconds == nil ? loadErlangs * (1 + 1e-12) : min(1e-3, loadErlangs / 1e3)
    return try root(from: least, to: Double(Check.agentLimit), target) {
      try? figure.shortfall($0, loadErlangs, handleTimeSeconds, patienceSeconds)
    }
  }

  /// The largest load in erlangs at which the target is still met.
  ///
  /// - Parameters: as above; agents: real, 0<...1,000,000.
  /// - Throws: `valueOutOfRange`, `unreachable` when the target is met or missed at every load.
  public static func loadErlangs(
    agents: Double, handleTimeSeconds: Double, patienceSeconds: Double? = nil, target: StaffingTarget
  ) throws(StaffingError) -> Double {
    let figure = try Figure(target)
    _ = try figure.shortfall(agents, agents / 2, handleTimeSeconds, patienceSeconds)
    let most = patienceSeconds == nil ? agents * (1 - 1e-12) : min(1e9, agents * 1e3)
    return try root(from: agents * 1e-9, to: most, target) {
      try? figure.shortfall(agents, $0, handleTimeSeconds, patienceSeconds)
    }
  }

  /// The longest mean handle time in seconds at which the target is still met.
  ///
  /// - Parameters: as above; contactsPerSecond: positive.
  /// - Throws: `valueOutOfRange`, `unreachable` when the target is met or missed at every handle time.
  public static func handleTimeSeconds(
    agents: Double, contactsPerSecond: Double, patienceSeconds: Double? = nil, target: StaffingTarget
  ) throws(StaffingError) -> Double {
    let figure = try Figure(target)
    try Check.seconds(contactsPerSecond, "contactsPerSecond")
    let balance = agents / contactsPerSecond
    _ = try figure.shortfall(agents, agents / 2, balance / 2, patienceSeconds)
    let most = patienceSeconds == nil ? balance * (1 - 1e-12) : balance * 1e3
    return try root(from: balance * 1e-6, to: most, target) {
      try? figure.shortfall(agents, contactsPerSecond * $0, $0, patienceSeconds)
    }
  }

  private static func root(
    from lower: Double, to upper: Double, _ target: StaffingTarget, _ shortfall: (Double) -> Double?
  ) throws(StaffingError) -> Double {
    do {
      return try RootFinding.brent(lower: lower, upper: upper) { shortfall($0) ?? .nan }
    } catch {
      guard case .rootNotBracketed = error else { throw .numerical(error) }
      throw .unreachable(target: target.description, agentLimit: Check.agentLimit)
    }
  }

  /// A target as a number that is negative where it is met.
  private struct Figure {
    let target: StaffingTarget

    init(_ target: StaffingTarget) throws(StaffingError) {
      try target.validate()
      if case .minimumAgents(let agents) = target {
        throw .valueOutOfRange(
          name: "minimumAgents", value: Double(agents), allowed: "a target that moves with the load")
      }
      self.target = target
    }

    func shortfall(
      _ agents: Double, _ load: Double, _ handleTimeSeconds: Double, _ patienceSeconds: Double?
    ) throws(StaffingError) -> Double {
      try Check.seconds(handleTimeSeconds, "handleTimeSeconds")
      guard let patienceSeconds else {
        return shortfall(try ErlangC(agents: agents, loadErlangs: load), handleTimeSeconds)
      }
      return shortfall(
        try ErlangA(
          agents: agents, loadErlangs: load, handleTimeSeconds: handleTimeSeconds, patienceSeconds: patienceSeconds))
    }

    /// Logarithms of the tails: their ratio to the bound is what moves evenly.
    private func shortfall(_ model: ErlangC, _ handleTimeSeconds: Double) -> Double {
      let tail = { (seconds: Double, atMost: Double) in
        bounded(
          Elementary.log(model.waitProbability) - model.excessAgents * (seconds / handleTimeSeconds)
            - Elementary.log(atMost))
      }
      switch target {
      case .serviceLevel(let share, let seconds, _): return tail(seconds, share.complement.double)
      case .maximalWait(let seconds, let quantile): return tail(seconds, quantile.complement.double)
      case .waitProbability(let share): return tail(0, share.double)
      case .averageSpeedOfAnswer(let seconds):
        return bounded(
          Elementary.log(model.averageSpeedOfAnswerSeconds(handleTimeSeconds: handleTimeSeconds) / seconds))
      case .occupancy(let cap): return model.occupancy - cap.double
      case .abandonment, .minimumAgents: return -1
      }
    }

    private func shortfall(_ model: ErlangA) -> Double {
      switch target {
      case .serviceLevel(let share, let seconds, let definition):
        return share.double - model.serviceLevel(withinSeconds: seconds, definition: definition)
      case .maximalWait(let seconds, let quantile):
        return model.outcome(atSeconds: seconds).waitsBeyond - quantile.complement.double
      case .waitProbability(let share): return model.waitProbability - share.double
      case .averageSpeedOfAnswer(let seconds): return model.averageSpeedOfAnswerSeconds - seconds
      case .abandonment(let share): return model.abandonmentProbability - share.double
      case .occupancy(let cap): return model.occupancy - cap.double
      case .minimumAgents: return -1
      }
    }

    /// Keeps the logarithm of an underflown probability finite for the root finder.
    private func bounded(_ logarithm: Double) -> Double { max(-1e6, logarithm) }
  }
}
