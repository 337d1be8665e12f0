import Foundation
import KPIs
import ResultsStore
import StoreTesting
import Testing

struct CorruptionTests {
  /// Opens the store and reads all that is in it; false when that was refused with a `StoreError`.
  static func readAll(_ path: String, readOnly: Bool) throws -> Bool {
    do {
      let store = try ResultsStore.open(path, readOnly: readOnly, busyTimeout: 10)
      for run in try store.runs(limit: 100) {
        _ = try? store.scenario(fingerprint: run.scenario)
        _ = try store.progress(of: run)
        _ = try? store.missingReplications(of: run.id)
        _ = try store.results(of: run.id)
        for kept in try store.keptReplications(of: run.id) { _ = try store.segments(of: run.id, replication: kept) }
      }
      _ = try store.run(matching: "base")
      _ = try store.verify()
      try store.addSampleRun()
      return true
    } catch is StoreError {
      return false
    }
  }

  /// Bytes of a store with little in it, all in one file.
  static func bytes() throws -> [UInt8] {
    let folder = try TemporaryFolder()
    try ResultsStore(path: folder.file()).addSampleRun(name: "base", replications: 8)
    return try TemporaryFolder.bytes(of: folder.file())
  }

  static func damage(_ bytes: [UInt8], _ numbers: inout SampleNumbers) -> [UInt8] {
    var damaged = bytes
    switch Int.random(in: 0..<4, using: &numbers) {
    case 0: damaged.removeLast(Int.random(in: 1..<damaged.count, using: &numbers))
    case 1:
      let start = Int.random(in: 0..<damaged.count, using: &numbers)
      for index in start..<min(damaged.count, start + 512) {
        damaged[index] = UInt8(truncatingIfNeeded: numbers.next())
      }
    case 2:
      for _ in 0..<Int.random(in: 1...40, using: &numbers) {
        damaged[Int.random(in: 0..<damaged.count, using: &numbers)] = UInt8(truncatingIfNeeded: numbers.next())
      }
    default:
      // The first bytes of a page say what it holds: the dearest to damage.
      let page = Int.random(in: 0..<(damaged.count / 4096), using: &numbers) * 4096
      damaged[page + Int.random(in: 0..<128, using: &numbers)] ^= UInt8(1 << Int.random(in: 0..<8, using: &numbers))
    }
    return damaged
  }

  @Test func `a damaged file gives an error or an answer, never a crash`() throws {
    let folder = try TemporaryFolder()
    let bytes = try Self.bytes()
    var refused = 0
    // By seconds where BUSYHOUR_FUZZ_SECONDS says so, from seeds that nobody has tried.
    let seconds = ProcessInfo.processInfo.environment["BUSYHOUR_FUZZ_SECONDS"].flatMap { Double($0) }
    let end = ContinuousClock.now + .seconds(seconds ?? 0)
    let first = seconds == nil ? 0 : Int(Date().timeIntervalSince1970) * 1_000
    var rounds = isSlowRun ? 5_000 : 400
    if seconds != nil { rounds = .max }
    for seed in first..<(rounds == .max ? .max : first + rounds) {
      if seconds != nil, ContinuousClock.now > end {
        rounds = seed - first
        break
      }
      var numbers = SampleNumbers(seed: UInt64(seed))
      let path = try folder.write(Self.damage(bytes, &numbers), to: "damaged-\(seed).db")
      if try !Self.readAll(path, readOnly: seed.isMultiple(of: 2)) { refused += 1 }
      folder.remove("damaged-\(seed).db")
    }
    #expect(refused > rounds / 2, "\(refused) of \(rounds) refused, the read-only half by their last step")
  }

