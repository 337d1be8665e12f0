import Foundation
import Testing

struct SimulateTests {
  @Test func `a scorecard is printed as it was looked at, and notes stay on the side`() throws {
    let program = try Program()
    try program.write(Program.scenario())
    let outcome = try program.run("simulate", "a.yaml", "--name", "base", "--by", "queue,interval")
    #expect(outcome.status == 0)
    #expect(outcome.output == (try Program.expected("simulate.txt", recording: outcome.output)))
    #expect(outcome.messages.hasPrefix("Defaults taken: "))
    #expect(outcome.messages.contains(" (base) saved in results/busyhour.db. Next: busyhour evaluate base\n"))
    #expect(try program.run("simulate", "a.yaml", "--quiet").messages.isEmpty)
  }

  @Test func `the JSON has inputs, provenance, metrics and targets, with fractions and seconds`() throws {
    let program = try Program()
    try program.write(Program.scenario())
    let json = try program.json("simulate", "a.yaml", "--set", "agents=18", "--seed", "7", "--replications", "3")
    #expect(json["schema_version"] as? Int == 1)
    #expect(json.value("inputs.overrides") as? [String] == ["agents=18"])
    #expect(json.value("provenance.seed") as? Int == 7)
    #expect(json.value("provenance.replications") as? Int == 3)
    #expect((json.value("provenance.scenario_sha256") as? String)?.count == 64)
    #expect((json.value("provenance.digest") as? String)?.count == 32)
    for name in ["service_level", "asa_s", "abandonment", "occupancy", "aht_s", "offered", "answered", "staffed_peak"] {
      let keys = Set((json.value("metrics.\(name)") as? [String: Any] ?? [:]).keys)
      let wanted: Set = [
        "mean", "ci95", "p05", "p50", "p95", "n", "estimator", "unit", "numerator", "denominator",
      ]
      #expect(keys == wanted, "\(name)")
    }
    let level = try #require(json.value("metrics.service_level.mean") as? Double)
    #expect(level > 0.5 && level <= 1)
    let target = try #require((json["targets"] as? [[String: Any]])?.first)
    #expect(target["name"] as? String == "service_level" && target["want"] as? String == "90% in 20s")
    #expect(["met", "missed", "unsure"].contains(target["verdict"] as? String))
  }

  @Test func `threads and repetition change no digest, the seed does`() throws {
    let program = try Program()
    try program.write(Program.scenario())
    func digest(_ arguments: String...) throws -> String {
      let options = arguments + Array(repeating: "--quiet", count: 0)
      let json = try program.json("simulate", "a.yaml", options[0], options[1])
      return try #require(json.value("provenance.digest") as? String)
    }
    let first = try digest("--threads", "1")
    #expect(try digest("--threads", "1") == first)
    #expect(try digest("--threads", "2") == first)
    #expect(try digest("--seed", "2") != first)
  }

  @Test(arguments: ["warm_up_days: 2", "start_at: 10:30"])
  func `intervals add up to the counted days, without a warm-up and what lies before the start`(run: String) throws {
    let program = try Program()
    try program.write(
      """
      busyhour: 1
      open: Mon-Fri 08:00-18:00
      period: 2026-11-02..2026-11-06
      calls: 300/day
      queues: {main: {handle: 5m\(run.hasPrefix("start") ? ", waiting: 9, talks: 4" : "")}}
      agents: 6
      run: {replications: 3, \(run)}
      """, to: "counted.yaml")
    let json = try program.json("simulate", "counted.yaml", "--by", "interval")
    let days = try #require(json.value("metrics.offered.denominator") as? Double)
    let all = try #require(json.value("metrics.offered.numerator") as? Double)
    let parts = try #require(json.value("by.interval") as? [String: [String: Any]])
    let sum = parts.values.reduce(0.0) { $0 + (($1["offered"] as? [String: Any])?["numerator"] as? Double ?? 0) }
    #expect(days > 0 && all > 500 && abs(sum - all) < 1e-6 * all, "\(sum) and \(all)")
  }

  @Test func `parts come by queue and interval, and an unknown part is named`() throws {
    let program = try Program()
    try program.write(Program.scenario())
    let json = try program.json("simulate", "a.yaml", "--by", "queue,interval")
    #expect((json.value("by.queue.main.service_level") as? [String: Any])?["n"] as? Int == 10)
    let intervals = Set((json.value("by.interval") as? [String: Any] ?? [:]).keys)
    // The last of them is that in which the last talks end.
    #expect(intervals == ["08:00", "08:30", "09:00", "09:30", "10:00"])
    let wrong = try program.run("simulate", "a.yaml", "--by", "intervall")
    #expect(wrong.status == 2 && wrong.output.isEmpty)
    #expect(wrong.messages == "error: unknown part 'intervall'\nhelp: did you mean 'interval'?\n")
  }

  @Test func `an interrupted run exits with 130 and keeps whole replications that replay`() throws {
    let program = try Program()
    try program.write(Program.scenario())
    let process = program.process(["simulate", "a.yaml", "--replications", "1000000", "--name", "cut"])
    let messages = Pipe()
    process.standardError = messages
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    // The first replications are stored when the file outgrows an empty store; then the user has had enough.
    let database = program.folder.appendingPathComponent("results/busyhour.db-wal").path
    var status = stat()
    while process.isRunning, stat(database, &status) != 0 || status.st_size < 1_000_000 { usleep(50_000) }
    process.interrupt()
    let text = String(decoding: messages.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    #expect(text.contains("Interrupted. ") && text.contains("are kept as run cut."))
    let list = try program.json("runs")
    let run = try #require((list["runs"] as? [[String: Any]])?.first)
    let count = try #require(run["replications"] as? Int)
    #expect(count > 0 && count < 1_000_000)
    #expect(try program.run("events", "cut", "--from", "08:00", "--to", "08:01").status == 0)
    let judged = try program.run("evaluate", "cut")
    #expect(judged.messages.contains("warning: run cut was interrupted: "), "\(judged.messages)")
    #expect(try program.run("evaluate", "cut", "--strict").status == 3)
  }

  @Test func `progress moves on a terminal only`() throws {
    let program = try Program()
    try program.write(Program.scenario())
    let outcome = try program.run("simulate", "a.yaml", "--replications", "200")
    #expect(!outcome.messages.contains("\r") && !outcome.messages.contains("\u{1B}"))
    #expect(!outcome.output.contains("\u{1B}"))
  }
}
