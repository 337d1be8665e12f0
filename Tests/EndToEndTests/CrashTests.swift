import Foundation
import Testing

/// A simulate that is killed, that runs out of disk, that is stopped: what it leaves is whole, and is completed to the bit.
@Suite(.serialized)
struct CrashTests {
  static let replications = 45
  static let slow = ProcessInfo.processInfo.environment["BUSYHOUR_SLOW"] != nil

  /// Days of 2,000 calls: a step of the store holds 15 of them.
  static func program() throws -> Program {
    let program = try Program()
    let text = Program.scenario(agents: 120).replacing("calls: 200/day", with: "calls: 2000/day")
    try program.write(text.replacing("replications: 10", with: "replications: \(replications)"))
    return program
  }

  /// The digest of an undisturbed run, and what it is judged by.
  static func figures(_ program: Program, _ run: String, database: String) throws -> [String] {
    let json = try program.json("evaluate", run, "--db", database)
    let metrics = try JSONSerialization.data(withJSONObject: json["metrics"] ?? [:], options: .sortedKeys)
    return [json.value("provenance.digest") as? String ?? "", String(decoding: metrics, as: UTF8.self)]
  }

  @Test func `a run that is killed at any moment is completed to the bit`() throws {
    let program = try Self.program()
    let start = ContinuousClock.now
    #expect(try program.run("simulate", "a.yaml", "--name", "whole", "--db", "whole.db", "--keep-log", "5").status == 0)
    let whole = (ContinuousClock.now - start) / .milliseconds(1)
    let expected = try Self.figures(program, "whole", database: "whole.db")
    var random = SystemRandomNumberGenerator()
    var stages: [Int: Int] = [:]
    for attempt in 0..<(Self.slow ? 200 : 20) {
      // Over the whole run, and some beyond its beginning and end.
      let pause = Double.random(in: 0...whole * 1.05, using: &random)
      let label = "attempt \(attempt), killed after \(pause) ms of \(whole)"
      stages[try Self.torture(program, "\(attempt).db", after: pause, expected, label), default: 0] += 1
    }
    #expect(stages.count > 1, "the moments differ: \(stages)")
  }

  /// - Returns: replications that the killed process left; -1 where it had not begun the run.
  private static func torture(
    _ program: Program, _ database: String, after milliseconds: Double, _ expected: [String], _ label: String
  ) throws -> Int {
    let process = program.process(
      ["simulate", "a.yaml", "--name", "cut", "--db", database, "--keep-log", "5", "--quiet"])
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    Thread.sleep(forTimeInterval: milliseconds / 1_000)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    defer { for suffix in ["", "-wal", "-shm", "-running"] { unlink(program.folder.path + "/" + database + suffix) } }
    let begun = try? program.json("runs", "--db", database)
    guard let run = (begun?["runs"] as? [[String: Any]])?.first else { return -1 }
    let left = try #require(run["replications"] as? Int)
    #expect(["stopped", "complete"].contains(run["state"] as? String), "\(label)")
    #expect(try program.run("store", "verify", "--db", database).status == 0, "\(label)")
    let resumed = try program.run("simulate", "--resume", "cut", "--db", database)
    #expect(resumed.status == 0, "\(label): \(resumed.messages)")
    #expect(try figures(program, "cut", database: database) == expected, "\(label)")
    let proof = try program.run("store", "verify", "--db", database)
    #expect(proof.status == 0, "\(label): \(proof.output)")
    return left
  }

