internal import ContactCenter
internal import Erlang

/// Works out the figures of an explanation.
struct ExplanationBuilder {
  let scenario: Scenario
  let team: Int
  let peak: IntervalRequirement
  let day: TeamDay

  private var load: Double { peak.load.offeredLoadErlangs }
  private var threshold: Double { peak.load.acceptableWait.inSeconds }
  private var handleTime: Double { peak.load.handleTimeSeconds }
  private var queues: [ContactQueue] { scenario.teams[team].queues.map { scenario.queues[$0] } }

  func explanation() throws(StaffingError) -> Explanation {
    let blocking = try ErlangB(agents: peak.positions, loadErlangs: load)
    return Explanation(
      team: scenario.teams[team].name, peak: peak, binding: peak.binding, blocking: blocking.blockingProbability,
      blockingByGSL: blocking.blockingByPoissonDistribution, squareRootPositions: squareRootPositions,
      findings: try Explanation.Assumption.allCases.filter { $0 != .oneContactAtATime || peak.load.hands != .one }.map {
        assumption throws(StaffingError) in
        var finding = try finding(assumption)
        // The formulas of the other assumptions know one contact at a time.
        if isSeveral { finding.serviceLevel = nil }
        return finding
      }, sizes: isSeveral ? sizesOfSeveral() : try sizes())
  }

  private var isSeveral: Bool { if case .several = peak.load.hands { true } else { false } }

  private var squareRootPositions: Int? {
    guard !isSeveral, let wait = peak.waitProbability, wait > 0, wait < 1,
      let beta = try? SquareRootStaffing.beta(waitProbability: wait)
    else { return nil }
    return try? SquareRootStaffing.agents(loadErlangs: load, beta: beta)
  }

  private func finding(_ assumption: Explanation.Assumption) throws(StaffingError) -> Explanation.Finding {
    switch assumption {
    case .steadyRate: try steadyRate()
    case .exponentialHandleTime: handleTimeLaw()
    case .nobodyHangsUp: try patience()
    case .oneQueue: oneQueue()
    case .everybodyPresent: presence()
    case .noWrapUp: wrapUp()
    case .oneContactAtATime: oneContactAtATime()
    }
  }

  private func oneContactAtATime() -> Explanation.Finding {
    let held = queues.compactMap(\.rules.concurrency)
    return Explanation.Finding(
      assumption: .oneContactAtATime, holds: false,
      facts: [
        .init(name: "concurrency", value: Double(held.map(\.limit).max() ?? 1)),
        .init(name: "slowdown", value: held.map(\.slowdown.fraction).max() ?? 0),
        .init(name: "is_exact", value: isSeveral ? 1 : 0),
        .init(name: "held_at_once", value: Double(peak.load.hands.limit)),
      ], serviceLevel: nil)
  }

  /// The load that unlimited agents would carry at the peak beside the load of its own rate.
  private func steadyRate() throws(StaffingError) -> Explanation.Finding {
    let offered = try DayStaffing.loadsErlangs(
      day.profile(), stepsPerInterval: day.stepsPerInterval, handleTimeSeconds: handleTime, rule: .modifiedOfferedLoad)
    let carried = offered[peak.load.index]
    let model = try? ErlangC(agents: peak.positions, loadErlangs: carried)
    return Explanation.Finding(
      assumption: .steadyRate, holds: abs(carried - load) <= 0.01 * load,
      facts: [.init(name: "load_erlangs", value: load), .init(name: "load_in_flight_erlangs", value: carried)],
      serviceLevel: model?.serviceLevel(withinSeconds: threshold, handleTimeSeconds: handleTime) ?? 0)
  }

  private func handleTimeLaw() -> Explanation.Finding {
    let variation = scenario.handleTimeVariation(of: team, in: peak.load)
    let isExponential = queues.count == 1 && queues[0].handleTime.family == "exponential" && queues[0].wrapUp == nil
    let model = try? AllenCunneen(
      agents: Double(peak.positions), loadErlangs: load, handleTimeVariation: variation)
    return Explanation.Finding(
      assumption: .exponentialHandleTime, holds: isExponential,
      facts: [.init(name: "coefficient_of_variation", value: variation)],
      serviceLevel: model?.serviceLevel(withinSeconds: threshold, handleTimeSeconds: handleTime))
  }

