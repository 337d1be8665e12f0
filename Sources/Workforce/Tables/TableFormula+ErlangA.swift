internal import Erlang

// Erlang A over tables.
extension TableFormula {
  /// Columns of a service level by each definition.
  static let levels = ["sl_offered", "sl_excl_short_abandons", "sl_answered", "sl_incl_short_abandons"]
  static let erlangAResults =
    ["p_wait", "p_abandon", "mean_wait_s", "asa_s", "occupancy", "queue_length"] + levels

  /// agents, calls_per_h, handle_time_s, patience_s, threshold_s -> the steady state.
  static let erlangA = TableFormula(
    "erlang a", required: ["agents", "calls_per_h", "handle_time_s", "patience_s", "threshold_s"],
    results: erlangAResults
  ) { row in
    let handleTime = try row.number("handle_time_s")
    let model = try ErlangA(
      agents: row.number("agents"), loadErlangs: load(of: row, handleTime), handleTimeSeconds: handleTime,
      patienceSeconds: row.number("patience_s"))
    return try erlangAValues(model, threshold: row.numberIfSet("threshold_s"))
  }

  /// calls_per_h, handle_time_s, patience_s and a target -> the fewest agents and the real number of them.
  static let erlangAAgents = TableFormula(
    "erlang a --solve agents", required: ["calls_per_h", "handle_time_s", "patience_s", "threshold_s", "target_sl"],
    optional: TargetColumns.criteria, results: ["agents", "real_agents"] + erlangAResults
  ) { row in
    let handleTime = try row.decimal("handle_time_s")
    let patience = try row.number("patience_s")
    let target = try TargetColumns.target(of: row)
    let demand = try StaffingDemand(
      contacts: row.decimal("calls_per_h"), intervalSeconds: DecimalFraction(3600), handleTimeSeconds: handleTime,
      patienceSeconds: patience)
    let agents = try StaffingRequirement(demand: demand, targets: [target]).agents
    // One agent may already be more than enough: then no number of agents meets the target with equality.
    let real = try? StaffingInverse.agents(
      loadErlangs: demand.loadErlangs, handleTimeSeconds: handleTime.double, patienceSeconds: patience, target: target)
    let model = try ErlangA(
      agents: agents, loadErlangs: demand.loadErlangs, handleTimeSeconds: handleTime.double, patienceSeconds: patience)
    return try [.integer(agents), .number(real)] + erlangAValues(model, threshold: row.numberIfSet("threshold_s"))
  }

  /// agents, handle_time_s, patience_s and a target -> the largest volume.
  static let erlangALoad = TableFormula(
    "erlang a --solve load", required: ["agents", "handle_time_s", "patience_s", "threshold_s", "target_sl"],
    optional: TargetColumns.criteria, results: ["load_erlangs", "calls_per_h"] + erlangAResults
  ) { row in
    let agents = try row.number("agents")
    let (handleTime, patience) = (try row.number("handle_time_s"), try row.number("patience_s"))
    let load = try StaffingInverse.loadErlangs(
      agents: agents, handleTimeSeconds: handleTime, patienceSeconds: patience, target: TargetColumns.target(of: row))
    let model = try ErlangA(
      agents: agents, loadErlangs: load, handleTimeSeconds: handleTime, patienceSeconds: patience)
    return try [.number(load), .number(load / handleTime * 3600)]
      + erlangAValues(model, threshold: row.numberIfSet("threshold_s"))
  }

  /// agents, calls_per_h, patience_s and a target -> the longest handle time.
  static let erlangAHandleTime = TableFormula(
    "erlang a --solve handle_time", required: ["agents", "calls_per_h", "patience_s", "threshold_s", "target_sl"],
    optional: TargetColumns.criteria, results: ["handle_time_s", "load_erlangs"] + erlangAResults
  ) { row in
    let agents = try row.number("agents")
    let patience = try row.number("patience_s")
    let rate = try row.number("calls_per_h") / 3600
    let handleTime = try StaffingInverse.handleTimeSeconds(
      agents: agents, contactsPerSecond: rate, patienceSeconds: patience, target: TargetColumns.target(of: row))
    let model = try ErlangA(
      agents: agents, loadErlangs: rate * handleTime, handleTimeSeconds: handleTime, patienceSeconds: patience)
    return try [.number(handleTime), .number(rate * handleTime)]
      + erlangAValues(model, threshold: row.numberIfSet("threshold_s"))
  }

  /// The wait that the share target_sl of contacts does not exceed.
  static let erlangAThreshold = TableFormula(
    "erlang a --solve threshold", required: ["agents", "calls_per_h", "handle_time_s", "patience_s", "target_sl"],
    results: ["threshold_s"] + erlangAResults
  ) { row in
    let handleTime = try row.number("handle_time_s")
    let model = try ErlangA(
      agents: row.number("agents"), loadErlangs: load(of: row, handleTime), handleTimeSeconds: handleTime,
      patienceSeconds: row.number("patience_s"))
    let threshold = try model.waitQuantileSeconds(probability: row.number("target_sl"))
    return try [.number(threshold)] + erlangAValues(model, threshold: threshold)
  }

  /// Offered load of `calls_per_h`.
  static func load(of row: TableRow, _ handleTime: Double) throws(RowError) -> Double {
    let calls = try row.number("calls_per_h")
    try RowCheck.rate(calls, "calls_per_h")
    try RowCheck.seconds(handleTime, "handle_time_s")
    return calls * handleTime / 3600
  }

  static func erlangAValues(_ model: ErlangA, threshold: Double?) throws(RowError) -> [TableValue] {
    if let threshold { try RowCheck.nonNegative(threshold, "threshold_s") }
    return [
      .number(model.waitProbability), .number(model.abandonmentProbability), .number(model.meanWaitSeconds),
      .number(model.averageSpeedOfAnswerSeconds), .number(model.occupancy), .number(model.queueLength),
    ] + levelValues(threshold.map(model.outcome(atSeconds:)))
  }

  /// The service levels by each definition; empty without a threshold.
  static func levelValues(_ outcome: ThresholdOutcome?) -> [TableValue] {
    let definitions: [ServiceLevelDefinition] = [.offered, .exclShortAbandons, .answered, .inclShortAbandons]
    return definitions.map { definition in .number(outcome.map { $0.serviceLevel(definition) }) }
  }
}
