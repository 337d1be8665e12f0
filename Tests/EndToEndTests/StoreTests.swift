import Foundation
import Testing

struct StoreTests {
  private func programWithTwoRuns() throws -> Program {
    let program = try Program()
    try program.write(Program.scenario())
    for name in ["base", "other"] {
      #expect(try program.run("simulate", "a.yaml", "--replications", "3", "--name", name).status == 0)
    }
    return program
  }

  /// The digits after the last `head` in a command's messages.
  private func head(_ messages: String) -> String {
    String(messages.matches(of: /Ledger: \d+ entries, head ([0-9a-f]{64})\n/).last?.output.1 ?? "none")
  }

  @Test func `every command that writes shows the head, which proves the store later`() throws {
    let program = try programWithTwoRuns()
    var heads: [String] = []
    for command in [
      ["simulate", "a.yaml", "--replications", "2"], ["evaluate", "a.yaml", "--replications", "2"],
      ["store", "name", "@last", "third"], ["store", "rebuild"], ["store", "delete", "other", "--reason", "a test"],
      ["store", "retention"],
    ] {
      let outcome = try program.run(command)
      #expect([0, 3].contains(outcome.status), "\(command): \(outcome.messages)")
      heads.append(head(outcome.messages))
    }
    #expect(Set(heads).count == heads.count - 1, "a rebuild writes no entry: \(heads)")
    for head in heads {
      let proof = try program.run("store", "verify", "--head", head)
      #expect(proof.status == 0 && proof.output.contains("is as it was written"), "\(head): \(proof)")
    }
    let wrong = try program.run("store", "verify", "--head", String(heads[0].reversed()))
    #expect(wrong.status == 1 && wrong.output.contains("entries were cut off or rewritten"))
    #expect(try program.run("store", "verify", "--head", "12").status == 2)
  }

  @Test func `a baseline and its alerts show the head too`() throws {
    let program = try programWithTwoRuns()
    for (command, status) in [
      (["baseline", "set", "base"], 0), (["simulate", "a.yaml", "--set", "agents=14", "--name", "fewer"], 0),
      (["baseline", "drift", "fewer"], 3),
    ] as [([String], Int32)] {
      let outcome = try program.run(command)
      #expect(outcome.status == status, "\(command): \(outcome.messages)")
      #expect(try program.json("store", "verify")["head"] as? String == head(outcome.messages), "\(command)")
    }
    let kinds = try #require(try program.json("store", "audit")["entries"] as? [[String: Any]]).map {
      $0["kind"] as? String
    }
    #expect(kinds.contains("alertRaised"))
  }

  @Test func `the audit trail says who did what`() throws {
    let program = try programWithTwoRuns()
    let outcome = try program.run("store", "name", "base", "--none", environment: ["BUSYHOUR_ACTOR": "Dr. Grün"])
    #expect(outcome.status == 0)
    let trail = try #require(try program.json("store", "audit")["entries"] as? [[String: Any]])
    let kinds = trail.map { $0["kind"] as? String ?? "" }
    #expect(
      kinds == ["scenarioRegistered", "runStarted", "runCompleted", "runStarted", "runCompleted", "runNamed"])
    #expect(trail.last?["actor"] as? String == "Dr. Grün")
    let lines = try program.run("store", "audit", "--all", "--format", "csv").output.split(whereSeparator: \.isNewline)
    #expect(lines.count == 1 + trail.count + 6)
  }

  @Test func `a deleted run is not found any more, and a preview deletes nothing`() throws {
    let program = try programWithTwoRuns()
    #expect(try program.run("store", "retention", "--years", "0", "--dry-run").status == 0)
    #expect(try program.run("store", "delete", "other", "--reason", "a test").status == 0)
    #expect(try program.run("evaluate", "other").status == 2)
    #expect(try program.run("replay", "base").status == 0)
    #expect(try program.run("store", "delete", "base").status == 2, "a reason is asked for")
  }
}
