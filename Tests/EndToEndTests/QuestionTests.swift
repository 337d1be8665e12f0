import Foundation
import StoreTesting
import Testing

/// What is asked of logs: the center at an instant, events by filter, where two runs part, figures by other definitions.
struct QuestionTests {
  private func program() throws -> Program {
    let program = try Program()
    try program.write(Program.scenario())
    #expect(try program.run("simulate", "a.yaml", "--name", "base").status == 0)
    #expect(try program.run("simulate", "a.yaml", "--set", "agents=17", "--name", "fewer").status == 0)
    #expect(try program.run("simulate", "a.yaml", "--name", "none", "--keep-log", "none").status == 0)
    return program
  }

  @Test func `the center at an instant is the same from a kept log and from one made again`() throws {
    let program = try program()
    for format in ["text", "json", "csv"] {
      let kept = try program.run("replay", "base", "--until", "08:36:30", "--format", format)
      let remade = try program.run("replay", "none", "--until", "08:36:30", "--format", format)
      #expect(kept.status == 0 && !kept.output.isEmpty && kept.output == remade.output, "\(format)")
    }
    let state = try program.json("replay", "base", "--until", "08:36:30")
    #expect(state["waiting"] as? Int == 1, "contact 60 waits from 08:36:28 for 21 seconds")
    let rows = try #require(state["state"] as? [[String: Any]])
    #expect(rows.first?["does"] as? String == "waits" && rows.first?["contact"] as? Int == 60)
    #expect(try program.run("replay", "base", "--until", "noon").status == 2)
  }

  @Test func `one replication is proved alone, from its log or made again`() throws {
    let program = try program()
    for (run, source) in [
      ("base", "1 from the stored log, 0 made again"), ("none", "0 from the stored log, 1 made again"),
    ] {
      let outcome = try program.run("replay", run, "--replication", "3")
      #expect(outcome.status == 0 && outcome.output.contains("Replications: \(source)"), "\(outcome)")
      #expect(try program.run("replay", run, "--replication", "10").status == 2)
    }
  }

  @Test func `a log that another version kept is read, and the version is named`() throws {
    let program = try program()
    try program.database().execute("UPDATE run SET engine_version = '0.0.9'")
    let named = "run base was made by busyhour 0.0.9, this is "
    for command in [
      ["events", "base", "--call", "60"], ["replay", "base", "--until", "08:30"],
      ["rescore", "base", "--definition", "answered"],
    ] {
      let outcome = try program.run(command)
      let messages = outcome.messages.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(outcome.status == 0 && messages.contains(named), "\(command): \(outcome.messages)")
    }
    let proof = try program.run("replay", "base")
    #expect(proof.status == 0 && proof.output.contains("made by busyhour 0.0.9, not by this version"))
    #expect(try program.run("replay", "none").status == 2)
  }

  @Test func `a damaged log is named by its run and replication, wherever it is read`() throws {
    let program = try program()
    try program.database().execute(
      """
      DROP TRIGGER segment_fixed;
      UPDATE segment SET bytes = CAST(substr(bytes, 1, 100) || x'00' || substr(bytes, 102) AS BLOB)
      WHERE replication = 3;
      """)
    try expectDamage(program, "the log segment at position 0 does not match its checksum", toldBy: Self.readings)
    #expect(try program.run("replay", "base", "--replication", "2").status == 0)
  }

  private static let readings = [
    ["replay", "base"], ["rescore", "base", "--definition", "answered"],
    ["replay", "base", "--replication", "3", "--until", "08:30"],
    ["events", "base", "--replication", "3", "--call", "60"],
    ["events", "base", "--replication", "3", "--format", "csv"],
    ["export", "base", "--replication", "3", "--format", "kpis"],
    ["export", "base", "--replication", "all", "--format", "xes"],
  ]

  /// That each command fails with the problem of replication 3 of the run base, and says what to do next.
  private func expectDamage(_ program: Program, _ problem: String, toldBy commands: [[String]]) throws {
    let runs = try #require(try program.json("runs")["runs"] as? [[String: Any]])
    let run = try #require(runs.first { $0["name"] as? String == "base" }?["run"] as? String)
    let message = "results/busyhour.db: the log of replication 3 of run \(run.prefix(7)) is damaged: \(problem)"
    for command in commands {
      let outcome = try program.run(command)
      let messages = outcome.messages.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let isNamed = messages.contains(message) && messages.contains("busyhour store verify --db results/busyhour.db")
      #expect(outcome.status == 1 && isNamed, "\(command): \(outcome.messages)")
    }
  }

  @Test func `a log with a piece missing is refused, whichever part of it is asked for`() throws {
    let program = try program()
    try program.database().execute("DROP TRIGGER segment_kept; DELETE FROM segment WHERE replication = 3")
    try expectDamage(program, "it is not whole", toldBy: Self.readings)
  }

