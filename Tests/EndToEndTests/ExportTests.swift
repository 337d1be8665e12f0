import Foundation
import Testing

/// Files for other tools: complete or absent, private, the same from kept logs and from those made again.
struct ExportTests {
  static let formats = ["csv", "jsonl", "cloudevents", "cloudevents-batch", "xes", "ocel", "kpis"]

  private func program() throws -> Program {
    let program = try Program()
    try program.write(Program.scenario(agents: 17))
    #expect(try program.run("simulate", "a.yaml", "--name", "base").status == 0)
    #expect(try program.run("simulate", "a.yaml", "--name", "none", "--keep-log", "none").status == 0)
    return program
  }

  private func bytes(_ name: String, in program: Program) throws -> Data {
    try Data(contentsOf: program.folder.appendingPathComponent(name))
  }

  private func names(in program: Program) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: program.folder.path).sorted()
  }

  @Test func `a file is whole, private, and what standard output gets`() throws {
    let program = try program()
    for format in Self.formats {
      let outcome = try program.run("export", "base", "--format", format, "-o", "out")
      #expect(outcome.status == 0 && outcome.output.isEmpty, "\(format): \(outcome.messages)")
      #expect(outcome.messages.hasPrefix("Written to out: "), "\(outcome.messages)")
      var status = stat()
      #expect(stat(program.folder.path + "/out", &status) == 0 && status.st_mode & 0o777 == 0o600, "\(format)")
      guard format != "ocel" else { continue }
      let said = try program.run("export", "base", "--format", format)
      #expect(try Data(said.output.utf8) == bytes("out", in: program) && !said.output.isEmpty, "\(format)")
    }
    #expect(try names(in: program).filter { $0.contains("partial") }.isEmpty)
  }

  @Test func `logs that were made again give the same file`() throws {
    let program = try program()
    let runs = try #require(try program.json("runs")["runs"] as? [[String: Any]])
    let ids = try ["base", "none"].map { name in
      try #require(runs.first { $0["name"] as? String == name }?["run"] as? String)
    }
    for format in Self.formats where format != "ocel" {
      let texts = try zip(["base", "none"], ids).map { name, id in
        try program.run("export", name, "--format", format, "--replication", "all").output
          .replacingOccurrences(of: id, with: "ID")
      }
      #expect(texts[0] == texts[1] && !texts[0].isEmpty, "\(format)")
    }
  }

  @Test func `the exports agree with the list of events and with the figures`() throws {
    let program = try program()
    let events = try program.run("events", "base", "--format", "jsonl").output.split(separator: "\n")
    let lines = try program.run("export", "base", "--format", "jsonl").output.split(separator: "\n")
    #expect(events.count == lines.count && events.count > 500)
    let cloud = try program.run("export", "base", "--format", "cloudevents").output.split(separator: "\n")
    let xes = try program.run("export", "base", "--format", "xes").output
    let arrivals = events.count { $0.contains("\"contact_arrived\"") }
    #expect(cloud.count == events.count)
    #expect(xes.components(separatedBy: "<trace>").count - 1 == arrivals)
    #expect(xes.components(separatedBy: "<event>").count - 1 == events.count { $0.contains("\"contact\"") })

    // Every interval of every replication against the scorecard: a count a day is their sum over ten days.
    let rows = try program.run("export", "base", "--format", "kpis").output
      .components(separatedBy: "\r\n").dropLast().map { $0.components(separatedBy: ",") }
    let scorecard = try program.json("evaluate", "base")
    for name in ["offered", "answered", "abandoned"] {
      let column = try #require(rows[0].firstIndex(of: name))
      let sum = rows.dropFirst().reduce(0.0) { $0 + (Double($1[column]) ?? 0) }
      let mean = try #require(scorecard.value("metrics.\(name).mean") as? Double)
      #expect(abs(sum / 10 - mean) < 1e-9, "\(name): \(sum) in ten days, \(mean) a day")
    }
    #expect(Set(rows.dropFirst().map { $0[0] }).count == 10, "all replications")
  }

  @Test func `what cannot be written leaves nothing behind and takes nothing away`() throws {
    let program = try program()
    try program.write("what was there", to: "old.xes")
    for format in ["xes", "ocel", "csv"] {
      let process = program.process([])
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      // The system refuses to let a file grow beyond 50 kilobytes, as a full disk does.
      process.arguments = [
        "-c", "trap '' XFSZ; ulimit -f 100; exec \"$0\" export base --format \(format) -o old.xes 2>messages",
        Program.binary.path,
      ]
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 1, "\(format)")
      #expect(try String(decoding: bytes("messages", in: program), as: UTF8.self).hasPrefix("error: old.xes: "))
      #expect(try bytes("old.xes", in: program) == Data("what was there".utf8), "\(format)")
    }
    for path in ["nowhere/out.xes", "."] {
      let outcome = try program.run("export", "base", "--format", "xes", "-o", path)
      #expect(outcome.status == 1 && outcome.messages.hasPrefix("error: \(path): "), "\(outcome.messages)")
    }
    #expect(try names(in: program).filter { $0.contains("partial") }.isEmpty)
    // A device is written to, not replaced.
    #expect(try program.run("export", "base", "--format", "xes", "-o", "/dev/null").status == 0)
    #expect(try program.run("export", "base", "--format", "xes", "-o", "/dev/full").status == 1)
    #expect(try program.run("export", "base", "--format", "ocel", "-o", "/dev/null").status == 1)
    var status = stat()
    #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
  }

  @Test func `a link leads to the file that is written`() throws {
    let program = try program()
    try program.write("old", to: "target.csv")
    let link = program.folder.appendingPathComponent("link.csv").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "target.csv")
    #expect(try program.run("export", "base", "-o", "link.csv").status == 0)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "target.csv")
    #expect(try bytes("target.csv", in: program).count > 1_000)
  }

  @Test func `an export that is stopped leaves nothing`() throws {
    let program = try Program()
    try program.write(Program.scenario(agents: 17))
    let many = ["--name", "many", "--keep-log", "none", "--replications", "400"]
    #expect(try program.run(["simulate", "a.yaml"] + many).status == 0)
    var isStopped = false
    for attempt in 0..<20 where !isStopped {
      let process = program.process(["export", "many", "--replication", "all", "-o", "out\(attempt).jsonl"])
      process.standardError = FileHandle.nullDevice
      try process.run()
      while try !names(in: program).contains(where: { $0.contains("partial") }), process.isRunning { usleep(200) }
      process.interrupt()
      process.waitUntilExit()
      // It may have been done by then; never is there a part of it.
      isStopped = process.terminationStatus == 130
      #expect(isStopped || process.terminationStatus == 0)
      let files = try names(in: program)
      #expect(files.contains("out\(attempt).jsonl") == !isStopped, "\(files)")
      #expect(!files.contains { $0.contains("partial") }, "\(files)")
    }
    #expect(isStopped, "all were done before they could be stopped")
  }

  @Test func `wrong options are told with what would be right`() throws {
    let program = try program()
    let cases: [([String], String)] = [
      ([], "error: --format says which: csv, jsonl, cloudevents, cloudevents-batch, xes, ocel, kpis\n"),
      (["--format", "xse"], "error: unknown format 'xse'\nhelp: did you mean 'xes'?\n"),
      (["--format", "ocel"], "error: a database is a file: give OCEL one with --output\n"),
      (["--format", "ocel", "-o", "-"], "error: a database is a file: give OCEL one with --output\n"),
      (["--format", "csv", "--case", "contact"], "error: --case belongs to --format xes\n"),
      (
        ["--format", "xes", "--case", "custmer"],
        "error: there is no kind of case 'custmer'\nhelp: did you mean 'customer'?\n"
      ),
      (
        ["--format", "csv", "--replication", "10"],
        "error: the run has no replication 10\nhelp: replications are 0 to 9\n"
      ),
      (["--format", "csv", "--replication", "-1"], "error: "),
      (["--format", "csv", "--replication", "some"], "error: "),
      (["-o", "report.html"], "error: --format says which: "),
    ]
    for (options, message) in cases {
      let outcome = try program.run(["export", "base"] + options)
      #expect(outcome.status == 2 && outcome.messages.hasPrefix(message), "\(options): \(outcome.messages)")
      #expect(outcome.output.isEmpty)
    }
    let none = try program.run("export", "none", "--format", "csv", "--replication", "kept")
    #expect(none.status == 2 && none.messages.hasPrefix("error: no log of run none was kept\n"), "\(none.messages)")
    #expect(try program.run("export", "bse", "--format", "csv").status == 2)
  }

  @Test func `a call shows what was drawn for it`() throws {
    let program = try program()
    for run in ["base", "none"] {
      let story = try program.json("events", run, "--call", "60")
      let events = try #require(story["events"] as? [[String: Any]])
      let talk = try #require(events.last?["time_s"] as? Double) - (events.last?["since_s"] as? Double ?? 0)
      let drawn = try #require(story.value("draws.handle_time_s") as? Double)
      #expect(abs(talk - drawn) < 1e-6, "without wrap-up, talk is the handle time")
      #expect((story.value("draws.patience_s") as? Double ?? 0) > 0)
    }
    for call in ["0", "-1", "999999"] {
      let outcome = try program.run("events", "base", "--call=\(call)")
      #expect(outcome.status == 2 && outcome.messages.contains("no call \(call)"), "\(outcome.messages)")
    }
  }
}
