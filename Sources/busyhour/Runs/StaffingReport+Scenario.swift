internal import ContactCenter
internal import Reporting
internal import ScenarioFiles
internal import Workforce

extension StaffingReport {
  /// The need of every team of a scenario.
  init(_ document: ScenarioDocument) throws {
    let scenario = document.scenario
    let table = try StaffingTable(scenario)
    let wait = scenario.queues.map(\.acceptableWait).min() ?? .zero
    self.init(
      scenario: scenario.name, fingerprint: document.fingerprint,
      target: "\(ShareText.of(scenario.staffingTarget)) in \(DurationText.plain(seconds: wait.inSeconds))",
      shrinkage: scenario.averageShrinkage,
      teams: try scenario.teams.indices.compactMap { try Team(scenario, table, team: $0) },
      notes: Self.notes(scenario, table),
      warnings: try TargetContradiction.find(in: scenario).map(\.sentence))
  }

  /// Whether the schedule at the peak lies in the range that the scenario wants.
  private static func notes(_ scenario: Scenario, _ table: StaffingTable) -> [String] {
    let rounding =
      scenario.averageShrinkage > .zero
      ? ["Scheduled is rounded up here, so that enough remain; `simulate` takes shrinkage off and rounds down."] : []
    guard let wanted = scenario.targets.first(where: { $0.metric == "staffed_peak" && $0.queue == nil }) else {
      return rounding
    }
    let scheduled = scenario.teams.indices.compactMap { table.peak(of: $0)?.scheduled }.reduce(0, +)
    let fits = (wanted.range.lower ?? 0)...(wanted.range.upper ?? .infinity) ~= Double(scheduled)
    return rounding + ["Scheduled \(scheduled) is \(fits ? "inside" : "outside") your range \(wanted.text)."]
  }
}

extension StaffingReport.Team {
  /// - Returns: nil for a team without contacts.
  init?(_ scenario: Scenario, _ table: StaffingTable, team: Int) throws {
    guard let peak = table.peak(of: team), peak.load.contacts > 0 else { return nil }
    let rows = try StaffingTable.neighbourhood(of: peak, by: StaffingSolver(scenario: scenario, team: team))
    let days = DayNames(scenario)
    let peakDay = days.day(of: peak.load.start)
    self.init(
      name: scenario.teams[team].name, lead: Self.lead(peak.load, days, isConstant: Self.isConstant(table.teams[team])),
      acceptableWaitSeconds: peak.load.acceptableWait.inSeconds,
      binding: peak.binding,
      neighbours: rows.map { StaffingReport.Neighbour($0, isRequired: $0.positions == peak.positions) },
      intervals: table.teams[team].filter { $0.load.contacts > 0 }.map {
        StaffingReport.Interval($0, days, isOnPeakDay: days.day(of: $0.load.start) == peakDay)
      })
  }

  private static func isConstant(_ requirements: [IntervalRequirement]) -> Bool {
    let loads = requirements.map(\.load.offeredLoadErlangs).filter { $0 > 0 }
    return (loads.max() ?? 0) <= (loads.min() ?? 0) * (1 + 1e-9)
  }

  private static func lead(_ load: IntervalLoad, _ days: DayNames, isConstant: Bool) -> String {
    let rate = load.contacts / load.length.inHours
    let places = rate == rate.rounded() ? 0 : 1
    let handle = DurationText.of(seconds: load.handleTimeSeconds)
    let text =
      "\(NumberText.fixed(load.offeredLoadErlangs, places: 2)) erlangs "
      + "(\(NumberText.fixed(rate, places: places)) calls/h x \(handle))"
    let place = isConstant ? "Offered load" : "Greatest load, \(days.instant(load.start)):"
    return "\(place) \(text). Model: \(model(load.hands))"
  }

  private static func model(_ hands: IntervalLoad.Hands) -> String {
    switch hands {
    case .one: "Erlang C, nobody abandons."
    case .several(let concurrency):
      "up to \(concurrency.limit) contacts at once, spread evenly, nobody abandons; the time is a person's part of full hands."
    case .mixed(let limit):
      limit == 1
        ? "Erlang C, nobody abandons; contacts held several at once count as a whole person, on the safe side."
        : "Erlang C, nobody abandons; of contacts held several at once, the time is a person's part with \(limit) in hand."
    }
  }
}

extension StaffingReport.Neighbour {
  fileprivate init(_ requirement: IntervalRequirement, isRequired: Bool) {
    self.init(
      onPhones: requirement.positions, scheduled: requirement.scheduled,
      serviceLevel: requirement.serviceLevel ?? .nan,
      averageSpeedOfAnswerSeconds: requirement.averageSpeedOfAnswerSeconds ?? .nan,
      occupancy: requirement.occupancy ?? .nan, waitProbability: requirement.waitProbability ?? .nan,
      adds: requirement.lastAgentAdds, isRequired: isRequired)
  }
}

extension StaffingReport.Interval {
  fileprivate init(_ requirement: IntervalRequirement, _ days: DayNames, isOnPeakDay: Bool) {
    let load = requirement.load
    self.init(
      day: days.name(of: load.start), start: days.clock(load.start), end: days.clock(load.start, after: load.length),
      contacts: load.contacts, loadErlangs: load.offeredLoadErlangs, onPhones: requirement.positions,
      scheduled: requirement.scheduled, binding: requirement.binding, nextAdds: requirement.nextAgentAdds,
      isOnPeakDay: isOnPeakDay)
  }
}
