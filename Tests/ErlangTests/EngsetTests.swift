import Erlang
import Testing

struct EngsetTests {
  /// The state law written out: weights C(M, k) alpha^k.
  static func direct(agents: Int, sources: Int, load: Double) -> Double {
    var weight = 1.0
    var sum = 1.0
    for k in stride(from: 1, through: agents, by: 1) {
      weight *= Double(sources - k + 1) / Double(k) * load
      sum += weight
    }
    return weight / sum
  }

  @Test func `congestion agrees with the state law written out`() throws {
    for (agents, sources, load) in [(1, 2, 0.5), (3, 10, 0.2), (8, 9, 2), (20, 100, 0.25), (50, 50, 1)] {
      let model = try Engset(agents: agents, sources: sources, loadPerIdleSourceErlangs: load)
      let time = Self.direct(agents: agents, sources: sources, load: load)
      #expect(relativeError(model.timeCongestion, time) < 1e-13, "\(agents) agents, \(sources) sources, load \(load)")
      if agents < sources {
        let calls = Self.direct(agents: agents, sources: sources - 1, load: load)
        #expect(relativeError(model.blockingProbability, calls) < 1e-13, "\(agents) agents, \(sources) sources")
      }
    }
  }

  @Test func `many sources are Erlang B`() throws {
    for agents in [1, 10, 100, 1000] {
      let load = Double(agents) * 0.9
      let sources = 1_000_000_000
      let model = try Engset(
        agents: agents, sources: sources, loadPerIdleSourceErlangs: load / (Double(sources) - load))
      let limit = try ErlangB(agents: agents, loadErlangs: load).blockingProbability
      #expect(relativeError(model.blockingProbability, limit) < 1e-5, "\(agents) agents")
    }
  }
}
