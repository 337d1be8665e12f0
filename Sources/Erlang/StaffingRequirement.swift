/// The smallest number of agents that keeps every promise in an interval, and which promise decided it.
///
/// Model: Erlang C when the demand has no patience, Erlang A (exact M/M/n+M) when it has one; steady state.
/// Occupancy without abandonment, shrinkage and the stability bound are compared as exact rationals. Other targets are
/// compared as doubles that forgive the rounding of the formula (`tieTolerance`), so that a target met with equality is
/// met: P(wait) <= 0.1 at one tenth of an erlang needs one agent.
public struct StaffingRequirement: Equatable, Sendable {
  /// What kept the number from being one smaller.
  public enum Binding: Equatable, Sendable {
    /// Nothing: no contacts, or one agent already does.
    case none
    /// The load itself: one agent fewer and the queue would grow without limit.
    case stability
    /// The target at this place in the list, the first in the list that one agent fewer would break.
    case target(Int)
  }

  /// Agents needed at work (positions), before shrinkage.
  public let agents: Int
  /// The target that decided.
  public let binding: Binding
  /// Offered load in erlangs.
  public let loadErlangs: Double

  /// - Parameters:
  ///   - demand: Contacts, interval, handle time and patience.
  ///   - targets: The promises; none: the smallest stable team.
  ///   - agentLimit: Where the search gives up, at most 1,000,000.
  /// - Throws: `valueOutOfRange` for a target outside its range, `unreachable` beyond the limit.
  /// - Complexity: one Erlang sum plus O(1) per agent above the load (C); about ten Erlang A evaluations (A).
  public init(
    demand: StaffingDemand, targets: [StaffingTarget], agentLimit: Int = 1_000_000
  ) throws(StaffingError) {
    try Check.wholeAgents(agentLimit)
    for target in targets { try target.validate() }
    loadErlangs = demand.loadErlangs
    if demand.load.numerator == 0 {
      (agents, binding) = Self.withoutContacts(targets)
    } else if let patienceSeconds = demand.patienceSeconds {
      let search = PatientSearch(demand, patienceSeconds: patienceSeconds, agentLimit: agentLimit)
      (agents, binding) = try search.smallest(targets)
    } else {
      var search = QueueSearch(demand, agentLimit: agentLimit)
      (agents, binding) = try search.smallest(targets)
    }
  }

  /// Agents to schedule for these positions, exact in decimals.
  ///
  /// - Throws: `valueOutOfRange` unless shrinkage is in 0..<1.
  public func scheduledAgents(shrinkage: DecimalFraction) throws(StaffingError) -> Int {
    try Shrinkage.scheduledAgents(positions: agents, shrinkage: shrinkage)
  }

  /// An interval without contacts needs nobody, unless a minimum says otherwise.
  private static func withoutContacts(_ targets: [StaffingTarget]) -> (Int, Binding) {
    var agents = 0
    var binding = Binding.none
    for (place, target) in targets.enumerated() {
      if case .minimumAgents(let least) = target, least > agents { (agents, binding) = (least, .target(place)) }
    }
    return (agents, binding)
  }
}
