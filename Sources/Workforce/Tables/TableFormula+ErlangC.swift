internal import Erlang

// Erlang C over tables.
extension TableFormula {
  private static let results = ["p_wait", "asa_s", "service_level", "occupancy", "queue_length"]

  /// agents, load_erlangs, handle_time_s, threshold_s -> the steady state; without a handle time no figure in seconds.
  static let erlangC = TableFormula(
    "erlang c", required: ["agents", "load_erlangs", "handle_time_s", "threshold_s"], results: results
  ) { row in
    let model = try ErlangC(agents: row.number("agents"), loadErlangs: row.number("load_erlangs"))
    return try values(model, handleTime: row.numberIfSet("handle_time_s"), threshold: row.numberIfSet("threshold_s"))
  }

  /// load_erlangs, handle_time_s and a target -> the fewest agents and the real number of them.
  static let erlangCAgents = TableFormula(
    "erlang c --solve agents", required: ["load_erlangs", "handle_time_s", "threshold_s", "target_sl"],
    optional: TargetColumns.criteria, results: ["agents", "real_agents"] + results
  ) { row in
    let load = try row.decimal("load_erlangs")
    let handleTime = try row.decimal("handle_time_s")
    let target = try TargetColumns.target(of: row)
    let demand = try StaffingDemand(contacts: load, intervalSeconds: handleTime, handleTimeSeconds: handleTime)
    let agents = try StaffingRequirement(demand: demand, targets: [target]).agents
    let real = try StaffingInverse.agents(
      loadErlangs: load.double, handleTimeSeconds: handleTime.double, target: target)
    let model = try ErlangC(agents: agents, loadErlangs: load.double)
    return try [.integer(agents), .number(real)]
      + values(model, handleTime: handleTime.double, threshold: row.numberIfSet("threshold_s"))
  }

  /// agents, handle_time_s and a target -> the largest load.
  static let erlangCLoad = TableFormula(
    "erlang c --solve load", required: ["agents", "handle_time_s", "threshold_s", "target_sl"],
    optional: TargetColumns.criteria, results: ["load_erlangs"] + results
  ) { row in
    let agents = try row.number("agents")
    let handleTime = try row.number("handle_time_s")
    let load = try StaffingInverse.loadErlangs(
      agents: agents, handleTimeSeconds: handleTime, target: TargetColumns.target(of: row))
    let model = try ErlangC(agents: agents, loadErlangs: load)
    return try [.number(load)]
      + values(model, handleTime: handleTime, threshold: row.numberIfSet("threshold_s"))
  }

  /// agents, calls_per_h and a target -> the longest handle time.
  static let erlangCHandleTime = TableFormula(
    "erlang c --solve handle_time", required: ["agents", "calls_per_h", "threshold_s", "target_sl"],
    optional: TargetColumns.criteria, results: ["handle_time_s", "load_erlangs"] + results
  ) { row in
    let agents = try row.number("agents")
    let rate = try row.number("calls_per_h") / 3600
    let handleTime = try StaffingInverse.handleTimeSeconds(
      agents: agents, contactsPerSecond: rate, target: TargetColumns.target(of: row))
    let model = try ErlangC(agents: agents, loadErlangs: rate * handleTime)
    return try [.number(handleTime), .number(rate * handleTime)]
      + values(model, handleTime: handleTime, threshold: row.numberIfSet("threshold_s"))
  }

  /// agents, load_erlangs, handle_time_s, target_sl -> the wait that the share target_sl of contacts does not exceed.
  static let erlangCThreshold = TableFormula(
    "erlang c --solve threshold", required: ["agents", "load_erlangs", "handle_time_s", "target_sl"],
    results: ["threshold_s"] + results
  ) { row in
    let handleTime = try row.number("handle_time_s")
    let model = try ErlangC(agents: row.number("agents"), loadErlangs: row.number("load_erlangs"))
    let threshold = try model.waitQuantileSeconds(
      probability: row.number("target_sl"), handleTimeSeconds: handleTime)
    return try [.number(threshold)] + values(model, handleTime: handleTime, threshold: threshold)
  }

  private static func values(_ model: ErlangC, handleTime: Double?, threshold: Double?) throws -> [TableValue] {
    if let handleTime { try RowCheck.seconds(handleTime, "handle_time_s") }
    if let threshold { try RowCheck.nonNegative(threshold, "threshold_s") }
    let level = handleTime.flatMap { handleTime in
      threshold.map { model.serviceLevel(withinSeconds: $0, handleTimeSeconds: handleTime) }
    }
    return [
      .number(model.waitProbability),
      .number(handleTime.map { model.averageSpeedOfAnswerSeconds(handleTimeSeconds: $0) }), .number(level),
      .number(model.occupancy), .number(model.queueLength),
    ]
  }
}
