import CSQLite
import Foundation
import StoreTesting
import Testing

@testable import ResultsStore

/// What the store costs, in counts that no other work on the machine can move. Time is the business of `Benchmarks/`.
struct CostTests {
  /// Steps of SQLite's virtual machine that the body takes.
  static func steps(of store: ResultsStore, _ body: () throws -> Void) rethrows -> Int {
    let before = store.database.stepCount
    try body()
    return store.database.stepCount - before
  }

  @Test func `a replication costs the same however many are there, and a few steps a row`() throws {
    let folder = try TemporaryFolder()
    let store = try ResultsStore(path: folder.file())
    let run = try store.beginSampleRun(replications: 1_000)
    let rowsBefore = try RawDatabase(folder.file()).rowCount()
    let batches = try (0..<10).map { batch in
      let replications = (batch * 100..<(batch + 1) * 100).map { Samples.replication($0) }
      return try Self.steps(of: store) { try store.record(replications, of: run) }
    }
    let rows = try RawDatabase(folder.file()).rowCount() - rowsBefore
    let read = try Self.steps(of: store) { _ = try store.results(of: run) }
    print("ResultsStore: \(batches.reduce(0, +) / rows) steps to write a row, \(read / rows) to read one")
    #expect(batches.allSatisfy { $0 < batches[0] * 11 / 10 }, "\(batches)")
    // A tenth above the counts when they were set, 58 and 12: triggers that hold the rules of the ledger are in them.
    let version = String(cString: sqlite3_libversion())
    #expect(batches.reduce(0, +) < 64 * rows, "\(batches), \(rows) rows, SQLite \(version)")
    #expect(read > rows && read < 14 * rows, "\(read) steps for \(rows) rows, SQLite \(version)")
  }

  @Test func `memory stays flat while a long run is written`() async {
    await #expect(processExitsWith: .success) {
      let folder = try TemporaryFolder()
      let store = try ResultsStore(path: folder.file())
      let run = try store.beginSampleRun(replications: 100_000)
      func kilobytes(afterBatches batches: Range<Int>) throws -> Int {
        for batch in batches {
          try store.record((batch * 100..<(batch + 1) * 100).map { Samples.replication($0, keepsLog: true) }, of: run)
        }
        return try #require(PeakMemory.kilobytes)
      }
      let before = try kilobytes(afterBatches: 0..<20)
      let growth = try kilobytes(afterBatches: 20..<(isSlowRun ? 1_000 : 80)) - before
      // The samples themselves and SQLite's page cache (2 MB) are in it.
      #expect(growth < 8_000, "memory grew by \(growth) KB from \(before) KB")
      // What grows is seen: an earlier peak, this process's or another's, does not hide it.
      let access = (PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | Int32(MAP_POPULATE))
      try #require(mmap(nil, 16 << 20, access.0, access.1, -1, 0) != MAP_FAILED)
      let seen = try #require(PeakMemory.kilobytes) - before - growth
      #expect(seen > 8_000, "of 16,384 KB more than \(before + growth) KB only \(seen) are seen")
    }
  }
}

/// The most memory that this process has held.
private enum PeakMemory {
  /// In KB; nil where the system does not tell.
  ///
  /// Where there is a `/proc`, from there: what `getrusage` says includes the peak of the process that started this one.
  static var kilobytes: Int? {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else {
      var usage = rusage()
      return getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 ? usage.ru_maxrss : nil
    }
    return status.firstMatch(of: /VmHWM:\s*(\d+) kB/).flatMap { Int($0.1) }
  }
}
