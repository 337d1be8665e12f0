internal import Erlang

// Relatives of Erlang B over tables.
extension TableFormula {
  /// agents, sources, load_per_idle_source_erlangs -> how often all agents are busy, and what contacts meet.
  static let engset = TableFormula(
    "erlang e", required: ["agents", "sources", "load_per_idle_source_erlangs"],
    results: ["p_all_busy", "p_block", "offered_erlangs", "carried_erlangs"]
  ) { row in
    let model = try Engset(
      agents: row.whole("agents", in: 0...1_000_000), sources: row.whole("sources", in: 1...1_000_000_000),
      loadPerIdleSourceErlangs: row.number("load_per_idle_source_erlangs"))
    return [
      .number(model.timeCongestion), .number(model.blockingProbability), .number(model.offeredErlangs),
      .number(model.carriedErlangs),
    ]
  }

  /// Erlang B where a share `retry_probability` of the blocked contacts tries again; load_erlangs are first attempts.
  static let extendedErlangB = TableFormula(
    "erlang r", required: ["agents", "load_erlangs", "retry_probability"],
    results: ["attempts_per_call", "p_lost", "total_load_erlangs", "p_block", "log10_p_block"]
  ) { row in
    let model = try ExtendedErlangB(
      agents: row.number("agents"), freshLoadErlangs: row.number("load_erlangs"),
      retryProbability: row.number("retry_probability"))
    return [
      .number(model.attemptsPerContact), .number(model.lostProbability), .number(model.steadyState.loadErlangs),
      .number(model.steadyState.blockingProbability), .number(model.steadyState.log10BlockingProbability),
    ]
  }
}
