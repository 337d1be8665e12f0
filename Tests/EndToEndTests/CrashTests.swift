import Foundation
import StoreTesting
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
    let whole = try Self.simulate(program, "whole", database: "whole.db")
    let expected = try Self.figures(program, "whole", database: "whole.db")
    var stages: [Int: Int] = [:]
    for attempt in 0..<(Self.slow ? 200 : 20) {
      // Multiples of the golden ratio fill the whole run evenly, and some beyond its end.
      let moment = whole * (1.05 * (Double(attempt) * 0.618_033_988_749_895).truncatingRemainder(dividingBy: 1))
      let label = "attempt \(attempt), killed after \(moment) of \(whole)"
      stages[try Self.torture(program, "\(attempt).db", after: moment, expected, label), default: 0] += 1
    }
    print("Crashes: replications left, and how often: \(stages.sorted { $0.key < $1.key })")
    #expect(stages.count > 1, "the moments differ: \(stages)")
  }

  /// Simulates, and kills the process when it has used so much processor time: how busy the machine is does not count.
  ///
  /// - Returns: the processor time that it was last seen to have used.
  @discardableResult
  private static func simulate(
    _ program: Program, _ name: String, database: String, upTo limit: Duration = .seconds(3_600)
  ) throws -> Duration {
    let process = program.process(
      ["simulate", "a.yaml", "--name", name, "--db", database, "--keep-log", "5", "--quiet"])
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    var used = Duration.zero
    while used < limit, process.isRunning {
      usleep(500)
      var (clock, time) = (clockid_t(), timespec())
      guard clock_getcpuclockid(process.processIdentifier, &clock) == 0, clock_gettime(clock, &time) == 0 else {
        continue
      }
      used = .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    return used
  }

  /// The first run of a store that a process left in the lurch; nil where there is none yet. A store that can't be read
  /// is an issue.
  private static func begun(_ program: Program, _ database: String, _ label: String) throws -> [String: Any]? {
    let list = try program.run("runs", "--db", database, "--json", "--quiet")
    guard list.status == 0 else {
      let isAbsent = ["there is no store", "the store is empty"].contains { list.messages.contains($0) }
      #expect(isAbsent, "\(label): \(list.messages)")
      return nil
    }
    let json = try JSONSerialization.jsonObject(with: Data(list.output.utf8)) as? [String: Any]
    return try #require(json?["runs"] as? [[String: Any]], "\(label): \(list.output)").first
  }

  /// - Returns: replications that the killed process left; -1 where it had not begun the run.
  private static func torture(
    _ program: Program, _ database: String, after moment: Duration, _ expected: [String], _ label: String
  ) throws -> Int {
    try simulate(program, "cut", database: database, upTo: moment)
    defer { for suffix in ["", "-wal", "-shm", "-running"] { unlink(program.folder.path + "/" + database + suffix) } }
    guard let run = try begun(program, database, label) else { return -1 }
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
    var status = stat()
    try #require(stat(program.folder.path + "/whole.db", &status) == 0)
    var left: [Int] = []
    // Per cent of the whole run's file; what SQLite writes ahead of it is larger than the file.
    for percent in [0, 20, 110, 120, 130, 140] {
      // The system refuses to let a file grow beyond so many blocks of 512 bytes, as a full disk does.
      let blocks = Int(status.st_size) * percent / 100 / 512
      let (database, label) = ("full-\(percent).db", "\(percent)% of the whole, \(blocks) blocks")
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
      #expect(process.terminationStatus == 1, "\(label)")
      if percent > 0 {
        let messages = try String(contentsOf: program.folder.appendingPathComponent("messages"), encoding: .utf8)
        let words = messages.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("the disk fails, or a limit or quota is reached: "), "\(label): \(messages)")
        #expect(words.contains("whole replications are kept"), "\(label): \(messages)")
      }
      guard let run = try Self.begun(program, database, label) else { continue }
      left.append(try #require(run["replications"] as? Int))
      #expect(try program.run("store", "verify", "--db", database).status == 0, "\(label)")
      #expect(try program.run("simulate", "--resume", "cut", "--db", database).status == 0, "\(label)")
      #expect(try Self.figures(program, "cut", database: database) == expected, "\(label)")
    }
    print("Full disks: replications left: \(left)")
    #expect(left.contains { 0 < $0 && $0 < Self.replications }, "the disk fills up in the midst of a run: \(left)")
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
    while process.isRunning, !Self.hasReplication(program, "killed", "auto.db") { usleep(1_000) }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    let runs = try #require(try program.json("runs", "--db", "auto.db")["runs"] as? [[String: Any]])
    let states = Dictionary(uniqueKeysWithValues: runs.map { ($0["name"] as? String ?? "", $0["state"] as? String) })
    #expect(states["cut"] != "complete" || states["killed"] != "complete", "one at least was cut: \(runs)")
    for name in ["cut", "killed"] {
      #expect(states.keys.contains(name))
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

  /// Whether a process at work has stored a replication of a run yet.
  private static func hasReplication(_ program: Program, _ run: String, _ database: String) -> Bool {
    let query = "SELECT 1 FROM replication JOIN run ON run.number = replication.run WHERE run.name = '\(run)' LIMIT 1"
    // There may be no file or no table yet.
    return (try? program.database(database, readOnly: true).rows(query).isEmpty) == false
  }

  @Test func `a run of another engine version is named, not gone on with`() throws {
    let program = try Program()
    try program.write(Program.scenario())
    #expect(try program.run("simulate", "a.yaml", "--name", "old").status == 0)
    try program.database().execute("UPDATE run SET engine_version = '0.0.9', state = 'interrupted', digest = NULL")
    let outcome = try program.run("simulate", "--resume", "old")
    #expect(outcome.status == 2)
    #expect(outcome.messages.contains("run old was made by busyhour 0.0.9, this is "))
  }
}
