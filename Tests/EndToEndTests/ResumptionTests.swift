import Foundation
import Testing

/// Long work that is stopped goes on where it was.
struct ResumptionTests {
  private func program() throws -> Program {
    let program = try Program()
    try program.write(Program.scenario())
    return program
  }

  private func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func `a sweep takes what was simulated before, and prints the same`() throws {
    let program = try program()
    let axis = ["sweep", "a.yaml", "--vary", "agents=18..21/1"]
    #expect(try program.run(axis + ["--replications", "4"]).status == 0)
    let more = try program.run(axis + ["--replications", "10"])
    #expect(words(more.messages).contains("16 of 40 replications were simulated before, and taken from the store."))
    let again = try program.run(axis + ["--replications", "10", "--threads", "1"])
    #expect(words(again.messages).contains("40 of 40 replications were simulated before"))
    let fewer = try program.run(axis + ["--replications", "3"])
    #expect(words(fewer.messages).contains("12 of 12 replications were simulated before"))
    for (outcome, count) in [(more, "10"), (again, "10"), (fewer, "3")] {
      let alone = try program.run(axis + ["--replications", count, "--no-store"])
      #expect(alone.output == outcome.output && !alone.messages.contains("before"), "\(count)")
    }
    #expect(try program.run("store", "verify").status == 0)
  }

  @Test func `what another seed, scenario or staffing would give is never taken`() throws {
    let program = try Program()
    try program.write(Program.scenario().replacingOccurrences(of: "agents: 19", with: "staffing: solve"))
    let axis = ["sweep", "a.yaml", "--vary", "shrinkage=20%,40%"]
    #expect(try program.run(axis).status == 0)
    for options in [["--seed", "2"], ["--set", "calls=210/day"], ["--resolve"], ["--set", "target=80% in 20s"]] {
      let outcome = try program.run(axis + options)
      #expect(outcome.status == 0 && !outcome.messages.contains("before"), "\(options): \(outcome.messages)")
    }
    // Each keeps the people of its own base: equal scenarios at the points, other people.
    let base = try program.run("sweep", "a.yaml", "--vary", "shrinkage=40%", "--set", "shrinkage=10%")
    #expect(!base.messages.contains("before"))
  }

  @Test(arguments: [SIGINT, SIGKILL])
  func `a sweep that was stopped or killed goes on`(signal: Int32) throws {
    let program = try program()
    let axis = ["sweep", "a.yaml", "--vary", "agents=18..19/1", "--replications"]
    let process = program.process(axis + ["200000"])
    let messages = Pipe()
    process.standardError = messages
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    // The store has its first entry after two seconds of work.
    var count = 0
    while count == 0, process.isRunning {
      usleep(200_000)
      let audit = try program.run("store", "audit", "--all", "--format", "csv")
      count = audit.output.components(separatedBy: "pointRecorded").count - 1
    }
    kill(process.processIdentifier, signal)
    let text = String(decoding: messages.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    if signal == SIGINT {
      #expect(process.terminationStatus == 130)
      #expect(words(text).contains("replications. What is done is kept: the same command goes on."))
    }
    let rest = try program.run(axis + ["20"])
    // How far it came is a matter of the machine: the first point of two at least.
    let taken = try #require(words(rest.messages).firstMatch(of: /(\d+) of 40 replications were simulated before/)?.1)
    #expect((20...40).contains(Int(taken) ?? 0), "\(rest.messages)")
    #expect(rest.output == (try program.run(axis + ["20", "--no-store"])).output)
    #expect(try program.run("store", "verify").status == 0)
  }

  /// The sweep leaves the base and both values of the first input in the store; there is no time for anything else.
  @Test func `tornado and solve tell what they have when the time is over`() throws {
    let program = try program()
    let count = ["--replications", "20"]
    #expect(try program.run(["sweep", "a.yaml", "--vary", "calls=180/day,200/day,220/day"] + count).status == 0)
    let limit = count + ["--time-limit", "0s"]
    let tornado = try program.run(["tornado", "a.yaml"] + limit)
    #expect(tornado.status == 0 && tornado.output.contains("demand.volume"), "\(tornado.messages)")
    #expect(words(tornado.output).contains("Out of time: ") && tornado.output.contains("queues.main.patience"))
    let solve = try program.run(["solve", "a.yaml", "--for", "volume", "--format", "json"] + limit)
    #expect(solve.status == 130)
    #expect(solve.output.contains("\"out_of_time\": true") && solve.output.contains("\"found\": false"))
    let never = try program.run(["solve", "a.yaml", "--for", "agents"] + limit)
    #expect(never.status == 2 && never.messages.contains("error: the time was over before anything was done"))
    let finished = try program.run("solve", "a.yaml", "--for", "volume", "--replications", "20")
    #expect(finished.status == 0 && words(finished.messages).contains("replications were simulated before"))
  }

  @Test func `a run that its targets stop ends where it would have ended, however often it is interrupted`() throws {
    let program = try program()
    let options = [
      "--set", "agents=17", "--replications", "auto", "--confidence", "99", "--half-width", "asa_s=0.6",
      "--max-replications", "2000",
    ]
    #expect(try program.run(["simulate", "a.yaml", "--name", "whole"] + options).status == 0)
    let cut = try program.run(["simulate", "a.yaml", "--name", "cut", "--time-limit", "1s"] + options)
    #expect(cut.status == 0 || cut.status == 130)
    if cut.messages.contains("Out of time") {
      _ = try program.run("simulate", "--resume", "cut", "--time-limit", "1s")
      #expect(try program.run("simulate", "--resume", "cut").status == 0)
    }
    let runs = try ["whole", "cut"].map { try program.json("evaluate", $0) }
    for path in ["provenance.digest", "inputs.replications", "inputs.confidence", "inputs.stopping_rule"] {
      #expect(runs[0].value(path) as? NSObject == runs[1].value(path) as? NSObject, "\(path)")
    }
    #expect((runs[0].value("inputs.replications") as? Int ?? 2_000) < 2_000)
    #expect(try program.run("replay", "cut").status == 0)
    #expect(try program.run("store", "verify").status == 0)
  }

  @Test func `intervals are called by the confidence that was asked for`() throws {
    let program = try program()
    let auto = ["--replications", "auto", "--max-replications", "100"]
    func width(_ confidence: String, _ key: String) throws -> Double {
      let outcome = try program.run(["simulate", "a.yaml", "--json", "--confidence", confidence] + auto)
      let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
      let interval = try #require(json?.value("metrics.asa_s.\(key)") as? [Double], "\(confidence)")
      return interval[1] - interval[0]
    }
    let widths = try [width("80", "ci80"), width("95", "ci95"), width("99", "ci99"), width("99.9", "ci99_9")]
    #expect(widths == widths.sorted() && Set(widths).count == 4, "\(widths)")
    #expect(try program.run(["simulate", "a.yaml", "--confidence", "99"] + auto).output.contains("99% CI"))
    #expect(
      try program.run(["simulate", "a.yaml", "--confidence", "99", "--format", "csv"] + auto).output
        .contains("ci99_low,ci99_high"))
    for wrong in [
      ["--confidence", "30"] + auto, ["--confidence", "99"], ["--confidence", "99", "--replications", "100"],
    ] {
      #expect(try program.run(["simulate", "a.yaml"] + wrong).status == 2, "\(wrong)")
    }
    let solve = try program.run("solve", "a.yaml", "--for", "agents", "--confidence", "99", "--json")
    #expect(solve.output.contains("\"ci99\"") && !solve.output.contains("\"ci95\""))
  }
}