  @Test func `figures are not told from a log that is not the one that was written`() throws {
    let program = try program()
    try program.database().execute(
      """
      UPDATE replication SET digest = (SELECT digest FROM replication AS other WHERE other.replication = 4
      AND other.run = replication.run) WHERE replication = 3
      """)
    // Parts of a log have no digest: those two look at no more than they tell.
    let parts = ["--until", "--call"]
    try expectDamage(
      program, "its digest is ", toldBy: Self.readings.dropFirst().filter { Set($0).isDisjoint(with: parts) })
    #expect(try program.run("replay", "base").status == 1)
  }

  @Test func `a call that waited says why`() throws {
    let program = try program()
    let story = try program.json("events", "base", "--call", "60")
    let reasons = try #require(story["why_it_waited"] as? [String])
    #expect(reasons.first == "Of the 19 who serve main: 13 talked, 6 were on a break.")
    #expect(reasons.last?.hasSuffix("then the longest wait (picks: priority).") == true)
    let direct = try program.json("events", "base", "--call", "1")
    #expect(direct["why_it_waited"] as? [String] == [])
  }

  @Test func `filters give the lines of the whole log that they name`() throws {
    let program = try program()
    let whole = try program.run("events", "base", "--format", "jsonl").output.split(separator: "\n").map(String.init)
    let filters: [(options: [String], fits: (String) -> Bool)] = [
      (["--agent", "main-03"], { $0.contains("\"agent\": \"main-03\"") }),
      (["--queue", "main"], { $0.contains("\"queue\": \"main\"") }),
      (["--type", "contact_abandoned"], { $0.contains("\"type\": \"contact_abandoned\"") }),
      (
        ["--type", "contactAnswered", "--agent", "main-03"],
        {
          $0.contains("contact_answered") && $0.contains("\"main-03\"")
        }
      ),
      (["--call", "60"], { $0.contains("\"contact\": 60,") }),
    ]
    for run in ["base", "none"] {
      for (options, fits) in filters {
        let lines = try program.run(["events", run, "--format", "jsonl"] + options).output.split(separator: "\n")
        #expect(lines.map(String.init) == whole.filter(fits) && !lines.isEmpty, "\(run) \(options)")
      }
    }
    let minute = try program.run("events", "base", "--at", "08:30", "--format", "jsonl").output
    #expect(
      minute == (try program.run("events", "base", "--from", "08:30", "--to", "08:31", "--format", "jsonl").output))
    for (from, to) in [("09:00", "08:30"), ("09:00", "09:00")] {
      let outcome = try program.run("events", "base", "--from", from, "--to", to)
      #expect(outcome.status == 2 && outcome.messages.contains("no time lies from \(from) to \(to)"))
    }
    for options in [["--agent", "main-99"], ["--queue", "maiin"], ["--type", "contact_answerd"]] {
      let outcome = try program.run(["events", "base"] + options)
      #expect(outcome.status == 2 && outcome.messages.contains("did you mean"), "\(options): \(outcome.messages)")
    }
  }

  @Test func `two runs part where the first event differs, and equal ones do not`() throws {
    let program = try program()
    let json = try program.json("diff", "base", "fewer")
    #expect(json["equal"] as? Bool == false && json["position"] as? Int == 13)
    #expect(json["inputs"] as? [String] == ["teams.main.count 19 -> 17"])
    #expect((json["first_event"] as? String)?.contains("agent_signed_in       main-13") == true)
    #expect(try program.run("diff", "base", "fewer").status == 1)
    let equal = try program.run("diff", "base", "none")
    #expect(
      equal.status == 0 && equal.output.contains("are equal, event by event, in all 10 replications that both have"))
    #expect(try program.run("simulate", "a.yaml", "--name", "short", "--replications", "4").status == 0)
    let short = try program.run("diff", "base", "short")
    #expect(short.status == 0 && short.output.contains("in all 4 replications that both have"))
    #expect(try program.run("diff", "base", "short", "--replication", "7").status == 2)
  }

  @Test func `a rescore gives what simulating with the other target gives`() throws {
    let program = try program()
    #expect(
      try program.run(
        "simulate", "a.yaml", "--set", "target=80% in 30s", "--set", "definition=answered", "--name", "other"
      ).status == 0)
    let rescored = try program.json("rescore", "base", "--target", "80% in 30s", "--definition", "answered")
    let simulated = try program.json("evaluate", "other")
    for metric in ["service_level", "asa_s", "abandonment", "occupancy"] {
      let figure = try #require(rescored.value("metrics.\(metric).mean") as? Double)
      #expect(figure == simulated.value("metrics.\(metric).mean") as? Double, "\(metric)")
    }
    let before = try program.json("evaluate", "base")
    #expect(
      rescored.value("metrics.service_level.mean") as? Double != before.value("metrics.service_level.mean") as? Double)
    #expect(try program.run("rescore", "none", "--target", "80% in 30s").status == 2)
    #expect(try program.run("rescore", "base").status == 2)
    #expect(try program.run("rescore", "base", "--target", "often").status == 2)
  }
}
