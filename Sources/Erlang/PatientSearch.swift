/// The smallest team under Erlang A: gallop from a guess, then bisect; every target improves with each agent.
struct PatientSearch {
  private let demand: StaffingDemand
  private let loadErlangs: Double
  private let handleTimeSeconds: Double
  private let patienceSeconds: Double
  private let agentLimit: Int

  init(_ demand: StaffingDemand, patienceSeconds: Double, agentLimit: Int) {
    self.demand = demand
    self.patienceSeconds = patienceSeconds
    self.agentLimit = agentLimit
    loadErlangs = demand.loadErlangs
    handleTimeSeconds = demand.handleTimeSeconds.double
  }

  func smallest(_ targets: [StaffingTarget]) throws(StaffingError) -> (Int, StaffingRequirement.Binding) {
    // The guard of Erlang A's own range, once: more agents than the load only shorten the sums.
    _ = try ErlangA(
      agents: 1, loadErlangs: loadErlangs, handleTimeSeconds: handleTimeSeconds, patienceSeconds: patienceSeconds)
    var agents = 1
    for target in targets where !isMet(target, model(agents)) {
      agents = try smallest(above: agents, meeting: target)
    }
    guard agents > 1 else { return (agents, .none) }
    let smaller = model(agents - 1)
    let place = targets.firstIndex { !isMet($0, smaller) }
    return (agents, place.map { .target($0) } ?? .none)
  }

  /// `failing` agents do not meet the target: the first number above that does.
  private func smallest(above failing: Int, meeting target: StaffingTarget) throws(StaffingError) -> Int {
    var low = failing
    var high = max(failing + 1, guess)
    var step = max(1, Int(loadErlangs.squareRoot() / 2))
    while !isMet(target, model(min(high, agentLimit))) {
      guard high < agentLimit else { throw .unreachable(target: target.description, agentLimit: agentLimit) }
      low = high
      high += step
      step *= 2
    }
    high = min(high, agentLimit)
    step = max(1, Int(loadErlangs.squareRoot() / 4))
    while low == failing, high - step > low {
      if isMet(target, model(high - step)) { high -= step } else { low = high - step }
      step *= 2
    }
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if isMet(target, model(middle)) { high = middle } else { low = middle }
    }
    return high
  }

  /// Around the load most targets are decided.
  private var guess: Int { max(1, Int(min(loadErlangs, 1e6).rounded(.up))) }

  private func model(_ agents: Int) -> ErlangA {
    ErlangA(
      unchecked: Double(agents), loadErlangs, overload: -demand.excessAgents(agents),
      handleTimeSeconds: handleTimeSeconds, patienceSeconds: patienceSeconds)
  }

  private func isMet(_ target: StaffingTarget, _ model: ErlangA) -> Bool {
    switch target {
    case .serviceLevel(let share, let seconds, let definition):
      model.serviceLevel(withinSeconds: seconds, definition: definition) >= share.double * (1 - tieTolerance)
    case .averageSpeedOfAnswer(let seconds): isWithin(model.averageSpeedOfAnswerSeconds, seconds)
    case .abandonment(let share): isWithin(model.abandonmentProbability, share.double)
    case .occupancy(let cap): isWithin(model.occupancy, cap.double)
    case .waitProbability(let share): isWithin(model.waitProbability, share.double)
    case .maximalWait(let seconds, let quantile):
      isWithin(model.outcome(atSeconds: seconds).waitsBeyond, quantile.complement.double)
    case .minimumAgents(let least): Int(model.agents) >= least
    }
  }

  /// The rounding of the formula, forgiven so that a target met with equality is met.
  private let tieTolerance = 1e-14

  private func isWithin(_ value: Double, _ bound: Double) -> Bool { value <= bound * (1 + tieTolerance) }
}
