internal import Erlang

extension TableFormula {
  /// Patience of any law: `patience_law` with its mean `patience_s`, its `patience_shape` (Weibull: shape; lognormal:
  /// coefficient of variation), and the share `balking` that leaves at once when it must wait.
  static let erlangG = TableFormula(
    "erlang g", required: ["agents", "calls_per_h", "handle_time_s", "patience_law", "patience_s", "threshold_s"],
    optional: ["patience_shape", "patience_sample_s", "balking"],
    results: erlangAResults
  ) { row in
    let handleTime = try row.number("handle_time_s")
    let model = try ErlangG(
      agents: row.whole("agents", in: 1...1_000_000), loadErlangs: load(of: row, handleTime),
      handleTimeSeconds: handleTime,
      patience: PatienceColumns.law(of: row))
    let threshold = try row.numberIfSet("threshold_s")
    return [
      .number(model.waitProbability), .number(model.abandonmentProbability), .number(model.meanWaitSeconds),
      .number(model.averageSpeedOfAnswerSeconds), .number(model.occupancy), .number(model.queueLength),
    ] + levelValues(try threshold.map { try model.outcome(atSeconds: $0) })
  }
}
