import Foundation
import Testing

struct RunTests {
  private func programWithTwoRuns() throws -> Program {
    let program = try Program()
    try program.write(Program.scenario())
    #expect(try program.run("simulate", "a.yaml", "--name", "base").status == 0)
    #expect(try program.run("simulate", "a.yaml", "--set", "agents=17", "--name", "fewer").status == 0)
    return program
  }

  @Test func `two runs of one seed are paired, and the input that differs is named`() throws {
    let program = try programWithTwoRuns()
    let outcome = try program.run("compare", "base", "@last")
    #expect(outcome.status == 0 && outcome.messages.isEmpty)
    #expect(outcome.output == (try Program.expected("compare.txt", recording: outcome.output)))
    #expect(try program.run("simulate", "a.yaml", "--seed", "5", "--name", "other").status == 0)
    let apart = try program.run("compare", "base", "other")
    #expect(apart.output.contains("Not paired (different seeds): Welch intervals.\n"))
  }

  @Test func `a replay proves the stored figures from kept and from remade logs`() throws {
    let program = try programWithTwoRuns()
    #expect(try program.run("simulate", "a.yaml", "--keep-log", "3", "--name", "three").status == 0)
    let json = try program.json("replay", "three")
    #expect(json["proved"] as? Bool == true)
    #expect(json["replications_from_log"] as? Int == 3)
    #expect(json["replications_made_again"] as? Int == 7)
    #expect(json["contradictions"] as? [String] == [])
    #expect(try program.run("replay", "@last~2").status == 0)
  }

  @Test func `a call's life is told, and a call that never was is refused`() throws {
    let program = try programWithTwoRuns()
    let story = try program.run("events", "base", "--call", "5")
    #expect(story.status == 0)
    #expect(story.output == (try Program.expected("call.txt", recording: story.output)))
    let wrong = try program.run("events", "base", "--call", "100000")
    #expect(wrong.status == 2 && wrong.output.isEmpty)
    #expect(wrong.messages.hasSuffix("help: calls are numbered 1, 2, 3, ... in order of arrival\n"))
  }

  @Test func `events are listed as text, JSON Lines and CSV, kept or made again`() throws {
    let program = try programWithTwoRuns()
    #expect(try program.run("simulate", "a.yaml", "--keep-log", "none", "--name", "none").status == 0)
    for format in ["text", "jsonl", "csv"] {
      let kept = try program.run("events", "base", "--from", "08:10", "--to", "08:20", "--format", format)
      let remade = try program.run("events", "none", "--from", "08:10", "--to", "08:20", "--format", format)
      #expect(kept.status == 0 && !kept.output.isEmpty, "\(format)")
      #expect(kept.output == remade.output, "\(format)")
    }
    let lines = try program.run("events", "base", "--format", "jsonl").output.split(separator: "\n")
    for line in lines { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
    #expect(lines.first?.contains("\"type\": \"replication_started\"") == true)
    #expect(lines.last?.contains("\"type\": \"replication_finished\"") == true)
  }

  @Test func `runs are listed newest first`() throws {
    let program = try programWithTwoRuns()
    let runs = try #require(try program.json("runs")["runs"] as? [[String: Any]])
    #expect(runs.map { $0["name"] as? String } == ["fewer", "base"])
    #expect(runs.allSatisfy { $0["replications"] as? Int == 10 && $0["service_level"] is Double })
  }

  @Test func `an unknown run is an error with the nearest name`() throws {
    let program = try programWithTwoRuns()
    for command in ["evaluate", "replay", "events"] {
      let outcome = try program.run(command, "bse")
      #expect(outcome.status == 2 && outcome.output.isEmpty, "\(command)")
      #expect(
        outcome.messages == """
          error: results/busyhour.db: there is no run "bse"
          help: did you mean "base"?

          """, "\(command)")
    }
    let elsewhere = try program.run("runs", "--db", "nowhere.db")
    #expect(elsewhere.status == 2)
    #expect(elsewhere.messages.hasPrefix("error: nowhere.db: there is no store\nhelp: simulate first"))
    #expect(!FileManager.default.fileExists(atPath: program.folder.appendingPathComponent("nowhere.db").path))
  }

  @Test func `the database is the flag's, else the environment's`() throws {
    let program = try Program()
    try program.write(Program.scenario())
    let environment = ["BUSYHOUR_DB": "env.db"]
    #expect(try program.run("simulate", "a.yaml", environment: environment).messages.contains("saved in env.db."))
    #expect(try program.run("runs", environment: environment).status == 0)
    #expect(
      try program.run("simulate", "a.yaml", "--db", "flag.db", environment: environment).messages
        .contains("saved in flag.db."))
  }
}
