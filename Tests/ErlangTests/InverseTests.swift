import Erlang
import Testing

struct InverseTests {
  @Test(.enabled(if: ReferenceTable.exists("erlang_b_inverse_public.csv"), ReferenceTable.absence))
  func `agents and load of a blocking agree with the table`() throws {
    for row in try ReferenceTable("erlang_b_inverse_public.csv").rows {
      let given = row["input_a_or_n"], target = row["target_B"]
      if row[text: "kind"] == "servers" {
        let agents = try ErlangB.agents(loadErlangs: given, blockingAtMost: target)
        #expect(agents == row[whole: "answer_n_or_a"], "\(row)")
      } else {
        let load = try ErlangB.loadErlangs(agents: given, blocking: target)
        #expect(relativeError(load, row["answer_n_or_a"]) < 1e-12, "\(load) \(row)")
      }
    }
  }

  @Test func `real agents of a blocking give that blocking back`() throws {
    for (load, blocking) in [(0.3, 0.2), (1, 0.5), (3.7, 0.01), (250, 0.2), (5000, 1e-6), (900_000, 1e-3)] {
      let agents = try ErlangB.realAgents(loadErlangs: load, blocking: blocking)
      let back = try ErlangB(agents: agents, loadErlangs: load).blockingProbability
      #expect(relativeError(back, blocking) < 1e-9, "load \(load), blocking \(blocking): \(agents) agents give \(back)")
    }
  }
}
