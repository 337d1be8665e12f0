import Foundation
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

  @Test func `a call that waited says why`() throws {
    let program = try program()
    let story = try program.json("events", "base", "--call", "60")
    let reasons = try #require(story["why_it_waited"] as? [String])
    #expect(reasons.first == "Of the 19 who serve main: 13 talked, 6 were on a break.")
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
    #expect(equal.status == 0 && equal.output.contains("are equal, event by event"))
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
