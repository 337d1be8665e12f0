internal import Erlang

extension TableFormula {
  /// The fewest people of each row's interval, and what they give: Erlang C, or Erlang A where `patience_s` is set.
  ///
  /// Decimals are read as decimals, so that ties are exact. `shrinkage` not set is none.
  public static let staffing = TableFormula(
    "staff", required: ["calls", "interval_s", "handle_time_s"],
    optional: staffingOptions + DeferredColumns.all, results: staffingResults
  ) { row in
    let (demand, targets) = (try demand(of: row), try targets(of: row))
    let requirement = try StaffingRequirement(demand: demand, targets: targets.map(\.target))
    let scheduled = try requirement.scheduledAgents(
      shrinkage: row.decimalIfSet("shrinkage") ?? DecimalFraction(0))
    let figures = try StaffedFigures(
      demand: demand, agents: requirement.agents, threshold: row.numberIfSet("threshold_s"),
      definition: TargetColumns.criterion(of: row).definition ?? .offered)
    return [
      .integer(requirement.agents), .integer(scheduled), .number(figures?.serviceLevel),
      .number(figures?.waitProbability), .number(figures?.averageSpeedOfAnswerSeconds), .number(figures?.occupancy),
      .text(binding(requirement.binding, targets.map(\.name))),
    ]
  }

  static let staffingOptions =
    ["target_sl", "threshold_s", "max_occupancy", "shrinkage", "patience_s"] + TargetColumns.criteria
    + TargetColumns.others
  static let staffingResults = [
    "positions", "scheduled", "service_level", "p_wait", "asa_s", "occupancy", "binding",
  ]

  static func demand(of row: TableRow) throws -> StaffingDemand {
    try StaffingDemand(
      contacts: row.decimal("calls"), intervalSeconds: row.decimal("interval_s"),
      handleTimeSeconds: row.decimal("handle_time_s"), patienceSeconds: row.numberIfSet("patience_s"))
  }

  static func targets(of row: TableRow) throws(RowError) -> [(name: String, target: StaffingTarget)] {
    let targets = try TargetColumns.all(of: row)
    if row.text("patience_s") == nil, targets.contains(where: { $0.name == "abandonment" }) {
      throw .refused("patience_s is not set: nobody abandons then, and no target of abandonment says anything")
    }
    return targets
  }

  static func binding(_ binding: StaffingRequirement.Binding, _ names: [String]) -> String {
    switch binding {
    case .none: "none"
    case .stability: "stability"
    case .target(let place): names[place]
    }
  }
}
