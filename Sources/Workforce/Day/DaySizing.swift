internal import ContactCenter
internal import Erlang

/// Works out the people of one team, interval by interval.
struct DaySizing {
  private let targets: PlanningTargets
  private let patienceSeconds: Double?
  /// Erlangs to staff for, an interval each; empty under iterative staffing.
  private let sizedErlangs: [Double]
  /// Agents an interval under iterative staffing, else empty.
  private let iterated: [Int]

  init(_ day: TeamDay?, _ scenario: Scenario, method: DayMethod, countsAbandonment: Bool) throws(StaffingError) {
    patienceSeconds = countsAbandonment ? day?.patienceSeconds : nil
    targets = PlanningTargets(
      scenario, thresholdSeconds: day?.thresholdSeconds ?? 0, hasPatience: patienceSeconds != nil)
    guard let day else {
      (sizedErlangs, iterated) = ([], [])
      return
    }
    if let rule = method.rule {
      iterated = []
      sizedErlangs = try DayStaffing.loadsErlangs(
        day.profile(), stepsPerInterval: day.stepsPerInterval, handleTimeSeconds: day.handleTimeSeconds, rule: rule)
    } else {
      sizedErlangs = []
      iterated = try DayStaffing.iterative(
        day.profile(), stepsPerInterval: day.stepsPerInterval, handleTimeSeconds: day.handleTimeSeconds,
        patienceSeconds: patienceSeconds,
        waitProbabilityAtMost: targets.waitProbability(of: day, patienceSeconds: patienceSeconds))
    }
  }

  func requirement(for load: IntervalLoad) throws(StaffingError) -> DayRequirement {
    var result = DayRequirement(load: load, positions: 0, scheduled: 0, binding: "none")
    guard load.contacts > 0 else { return result }
    if iterated.isEmpty {
      let sized = sizedErlangs[load.index]
      result.sizedErlangs = sized
      (result.positions, result.binding) = try positions(for: sized, load)
    } else {
      (result.positions, result.binding) = (max(1, iterated[load.index]), "p_wait")
    }
    result.scheduled = try targets.scheduled(for: result.positions)
    try addFigures(to: &result)
    return result
  }

  /// An interval with contacts has at least one agent, whatever came before it.
  private func positions(for erlangs: Double, _ load: IntervalLoad) throws(StaffingError) -> (Int, String) {
    guard erlangs > 0 else { return (1, "none") }
    // Contacts of that load in the interval: the interval's own where the method staffs for them, without rounding.
    let own = load.offeredLoadErlangs
    let contacts = abs(erlangs - own) <= own * 1e-9 ? load.contacts : load.contacts * (erlangs / own)
    let demand = try demand(contacts, load)
    let requirement = try StaffingRequirement(demand: demand, targets: targets.all.map(\.target))
    return (requirement.agents, TableFormula.binding(requirement.binding, targets.all.map(\.name)))
  }

  private func addFigures(to result: inout DayRequirement) throws(StaffingError) {
    let rows = try MarginalAgent.table(
      demand: demand(result.load.contacts, result.load), agents: result.positions...(result.positions + 1),
      thresholdSeconds: result.load.acceptableWait.inSeconds, definition: targets.definition)
    guard let row = rows.first, row.agents == result.positions else { return }
    result.serviceLevel = row.serviceLevel
    result.averageSpeedOfAnswerSeconds = row.averageSpeedOfAnswerSeconds
    result.occupancy = row.occupancy
    result.waitProbability = row.waitProbability
    result.abandonmentProbability = row.abandonmentProbability
    result.nextAgentAdds = rows.last.flatMap { $0.agents > result.positions ? $0.marginalServiceLevel : nil }
  }

  private func demand(_ contacts: Double, _ load: IntervalLoad) throws(StaffingError) -> StaffingDemand {
    try StaffingDemand(
      contacts: Forecast.roundedToNanocontacts(contacts), intervalSeconds: load.length.inSeconds,
      handleTimeSeconds: load.handleTimeSeconds, patienceSeconds: patienceSeconds)
  }
}
