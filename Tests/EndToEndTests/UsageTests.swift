import Foundation
import Glibc
import Testing

struct UsageTests {
  @Test func `bad usage exits with 2, says what is wrong and what to do`() throws {
    let program = try Program()
    try program.write(Program.scenario())
    let cases: [([String], String)] = [
      (["simulat", "a.yaml"], "error: unknown command 'simulat'\nhelp: did you mean 'simulate'?\n"),
      (["simulate"], "error: give a scenario file, or --resume with a run\nhelp: see `busyhour simulate --help`\n"),
      (["simulate", "a.yaml", "--seeed", "1"], "error: unknown option '--seeed'\nhelp: did you mean '--seed'?\n"),
      (
        ["simulate", "a.yaml", "--threads", "0"],
        "error: --threads is 1 to 1024, not 0\nhelp: see `busyhour simulate --help`\n"
      ),
      (
        ["simulate", "a.yaml", "--format", "jsn"], "error: unknown format 'jsn'\nhelp: did you mean 'json'?\n"
      ),
      (
        ["simulate", "a.yaml", "--format", "junit"],
        "error: unknown format 'junit'\nhelp: formats here: text, json, csv, markdown\n"
      ),
      (
        ["runs", "--json", "--format", "csv"],
        "error: --json and --format contradict each other\nhelp: give one of them\n"
      ),
      (
        ["staff"],
        "error: neither a scenario nor --calls and --handle\n"
          + "help: busyhour staff FILE, or busyhour staff --calls 1000/day --open 10h --handle 5m\n"
      ),
      (
        ["simulate", "a.yaml", "-o", "report.html"],
        "error: report.html: its ending names no format\n"
          + "help: end it in .csv, .json, .jsonl, .md, .txt, .xml, or say --format\n"
      ),
      (["check", "none.yaml"], "error: there is no such file\n  --> none.yaml\n"),
    ]
    for (arguments, messages) in cases {
      let process = program.process(arguments)
      let (output, errors) = (Pipe(), Pipe())
      process.standardOutput = output
      process.standardError = errors
      try process.run()
      let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationStatus == 2, "\(arguments)")
      #expect(text == messages, "\(arguments)")
      #expect(output.fileHandleForReading.readDataToEndOfFile().isEmpty, "\(arguments)")
    }
  }

  @Test func `a start with more talks than people is refused by check and simulate at its place`() throws {
    let program = try Program()
    try program.write(
      """
      busyhour: 1
      open: Mon-Fri 08:00-10:00
      calls: 200/day
      handle: 5m
      agents: 2
      run: {start_at: 09:00}
      queues: {main: {talks: 3}}

      """)
    let messages = """
      error: queues.main.talks: the 3 talks at the start (3 of main) need 3 people, and 2 who can hold them are on the phones then (2 of main)
        --> a.yaml:7:24
          7 | queues: {main: {talks: 3}}
            |                        ^
      help: give fewer talks, or more people who are on duty then and on no break

      """
    for arguments in [
      ["check", "a.yaml"], ["simulate", "a.yaml"], ["sweep", "a.yaml", "--vary", "handle=5m..6m/1m"],
    ] {
      let outcome = try program.run(arguments)
      #expect(outcome.status == 2 && outcome.output.isEmpty, "\(arguments)")
      // Before it `simulate` names the defaults that it took.
      #expect(outcome.messages.hasSuffix(messages), "\(arguments)")
    }
  }

  @Test func `help and version are data`() throws {
    let program = try Program()
    let help = try program.run("--help")
    #expect(help.status == 0 && help.messages.isEmpty)
    #expect(help.output.hasPrefix("OVERVIEW: Simulate a contact center"))
    #expect(try program.run("--version").output == "busyhour 0.2.0\n")
    for command in [
      "init", "check", "schema", "staff", "simulate", "evaluate", "runs", "compare", "replay", "events", "completions",
      "store", "diff", "rescore", "export",
    ] {
      let outcome = try program.run(command, "--help")
      let examples = try #require(outcome.output.firstRange(of: "Examples:"), "\(command)")
      let usage = try #require(outcome.output.firstRange(of: "USAGE:"), "\(command)")
      #expect(outcome.status == 0 && examples.lowerBound < usage.lowerBound, "\(command)")
    }
  }

  @Test func `help that cannot be written is a failure`() throws {
    let program = try Program()
    for arguments in [["--help"], ["simulate", "--help"], ["--version"]] {
      let process = program.process(arguments)
      process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 1, "\(arguments)")
    }
  }

  @Test func `a file that cannot be written is told before anything is simulated`() throws {
    let program = try Program()
    try program.write(Program.scenario())
    for path in ["nowhere/report.json", "."] {
      let outcome = try program.run("simulate", "a.yaml", "--format", "json", "-o", path)
      #expect(outcome.status == 1 && outcome.messages.hasPrefix("error: \(path): "), "\(outcome.messages)")
      #expect(!FileManager.default.fileExists(atPath: program.folder.appendingPathComponent("results").path), "\(path)")
    }
  }

  @Test func `completion scripts are there for three shells`() throws {
    let program = try Program()
    for (shell, word) in [("bash", "complete "), ("zsh", "#compdef busyhour"), ("fish", "complete -c ")] {
      let outcome = try program.run("completions", shell)
      #expect(outcome.status == 0 && outcome.output.contains(word), "\(shell)")
    }
  }

  @Test func `init writes a scenario that checks and a schema, and overwrites nothing`() throws {
    let program = try Program()
    for template in ["small", "clinic", "careconnect"] {
      #expect(try program.run("init", template, "--template", template).status == 0, "\(template)")
      let check = try program.run("check", "\(template)/\(template).yaml")
      #expect(check.status == 0 && check.output.hasPrefix("\(template)/\(template).yaml: valid"), "\(template)")
    }
    let again = try program.run("init", "small")
    #expect(again.status == 2)
    #expect(
      again.messages
        == "error: small/small.yaml is there already\nhelp: name another folder, or overwrite it with --force\n")
    #expect(try program.run("init", "small", "--force").status == 0)
    let schema = try program.run("schema").output
    let written = try String(
      contentsOf: program.folder.appendingPathComponent("small/busyhour.schema.json"), encoding: .utf8)
    #expect(schema == written)
  }

  @Test func `the long form reads back to the same scenario`() throws {
    let program = try Program()
    try program.write(Program.scenario())
    try program.write(try program.run("check", "a.yaml", "--expand").output, to: "long.yaml")
    let fingerprints = try ["a.yaml", "long.yaml"].map { file in
      try #require((try program.json("check", file)["files"] as? [[String: Any]])?.first?["scenario_sha256"] as? String)
    }
    #expect(fingerprints[0] == fingerprints[1])
  }

  @Test func `output that cannot be written is a failure`() throws {
    let program = try Program()
    try program.write(Program.scenario())
    #expect(try program.run("simulate", "a.yaml", "--name", "base").status == 0)
    for arguments in [["runs"], ["schema"], ["completions", "bash"], ["events", "base", "--format", "jsonl"]] {
      let process = program.process(arguments)
      let messages = Pipe()
      process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: "/dev/full"))
      process.standardError = messages
      try process.run()
      let said = String(decoding: messages.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationStatus == 1, "\(arguments)")
      #expect(said == "error: standard output: No space left on device\n", "\(arguments)")
    }
  }

  @Test func `a staffing question without a file is answered with its neighbourhood`() throws {
    let program = try Program()
    let outcome = try program.run(
      "staff", "--calls", "1000/day", "--open", "10h", "--handle", "5m", "--target", "90% in 20s", "--shrinkage", "30%",
      "--occupancy", "75% to 85%")
    #expect(outcome.status == 0 && outcome.messages.isEmpty)
    #expect(outcome.output == (try Program.expected("staff.txt", recording: outcome.output)))
  }

  @Test func `colours are for terminals whose user has not refused them`() throws {
    let program = try Program()
    try program.write(Program.scenario(agents: 26))
    #expect(try program.run("simulate", "a.yaml").status == 0)
    #expect(try terminalOutput(program, [:]).contains("\u{1B}[32m"))
    for environment in [["NO_COLOR": "1"], ["TERM": "dumb"]] {
      #expect(!(try terminalOutput(program, environment).contains("\u{1B}")), "\(environment)")
    }
    #expect(try terminalOutput(program, ["NO_COLOR": ""]).contains("\u{1B}"), "empty is not set")
    #expect(!(try terminalOutput(program, [:], "--no-color").contains("\u{1B}")))
  }

  /// What `evaluate` prints to a terminal; short enough to wait in its buffer.
  private func terminalOutput(
    _ program: Program, _ environment: [String: String], _ options: String...
  ) throws -> String {
    let leader = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    defer { close(leader) }
    // Unlocked and asked for its number by ioctl: the functions for it are not in Swift's view of the C library.
    var (lock, number): (CInt, CInt) = (0, 0)
    let (unlock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
    try #require(leader >= 0 && ioctl(leader, unlock, &lock) == 0 && ioctl(leader, getNumber, &number) == 0)
    let terminal = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    try #require(terminal >= 0)
    let process = program.process(["evaluate", "@last"] + options, environment: environment)
    process.standardOutput = FileHandle(fileDescriptor: terminal, closeOnDealloc: false)
    try process.run()
    process.waitUntilExit()
    var buffer = [UInt8](repeating: 0, count: 8_192)
    let count = read(leader, &buffer, buffer.count)
    close(terminal)
    return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
  }
}
