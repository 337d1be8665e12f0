import Foundation
import StoreTesting
import Testing

/// A log of several segments, with stories that go over them.
struct LongLogTests {
  static let scenario = """
    busyhour: 1
    name: Long
    open: 24/7
    period: 3d from 2026-11-02
    calls: 9000/day
    handle: 5m
    agents: 30
    patience: 1m
    redial: {chance: 60%, after: fixed 9h, attempts: 3}
    run: {replications: 1, seed: 1}

    """

  /// Half a minute in a debug build, most of it decoding: slow.
  @Test(.enabled(if: CrashTests.slow)) func `what guides to segments tell is what the whole log tells`() throws {
    let program = try Program()
    try program.write(Self.scenario)
    #expect(try program.run("simulate", "a.yaml", "--name", "base").status == 0)
    let links = try program.run("events", "base", "--type", "contact_linked", "--format", "jsonl").output
    let last = try #require(links.split(separator: "\n").last?.firstMatch(of: /"contact": (\d+)/)).output.1
    func ask() throws -> [String] {
      let stories = ["17", String(last)].map { ["events", "base", "--call", $0] }
      let states = ["07:30", "47:59:59", "71:00"].map { ["replay", "base", "--until", $0] }
      return try (stories + states).map { command in
        let outcome = try program.run(command)
        #expect(outcome.status == 0, "\(command): \(outcome.messages)")
        return outcome.output
      }
    }
    let guided = try ask()
    #expect(guided[1].contains("redial after contact"))
    #expect(try program.database().rows("SELECT * FROM segment_guide").count >= 2)
    try program.database().execute("DELETE FROM segment_guide")
    #expect(try ask() == guided)
  }
}
