import Foundation
import KPIs
import StoreTesting
import Synchronization
import Testing

@testable import ResultsStore

struct SharedFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `a writer waits for another's call, then gives a clear error and can go on`() throws {
    let store = try ResultsStore(path: folder.file(), busyTimeout: 50)
    let run = try store.beginSampleRun()
    let raw = try RawDatabase(folder.file())
    try raw.execute("BEGIN IMMEDIATE")
    let started = ContinuousClock.now
    let error = #expect(throws: StoreError.self) { try store.record([Samples.replication(0)], of: run) }
    #expect(ContinuousClock.now - started >= .milliseconds(45))
    #expect(error?.kind == .locked(milliseconds: 50))
    #expect(
      error?.description
        == "\(folder.file()): the store is in use by another process, for more than 50 ms; "
        + "try again when that has ended")
    #expect(try store.results(of: run) == [], "readers do not wait")
    try raw.execute("ROLLBACK")
    try store.record([Samples.replication(0)], of: run)
    #expect(try store.results(of: run) == [Samples.result(0)])
  }

  @Test func `a writer waits for a lock that ends in time`() throws {
    let store = try ResultsStore(path: folder.file(), busyTimeout: 20_000)
    let run = try store.beginSampleRun()
    let path = folder.file()
    let (isLocked, isWriting) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    let other = Outcomes()
    let released = Mutex<ContinuousClock.Instant?>(nil)
    DispatchQueue.global().async(group: other.group) {
      other.add {
        // The writer goes on, and finds out, when the lock could not be taken.
        defer { isLocked.signal() }
        let raw = try RawDatabase(path)
        try raw.execute("BEGIN IMMEDIATE")
        isLocked.signal()
        isWriting.wait()
        usleep(100_000)
        released.withLock { $0 = .now }
        try raw.execute("ROLLBACK")
      }
    }
    isLocked.wait()
    isWriting.signal()
    try store.record([Samples.replication(0)], of: run)
    let written = ContinuousClock.now
    other.group.wait()
    #expect(other.failures == [])
    #expect(written > (try #require(released.withLock { $0 })), "the writer did not wait for the lock")
    #expect(try store.results(of: run) == [Samples.result(0)])
  }

  @Test func `many may make one store at the same time`() throws {
    for round in 0..<10 {
      let path = folder.file("round-\(round).db")
      let outcomes = Outcomes()
      DispatchQueue.concurrentPerform(iterations: 8) { _ in
        outcomes.add { try ResultsStore(path: path, busyTimeout: 20_000).addSampleRun() }
      }
      #expect(outcomes.failures == [], "round \(round)")
      #expect(try ResultsStore.open(path, readOnly: true).runs().count == 8, "round \(round)")
    }
  }

  @Test func `a reader sees one state of the store while another writes`() throws {
    let writer = try ResultsStore(path: folder.file())
    let run = try writer.beginSampleRun(replications: 3)
    try writer.record([Samples.replication(0), Samples.replication(1)], of: run)
    let reader = try ResultsStore.open(folder.file(), readOnly: true)
    var seen: [ReplicationResult] = []
    try reader.forEachResult(of: run) { result in
      if seen.isEmpty { try writer.record([Samples.replication(2)], of: run) }
      seen.append(result)
    }
    #expect(seen == [Samples.result(0), Samples.result(1)])
    #expect(try reader.results(of: run).count == 3)
  }

  @Test func `the store can be asked while it lends results`() throws {
    let store = try ResultsStore(path: folder.file())
    let runs = try (0..<2).map { _ in try store.addSampleRun() }
    var pairs = 0
    try store.forEachResult(of: runs[0]) { left in
      try store.forEachResult(of: runs[1]) { right in pairs += left.index == right.index ? 1 : 0 }
    }
    #expect(pairs == 3)
  }

  @Test func `a reader has rolled back what a killed process left`() throws {
    let run = try ResultsStore(path: folder.file()).addSampleRun()
    let raw = try RawDatabase(folder.file())
    _ = try raw.rows("PRAGMA journal_mode = DELETE")
    try raw.execute(
      """
      PRAGMA cache_size = 5; BEGIN; CREATE TABLE half_done(x);
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
      INSERT INTO half_done SELECT randomblob(1000) FROM n;
      """)
    // The files in the midst of it are those of a process that was killed.
    for ending in ["", "-journal"] {
      try FileManager.default.copyItem(atPath: folder.file() + ending, toPath: folder.file("killed.db") + ending)
    }
    let killed = try ResultsStore.open(folder.file("killed.db"), readOnly: true)
    #expect(try killed.results(of: run).count == 3)
    #expect(!FileManager.default.fileExists(atPath: folder.file("killed.db-journal")))
  }

  @Test func `a full disk leaves whole replications, and the run goes on when there is room`() throws {
    let store = try ResultsStore(path: folder.file())
    let run = try store.beginSampleRun(replications: 500)
    try store.record([Samples.replication(0)], of: run)
    let pages = try #require(try store.database.first("PRAGMA page_count") { Int($0.integer(0)) })
    try store.database.setPragma("max_page_count", to: pages + 10)
    let error = #expect(throws: StoreError.self) {
      for batch in 0..<49 { try store.record((1...10).map { Samples.replication(batch * 10 + $0) }, of: run) }
    }
    #expect(error?.kind == .full)
    let next = "make room and run it again; whole replications are kept"
    #expect(error?.description == "\(folder.file()): the disk is full; \(next)")
    let stored = try store.results(of: run)
    #expect(stored.count % 10 == 1 && stored == (0..<stored.count).map { Samples.result($0) })
    try store.database.setPragma("max_page_count", to: 1_000_000)
    try store.record((stored.count..<500).map { Samples.replication($0) }, of: run)
    #expect(try store.missingReplications(of: run) == [])
  }
}

/// What several threads met.
private final class Outcomes: @unchecked Sendable {
  private let queue = DispatchQueue(label: "outcomes")
  private var found: [String] = []
  let group = DispatchGroup()

  var failures: [String] { queue.sync { found } }

  func add(_ body: () throws -> Void) {
    do {
      try body()
    } catch {
      queue.sync { found.append("\(error)") }
    }
  }
}
