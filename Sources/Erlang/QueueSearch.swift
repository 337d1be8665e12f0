internal import Numerics

/// The smallest team under Erlang C: one series at the lower bound, then the upward recursion, one division an agent.
struct QueueSearch {
  /// A target with its decimals turned into doubles once: a bound on P(wait > seconds), on the mean wait, or on agents.
  private enum Bound {
    case tail(seconds: Double, atMost: Double)
    case meanWait(atMostSeconds: Double)
    case agents(Int)
  }

  private let demand: StaffingDemand
  private let loadErlangs: Double
  private let handleTimeSeconds: Double
  private let agentLimit: Int
  private let leastStable: Int
  private var state: ErlangC

  init(_ demand: StaffingDemand, agentLimit: Int) {
    self.demand = demand
    self.agentLimit = agentLimit
    loadErlangs = demand.loadErlangs
    handleTimeSeconds = demand.handleTimeSeconds.double
    leastStable = demand.wholeErlangs + 1
    state = ErlangC(unchecked: 1, 0, excess: 1, inverseBlocking: 1)
  }

  mutating func smallest(_ targets: [StaffingTarget]) throws(StaffingError) -> (Int, StaffingRequirement.Binding) {
    var agents = leastStable
    for target in targets { if case .agents(let least) = bound(target) { agents = max(agents, least) } }
    guard agents <= agentLimit else { throw .unreachable(target: "stability and occupancy", agentLimit: agentLimit) }
    var inverseBlocking = evaluate(agents)
    for target in targets {
      let bound = bound(target)
      while !isMet(bound, agents) {
        agents += 1
        guard agents <= agentLimit else { throw .unreachable(target: target.description, agentLimit: agentLimit) }
        // 1/B(n) = 1 + (n/a)/B(n-1): stable upwards, errors shrink.
        inverseBlocking = 1 + Double(agents) / loadErlangs * inverseBlocking
        refresh(agents, inverseBlocking)
      }
    }
    return (agents, binding(agents, targets))
  }

  private mutating func evaluate(_ agents: Int) -> Double {
    let inverseBlocking = ErlangSeries.inverseBlocking(Double(agents), loadErlangs).double
    refresh(agents, inverseBlocking)
    return inverseBlocking
  }

  private mutating func refresh(_ agents: Int, _ inverseBlocking: Double) {
    state = ErlangC(
      unchecked: Double(agents), loadErlangs, excess: demand.excessAgents(agents), inverseBlocking: inverseBlocking)
  }

  /// Stability, occupancy and minimum are exact and need no series; nobody abandons.
  private func bound(_ target: StaffingTarget) -> Bound {
    switch target {
    case .serviceLevel(let share, let seconds, _): .tail(seconds: seconds, atMost: share.complement.double)
    case .maximalWait(let seconds, let quantile): .tail(seconds: seconds, atMost: quantile.complement.double)
    case .waitProbability(let share): .tail(seconds: 0, atMost: share.double)
    case .averageSpeedOfAnswer(let seconds): .meanWait(atMostSeconds: seconds)
    case .occupancy(let cap): .agents(StaffingTarget.agents(forLoad: demand.load, occupancyCap: cap))
    case .minimumAgents(let agents): .agents(agents)
    case .abandonment: .agents(0)
    }
  }

  private func isMet(_ bound: Bound, _ agents: Int) -> Bool {
    switch bound {
    case .tail(let seconds, let atMost):
      isWithin(state.waitProbability(beyondSeconds: seconds, handleTimeSeconds: handleTimeSeconds), atMost)
    case .meanWait(let atMost):
      isWithin(state.averageSpeedOfAnswerSeconds(handleTimeSeconds: handleTimeSeconds), atMost)
    case .agents(let least): agents >= least
    }
  }

  /// value <= bound, forgiving the rounding of the formula: a few ulp, more where n - a is small against n.
  private func isWithin(_ value: Double, _ bound: Double) -> Bool {
    let tieTolerance = 2e-15 + 4e-16 * state.agents / state.excessAgents
    return value <= bound * (1 + tieTolerance)
  }

  private mutating func binding(_ agents: Int, _ targets: [StaffingTarget]) -> StaffingRequirement.Binding {
    guard agents > leastStable else { return agents > 1 ? .stability : .none }
    _ = evaluate(agents - 1)
    let place = targets.firstIndex { !isMet(bound($0), agents - 1) }
    return place.map { .target($0) } ?? .none
  }
}
