internal import Erlang

// Erlang B over tables.
extension TableFormula {
  private static let results = ["p_block", "log10_p_block"]

  /// agents, load_erlangs -> p_block, log10_p_block.
  static let erlangB = TableFormula(
    "erlang b", required: ["agents", "load_erlangs"], results: results
  ) { row in
    values(try ErlangB(agents: row.number("agents"), loadErlangs: row.number("load_erlangs")))
  }

  /// load_erlangs, target_p_block -> the fewest agents, the real number of agents, and what the fewest block.
  static let erlangBAgents = TableFormula(
    "erlang b --solve agents", required: ["load_erlangs", "target_p_block"],
    results: ["agents", "real_agents"] + results
  ) { row in
    let load = try row.number("load_erlangs")
    let target = try row.number("target_p_block")
    let agents = try ErlangB.agents(loadErlangs: load, blockingAtMost: target)
    let real = load > 0 ? try ErlangB.realAgents(loadErlangs: load, blocking: target) : 0
    return [.integer(agents), .number(real)] + values(try ErlangB(agents: agents, loadErlangs: load))
  }

  /// agents, target_p_block -> the load at which they block just that.
  static let erlangBLoad = TableFormula(
    "erlang b --solve load", required: ["agents", "target_p_block"], results: ["load_erlangs"] + results
  ) { row in
    let agents = try row.number("agents")
    let load = try ErlangB.loadErlangs(agents: agents, blocking: row.number("target_p_block"))
    return [.number(load)] + values(try ErlangB(agents: agents, loadErlangs: load))
  }

  private static func values(_ model: ErlangB) -> [TableValue] {
    let logarithm = model.log10BlockingProbability
    return [.number(model.blockingProbability), logarithm.isFinite ? .number(logarithm) : .empty]
  }
}
