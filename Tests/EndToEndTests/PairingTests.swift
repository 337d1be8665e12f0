import Foundation
import StoreTesting
import Testing

/// Attempts to have runs called paired that are not, and the other way round.
struct PairingTests {
  private static let event = "events: [{on: 2026-11-24, from: 09:00, for: 30m, volume: x2}]\n"
  private static let outage = "outages: [{on: 2026-11-24, from: 09:00, for: 30m, channel: phone}]\n"

  /// A week, so that an event has its day.
  private func scenario(_ lines: String = "") -> String {
    Program.scenario().replacingOccurrences(of: "calls: ", with: "period: 1w from 2026-11-23\ncalls: ") + lines
  }

  private func reason(_ program: Program, _ first: String, _ second: String) throws -> String? {
    let json = try program.json("compare", first, second)
    let reason = json["reason_unpaired"] as? String
    #expect(json["paired"] as? Bool == (reason == nil))
    let text = try program.run("compare", first, second).output
    #expect(text.contains("Paired on common random numbers") == (reason == nil), "\(text)")
    #expect(text.contains("Not paired") == (reason != nil))
    return reason
  }

  @Test func `events, busy days, profiles and periods make another demand, whatever the seed`() throws {
    let program = try Program()
    try program.write(scenario())
    try program.write(scenario(Self.event), to: "event.yaml")
    #expect(try program.run("simulate", "a.yaml", "--name", "base").status == 0)
    #expect(try reason(program, "base", "event.yaml") == "different demand")
    for change in [
      "demand.uncertainty=10%", "demand.profile=double-peak", "period=1w from 2026-11-30", "period=2w from 2026-11-23",
      "open=Mon-Fri 07:30-09:30", "demand.weekday={Mon: 1.2}", "calls=200.0001/day",
    ] {
      let name = "changed \(change.hashValue)"
      #expect(try program.run("simulate", "a.yaml", "--set", change, "--name", name).status == 0, "\(change)")
      let expected = change.hasPrefix("period=1w") ? nil : "different demand"
      #expect(try reason(program, "base", name) == expected, "\(change)")
    }
  }

  @Test func `people, handle times, patience, intervals and outages leave callers common`() throws {
    let program = try Program()
    try program.write(scenario())
    try program.write(scenario(Self.outage), to: "outage.yaml")
    #expect(try program.run("simulate", "a.yaml", "--name", "base").status == 0)
    #expect(try reason(program, "base", "outage.yaml") == nil)
    for change in ["agents=21", "handle=6m", "patience=1m", "interval=15m", "shrinkage=20%", "target=80% in 30s"] {
      let name = "changed \(change)"
      #expect(try program.run("simulate", "a.yaml", "--set", change, "--name", name).status == 0, "\(change)")
      #expect(try reason(program, "base", name) == nil, "\(change)")
    }
  }

  @Test func `a run of another version of the engine, and one without a common replication, are not paired`() throws {
    let program = try Program()
    try program.write(Program.scenario())
    for name in ["base", "old", "late"] {
      #expect(try program.run("simulate", "a.yaml", "--name", name).status == 0)
    }
    try program.database().execute(
      """
      UPDATE run SET engine_version = '0.0.9' WHERE name = 'old';
      UPDATE run SET state = 'interrupted', digest = NULL WHERE name = 'late';
      DELETE FROM replication WHERE replication > 4 AND run = (SELECT number FROM run WHERE name = 'base');
      DELETE FROM replication WHERE replication < 5 AND run = (SELECT number FROM run WHERE name = 'late');
      """)
    #expect(try reason(program, "base", "old")?.hasPrefix("different versions, ") == true)
    #expect(try reason(program, "base", "late") == "no replication in common")
  }
}