  @Test func `a row that is missing is noticed`() throws {
    for table in ["contact_sums", "agent_sums", "team_time", "activity_time", "segment", "run_queue", "run_team"] {
      let folder = try TemporaryFolder()
      let run = try ResultsStore(path: folder.file()).addSampleRun(name: "base")
      let raw = try RawDatabase(folder.file())
      if table == "segment" { try raw.execute("DROP TRIGGER segment_kept") }
      try raw.execute("DELETE FROM \(table) WHERE (run, \(Self.key(table))) = (2, 1)")
      let store = try ResultsStore.open(folder.file(), readOnly: true)
      let error = #expect(throws: StoreError.self, "\(table)") {
        _ = try store.results(of: run)
        _ = try store.segments(of: run, replication: 1)
      }
      switch error?.kind {
      case .damagedLog(replication: 1, run: run, problem: "it is not whole"): #expect(table == "segment")
      case .damaged: #expect(table != "segment")
      default: Issue.record("\(table): \(String(describing: error))")
      }
    }
  }

  @Test(arguments: ["first_position = 0", "first_position = 100", "first_position = 200", "1"])
  func `a walk through the logs of a run notices the segment that is missing`(_ which: String) throws {
    let folder = try TemporaryFolder()
    let store = try ResultsStore(path: folder.file())
    let run = try store.beginSampleRun(replications: 5)
    try store.record((0..<5).map { Samples.replication($0, keepsLog: true) }, of: run)
    let raw = try RawDatabase(folder.file())
    try raw.execute("DROP TRIGGER segment_kept; DELETE FROM segment WHERE replication = 3 AND \(which)")
    var whole: [Int] = []
    let error = #expect(throws: StoreError.self) { try store.forEachLog(of: run) { index, _ in whole.append(index) } }
    #expect(
      error?.description.contains("the log of replication 3 of run \(run.short) is damaged: it is not whole") == true)
    #expect(whole == [0, 1, 2])
  }

  @Test(arguments: [
    "DROP TRIGGER segment_kept; DELETE FROM segment WHERE replication = 3 AND first_position = 0",
    "DROP TRIGGER segment_kept; DELETE FROM segment WHERE replication = 3 AND first_position > 0",
    "UPDATE replication SET event_count = event_count + 1 WHERE replication = 3",
    "PRAGMA ignore_check_constraints = ON; UPDATE replication SET event_count = -9223372036854775808",
  ])
  func `of a log that is not whole no part is lent`(damage: String) throws {
    let folder = try TemporaryFolder()
    let store = try ResultsStore(path: folder.file())
    let run = try store.beginSampleRun(replications: 5)
    try store.record((0..<5).map { Samples.replication($0, keepsLog: true) }, of: run)
    try RawDatabase(folder.file()).execute(damage)
    func expectRefusal(contact: UInt32? = nil, times: ClosedRange<Int64>? = nil, from start: Int = 0) {
      let error = #expect(throws: StoreError.self, "\(start)") {
        try store.forEachSegment(of: run, replication: 3, contact: contact, times: times, from: start) { _ in
          Issue.record("a segment is lent")
        }
      }
      #expect(error?.kind == .damagedLog(replication: 3, run: run, problem: "it is not whole"))
    }
    expectRefusal()
    expectRefusal(contact: 1)
    expectRefusal(times: 0...1)
    expectRefusal(from: 1)
    expectRefusal(contact: .max)
  }

  @Test(arguments: ["", "{", "[]", #"{"blokked":1}"#, #"{"blocked":"1"}"#])
  func `a text of rare sums that is none is noticed`(text: String) throws {
    for table in ["contact_sums", "team_sums"] {
      let folder = try TemporaryFolder()
      let run = try ResultsStore(path: folder.file()).addSampleRun(name: "base")
      try RawDatabase(folder.file()).execute("UPDATE \(table) SET fates = '\(text)' WHERE replication = 1")
      let error = #expect(throws: StoreError.self) { try ResultsStore(path: folder.file()).results(of: run) }
      guard case .damaged = error?.kind else {
        Issue.record("\(table): \(String(describing: error))")
        continue
      }
    }
  }

  static func key(_ table: String) -> String {
    switch table {
    case "run_queue": "queue"
    case "run_team": "team"
    default: "replication"
    }
  }
}