  private func patience() throws(StaffingError) -> Explanation.Finding {
    guard let patience = day.patienceSeconds else {
      return Explanation.Finding(
        assumption: .nobodyHangsUp, holds: queues.allSatisfy { $0.patience == nil }, facts: [], serviceLevel: nil)
    }
    let model = try ErlangA(
      agents: peak.positions, loadErlangs: load, handleTimeSeconds: handleTime, patienceSeconds: patience)
    let definition = Erlang.ServiceLevelDefinition(rawValue: scenario.serviceLevelDefinition.rawValue) ?? .offered
    return Explanation.Finding(
      assumption: .nobodyHangsUp, holds: false,
      facts: [
        .init(name: "patience_s", value: patience), .init(name: "abandonment", value: model.abandonmentProbability),
      ], serviceLevel: model.serviceLevel(withinSeconds: threshold, definition: definition))
  }

  private func oneQueue() -> Explanation.Finding {
    let priorities = Set(queues.map(\.priority)).count
    let shared = scenario.teams[team].queues.contains { queue in
      scenario.teams.count { $0.queues.contains(queue) } > 1
    }
    return Explanation.Finding(
      assumption: .oneQueue, holds: queues.count == 1 && !shared,
      facts: [
        .init(name: "queues", value: Double(queues.count)), .init(name: "priorities", value: Double(priorities)),
        .init(name: "shared_with_other_teams", value: shared ? 1 : 0),
      ], serviceLevel: nil)
  }

  private func presence() -> Explanation.Finding {
    let shrinkage = scenario.shrinkage
    return Explanation.Finding(
      assumption: .everybodyPresent, holds: scenario.averageShrinkage == .zero,
      facts: [
        .init(name: "planned_shrinkage", value: shrinkage.plannedShare.fraction),
        .init(name: "unplanned_shrinkage", value: shrinkage.unplannedShare.fraction),
      ], serviceLevel: nil)
  }

  private func wrapUp() -> Explanation.Finding {
    let wraps = queues.compactMap { $0.wrapUp?.mean.inSeconds }
    return Explanation.Finding(
      assumption: .noWrapUp, holds: wraps.isEmpty,
      facts: [.init(name: "wrap_up_s", value: wraps.max() ?? 0)], serviceLevel: nil)
  }

  private func sizesOfSeveral() -> [Explanation.TeamSize] {
    let solver = StaffingSolver(scenario: scenario, team: team)
    var sizes: [Explanation.TeamSize] = []
    for positions in max(1, peak.positions - 3)...(peak.positions + 3) {
      guard let row = try? solver.load(peak.load, with: positions), let level = row.serviceLevel else { continue }
      sizes.append(
        Explanation.TeamSize(
          positions: positions, scheduled: row.scheduled, serviceLevel: level,
          adds: sizes.last.map { level - $0.serviceLevel }, isRequired: positions == peak.positions))
    }
    return sizes
  }

  private func sizes() throws(StaffingError) -> [Explanation.TeamSize] {
    let demand = try StaffingDemand(
      contacts: peak.load.contacts, intervalSeconds: peak.load.length.inSeconds, handleTimeSeconds: handleTime)
    let rows = try MarginalAgent.table(
      demand: demand, agents: max(1, peak.positions - 3)...(peak.positions + 3), thresholdSeconds: threshold)
    return try rows.map { row throws(StaffingError) in
      Explanation.TeamSize(
        positions: row.agents,
        scheduled: try Erlang.Shrinkage.scheduledAgents(
          positions: row.agents, shrinkage: scenario.averageShrinkage.decimal),
        serviceLevel: row.serviceLevel, adds: row.marginalServiceLevel, isRequired: row.agents == peak.positions)
    }
  }
}
