import Erlang
import Testing

struct RetrialTests {
  @Test func `redials solve their own balance`() throws {
    for (agents, fresh, redials) in [(10.0, 9.0, 0.3), (50, 60, 0.8), (1, 0.2, 0.5), (1000, 980, 0.99)] {
      let model = try ErlangX(
        agents: agents, freshLoadErlangs: fresh, handleTimeSeconds: 240, patienceSeconds: 90,
        redialProbability: redials)
      let label: Comment = "\(agents) agents, fresh load \(fresh), redials \(redials)"
      let balance = model.loadErlangs - fresh - redials * model.loadErlangs * model.steadyState.abandonmentProbability
      #expect(abs(balance) < 1e-10 * fresh, label)
      // Served people per unit of time: fresh less lost for good.
      let served = model.loadErlangs * (1 - model.steadyState.abandonmentProbability)
      #expect(relativeError(served, fresh * (1 - model.lostProbability)) < 1e-10, label)
    }
  }

  @Test func `no redials is Erlang A`() throws {
    let plain = try ErlangA(agents: 10, loadErlangs: 9, handleTimeSeconds: 240, patienceSeconds: 90)
    let none = try ErlangX(
      agents: 10, freshLoadErlangs: 9, handleTimeSeconds: 240, patienceSeconds: 90, redialProbability: 0)
    #expect(none.steadyState == plain)
  }

  @Test func `retries of blocked calls solve their own balance`() throws {
    for (agents, fresh, retries) in [(5.0, 4.0, 0.5), (100, 120, 0.7), (1, 0.01, 0.9)] {
      let model = try ExtendedErlangB(agents: agents, freshLoadErlangs: fresh, retryProbability: retries)
      let state = model.steadyState
      let balance = state.loadErlangs * (1 - retries * state.blockingProbability) - fresh
      #expect(abs(balance) < 1e-11 * fresh, "\(agents) agents, fresh load \(fresh), retries \(retries)")
    }
  }
}
