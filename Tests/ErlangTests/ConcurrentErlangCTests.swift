import Erlang
import Testing

struct ConcurrentErlangCTests {
  private static func chain(
    _ agents: Int, _ limit: Int, _ slowdown: Double, load: Double
  ) throws -> ConcurrentErlangC {
    try ConcurrentErlangC(
      agents: agents, limit: limit, slowdown: slowdown, contactsPerSecond: load / 300, handleTimeSeconds: 300)
  }

  @Test func `one contact at a time is Erlang C, and no slowdown is Erlang C with a person for each hand`() throws {
    for (agents, load) in [(1, 0.4), (7, 6.2), (40, 33.0), (300, 290.0)] {
      for limit in [1, 3] {
        let chain = try Self.chain(agents, limit, limit == 1 ? 0.5 : 0, load: load * Double(limit))
        let erlang = try ErlangC(agents: agents * limit, loadErlangs: load * Double(limit))
        #expect(abs(chain.waitProbability - erlang.waitProbability) < 1e-11)
        #expect(
          abs(
            chain.averageSpeedOfAnswerSeconds / erlang.averageSpeedOfAnswerSeconds(handleTimeSeconds: 300) - 1) < 1e-9)
        #expect(
          abs(
            chain.serviceLevel(withinSeconds: 20)
              - erlang.serviceLevel(withinSeconds: 20, handleTimeSeconds: 300)) < 1e-11)
        if limit == 1 { #expect(abs(chain.occupancy - erlang.occupancy) < 1e-11) }
      }
    }
  }

  /// With a slowdown of 100% several contacts in hand are no faster than one: people are busy as in Erlang C, and waits
  /// begin n (k - 1) contacts later, each of them load / n as likely as the one before.
  @Test func `several contacts that slow each other down wholly gain places, and no speed`() throws {
    for (agents, limit, load) in [(4, 2, 3.0), (10, 3, 9.2)] {
      let chain = try Self.chain(agents, limit, 1, load: load)
      let erlang = try ErlangC(agents: agents, loadErlangs: load)
      var expected = erlang.waitProbability
      for _ in 0..<agents * (limit - 1) { expected *= load / Double(agents) }
      #expect(abs(chain.waitProbability - expected) < 1e-12)
      #expect(abs(chain.occupancy - erlang.occupancy) < 1e-12)
    }
  }

  @Test func `what cannot be is refused`() {
    #expect(throws: StaffingError.self) { try Self.chain(4, 2, 0.5, load: 6) }  // 4 people carry 4 x 2 / 1.5 = 5.33.
    #expect(throws: Never.self) { try Self.chain(4, 2, 0.5, load: 5.3) }
    #expect(throws: StaffingError.self) { try Self.chain(4, 0, 0.5, load: 1) }
    #expect(throws: StaffingError.self) { try Self.chain(4, 2, -1, load: 1) }
    #expect(throws: StaffingError.self) { try Self.chain(4, 2, 0, load: 0) }
    #expect(throws: StaffingError.self) { try Self.chain(1_000_000, 2, 0, load: 1) }
  }
}
