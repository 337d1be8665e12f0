/// The smallest team under Erlang C: one series at the lower bound, then the upward recursion, one division an agent.
struct QueueSearch {
  private let demand: StaffingDemand
  private let loadErlangs: Double
  private let handleTimeSeconds: Double
  private let agentLimit: Int
  private let leastStable: Int
  private var state: ErlangC
  private var inverseBlocking: Double

  init(_ demand: StaffingDemand, agentLimit: Int) {
    self.demand = demand
    self.agentLimit = agentLimit
    loadErlangs = demand.loadErlangs
    handleTimeSeconds = demand.handleTimeSeconds.double
    leastStable = demand.load.floor + 1
    inverseBlocking = 1
    state = ErlangC(unchecked: 1, 0, excess: 1, inverseBlocking: 1)
  }

  mutating func smallest(_ targets: [StaffingTarget]) throws(StaffingError) -> (Int, StaffingRequirement.Binding) {
    var agents = exactLowerBound(targets)
    guard agents <= agentLimit else { throw .unreachable(target: "stability and occupancy", agentLimit: agentLimit) }
    evaluate(agents)
    for target in targets {
      while !isMet(target, agents) {
        agents += 1
        guard agents <= agentLimit else { throw .unreachable(target: target.description, agentLimit: agentLimit) }
        step(to: agents)
      }
    }
    return (agents, binding(agents, targets))
  }

  /// Stability, occupancy and minimum need no series.
  private func exactLowerBound(_ targets: [StaffingTarget]) -> Int {
    var least = leastStable
    for target in targets {
      switch target {
      case .occupancy(let cap): least = max(least, StaffingTarget.agents(forLoad: demand.load, occupancyCap: cap))
      case .minimumAgents(let agents): least = max(least, agents)
      default: break
      }
    }
    return least
  }

  private mutating func evaluate(_ agents: Int) {
    inverseBlocking = ErlangSeries.inverseBlocking(Double(agents), loadErlangs).double
    refresh(agents)
  }

  /// 1/B(n) = 1 + (n/a)/B(n-1): stable upwards, errors shrink.
  private mutating func step(to agents: Int) {
    inverseBlocking = 1 + Double(agents) / loadErlangs * inverseBlocking
    refresh(agents)
  }

  private mutating func refresh(_ agents: Int) {
    state = ErlangC(
      unchecked: Double(agents), loadErlangs, excess: demand.excessAgents(agents), inverseBlocking: inverseBlocking)
  }

  private func isMet(_ target: StaffingTarget, _ agents: Int) -> Bool {
    switch target {
    case .serviceLevel(let share, let seconds, _): isWithin(missed(seconds), share.complement.double)
    case .averageSpeedOfAnswer(let seconds):
      isWithin(state.averageSpeedOfAnswerSeconds(handleTimeSeconds: handleTimeSeconds), seconds)
    case .abandonment: true
    case .occupancy(let cap): agents >= StaffingTarget.agents(forLoad: demand.load, occupancyCap: cap)
    case .waitProbability(let share): isWithin(state.waitProbability, share.double)
    case .maximalWait(let seconds, let quantile): isWithin(missed(seconds), quantile.complement.double)
    case .minimumAgents(let least): agents >= least
    }
  }

  private func missed(_ seconds: Double) -> Double {
    state.waitProbability(beyondSeconds: seconds, handleTimeSeconds: handleTimeSeconds)
  }

  /// value <= bound, forgiving the rounding of the formula: a few ulp, more where n - a is small against n.
  private func isWithin(_ value: Double, _ bound: Double) -> Bool {
    let tieTolerance = 2e-15 + 4e-16 * state.agents / state.excessAgents
    return value <= bound * (1 + tieTolerance)
  }

  private mutating func binding(_ agents: Int, _ targets: [StaffingTarget]) -> StaffingRequirement.Binding {
    guard agents > leastStable else { return agents > 1 ? .stability : .none }
    evaluate(agents - 1)
    let place = targets.firstIndex { !isMet($0, agents - 1) }
    return place.map { .target($0) } ?? .none
  }
}