  @Test func `a disk that fills up is told, and the run goes on when there is room`() throws {
    let program = try Self.program()
    #expect(try program.run("simulate", "a.yaml", "--name", "whole", "--db", "whole.db").status == 0)
    let expected = try Self.figures(program, "whole", database: "whole.db")
    // The system refuses to let a file grow beyond so many blocks of 512 bytes, as a full disk does.
    for blocks in [0, 100, 700, 900] {
      let database = "full-\(blocks).db"
      let process = program.process([])
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = [
        "-c", "trap '' XFSZ; ulimit -f \(blocks); exec \"$0\" simulate a.yaml --name cut --db \(database) 2>messages",
        Program.binary.path,
      ]
      process.standardOutput = FileHandle.nullDevice
      // Its own messages are small; the limit is for them too.
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 1, "\(blocks) blocks")
      let list = try? program.json("runs", "--db", database)
      guard (list?["runs"] as? [[String: Any]])?.isEmpty == false else { continue }
      #expect(try program.run("store", "verify", "--db", database).status == 0, "\(blocks) blocks")
      #expect(try program.run("simulate", "--resume", "cut", "--db", database).status == 0, "\(blocks) blocks")
      #expect(try Self.figures(program, "cut", database: database) == expected, "\(blocks) blocks")
    }
  }

  @Test func `resuming a complete run prints it and changes nothing`() throws {
    let program = try Program()
    try program.write(Program.scenario())
    let first = try program.run("simulate", "a.yaml", "--name", "base")
    let again = try program.run("simulate", "--resume", "base")
    #expect(again.status == 0 && again.output == first.output)
    #expect(again.messages.contains("is complete: nothing is left to simulate."))
    let head = try program.json("store", "verify")
    #expect(try program.run("simulate", "--resume", "base", "--enforce").status == 0)
    #expect(try program.json("store", "verify")["head"] as? String == head["head"] as? String)
    for arguments in [["--resume", "base", "a.yaml"], [], ["--resume", "base", "--seed", "2"]] {
      #expect(try program.run(["simulate"] + arguments).status == 2, "\(arguments)")
    }
    #expect(try program.run("simulate", "--resume", "bse").status == 2)
  }

  @Test func `a run whose figures decide its length ends where it would have`() throws {
    let program = try Program()
    try program.write(Program.scenario(agents: 19))
    let options = [
      "--replications", "auto", "--half-width", "offered=2", "--max-replications", "900", "--db", "auto.db",
    ]
    #expect(try program.run(["simulate", "a.yaml", "--name", "whole"] + options).status == 0)
    let whole = try program.json("evaluate", "whole", "--db", "auto.db")
    // It stops wherever it is after a second; where it was done by then, it stops at a look and is complete.
    let cut = try program.run(["simulate", "a.yaml", "--name", "cut", "--time-limit", "1s"] + options)
    #expect([0, 130].contains(cut.status), "\(cut.messages)")
    let process = program.process(["simulate", "a.yaml", "--name", "killed"] + options)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    Thread.sleep(forTimeInterval: 0.8)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    for name in ["cut", "killed"] {
      let begun = try program.run("runs", "--db", "auto.db").output.contains(name)
      guard begun else { continue }
      let resumed = try program.run("simulate", "--resume", name, "--db", "auto.db")
      #expect(resumed.status == 0, "\(name): \(resumed.messages)")
      #expect(
        try Self.figures(program, name, database: "auto.db") == Self.figures(program, "whole", database: "auto.db"))
      let json = try program.json("evaluate", name, "--db", "auto.db")
      #expect(
        json.value("provenance.replications") as? Int == whole.value("provenance.replications") as? Int, "\(name)")
    }
    let replications = try #require(whole.value("provenance.replications") as? Int)
    #expect(replications > 100 && replications < 900, "it took several looks, and was settled: \(replications)")
    #expect(try program.run("store", "verify", "--db", "auto.db").status == 0)
    let rebuilt = try program.run("store", "rebuild", "--db", "auto.db")
    #expect(rebuilt.status == 0)
    #expect(
      try program.json("evaluate", "whole", "--db", "auto.db").value("provenance.replications") as? Int == replications)
  }

  @Test func `a run of another engine version is named, not gone on with`() throws {
    let program = try Program()
    try program.write(Program.scenario())
    #expect(try program.run("simulate", "a.yaml", "--name", "old").status == 0)
    try program.execute("UPDATE run SET engine_version = '0.0.9', state = 'interrupted', digest = NULL")
    let outcome = try program.run("simulate", "--resume", "old")
    #expect(outcome.status == 2)
    #expect(outcome.messages.contains("run old was made by busyhour 0.0.9, this is "))
  }
}
