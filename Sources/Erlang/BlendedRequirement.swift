/// The smallest team for inbound contacts and deferred work together.
///
/// Inbound contacts come first and at once: whoever works on a mail lays it aside when a call comes (preemptive-resume
/// priority), so that calls meet the queue M/M/n or M/M/n+M of their own load, exactly. Deferred work fills the time
/// that calls leave free, evenly over its window (``DeferredSpread``); it gets done if both loads together stay within
/// the occupancy cap. So
///     agents = max(agents that the inbound targets need, ceil((inbound + deferred load) / cap)).
/// Where a mail must be finished before the next call is taken, calls wait up to the rest of a mail more; where agents
/// need time to change between the two, put it into the handle times.
/// Source: preemptive priority leaves the first class undisturbed, L. Kleinrock, Queueing Systems II (1976), ch. 3; the
/// sum of loads is the stability condition of the second.
public struct BlendedRequirement: Equatable, Sendable {
  /// What kept the number from being one smaller.
  public enum Binding: Equatable, Sendable {
    /// A target of the inbound contacts, or their stability.
    case inbound(StaffingRequirement.Binding)
    /// The two loads over the cap.
    case totalLoad
  }

  /// Agents needed at work (positions), before shrinkage.
  public let agents: Int
  /// What decided; inbound at a tie.
  public let binding: Binding
  /// Agents that the inbound targets alone need.
  public let inboundAgents: Int
  /// Agents that both loads need at the cap.
  public let loadAgents: Int
  /// Inbound load in erlangs.
  public let inboundErlangs: Double
  /// Deferred load in erlangs.
  public let deferredErlangs: Double

  /// - Parameters:
  ///   - inbound: The interval's contacts; with a patience by Erlang A, else by Erlang C.
  ///   - deferredLoad: Deferred work that the interval carries, in erlangs, 0...1e9.
  ///   - targets: The promises to inbound contacts. An occupancy among them counts inbound work alone; name the cap of
  ///     all work in `occupancyCap`.
  ///   - occupancyCap: The most that agents may be busy with both, 0<...1; exact, ties are ties.
  /// - Throws: `valueOutOfRange`; `unreachable` beyond 1,000,000 agents.
  /// - Complexity: that of one ``StaffingRequirement``.
  public init(
    inbound: StaffingDemand, deferredLoad: DecimalFraction, targets: [StaffingTarget],
    occupancyCap: DecimalFraction = DecimalFraction(1)
  ) throws(StaffingError) {
    try Check.load(deferredLoad.double)
    let cap = StaffingTarget.occupancy(atMost: occupancyCap)
    try cap.validate()
    let alone = try StaffingRequirement(demand: inbound, targets: targets)
    inboundAgents = alone.agents
    inboundErlangs = inbound.loadErlangs
    deferredErlangs = deferredLoad.double
    let total = try DecimalFraction.sum(inbound.load, deferredLoad)
    loadAgents = StaffingTarget.agents(forLoad: total, occupancyCap: occupancyCap)
    guard loadAgents <= Check.agentLimit else {
      throw .unreachable(target: cap.description, agentLimit: Check.agentLimit)
    }
    agents = max(inboundAgents, loadAgents)
    binding = loadAgents > inboundAgents ? .totalLoad : .inbound(alone.binding)
  }

  /// Share of time that an agent is busy with inbound contacts or deferred work, in 0...1; nobody's is 0.
  ///
  /// - Parameter inboundOccupancy: of the inbound contacts, by the model of their queue.
  public func occupancy(inboundOccupancy: Double) -> Double {
    agents > 0 ? min(1, inboundOccupancy + deferredErlangs / Double(agents)) : 0
  }

  /// Agents to schedule for these positions, exact in decimals.
  ///
  /// - Throws: `valueOutOfRange` unless shrinkage is in 0..<1.
  public func scheduledAgents(shrinkage: DecimalFraction) throws(StaffingError) -> Int {
    try Shrinkage.scheduledAgents(positions: agents, shrinkage: shrinkage)
  }
}
