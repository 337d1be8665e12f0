internal import Erlang

extension TableFormula {
  /// Erlang A with redials: calls_per_h are first attempts, `redial_probability` of those who abandon call again.
  static let erlangX = TableFormula(
    "erlang x",
    required: ["agents", "calls_per_h", "handle_time_s", "patience_s", "redial_probability", "threshold_s"],
    results: ["attempts_per_call", "p_lost"] + erlangAResults
  ) { row in
    let handleTime = try row.number("handle_time_s")
    let model = try ErlangX(
      agents: row.number("agents"), freshLoadErlangs: load(of: row, handleTime), handleTimeSeconds: handleTime,
      patienceSeconds: row.number("patience_s"), redialProbability: row.number("redial_probability"))
    return try [.number(model.attemptsPerContact), .number(model.lostProbability)]
      + erlangAValues(model.steadyState, threshold: row.numberIfSet("threshold_s"))
  }
}
