import Foundation
import KPIs
import ResultsStore
import Testing

/// What the store costs in processor time. The bars are twice the debug build's figures when they were set: 27 and 2.
@Suite(.serialized)
struct CostTests {
  /// Milliseconds of processor time of this thread, the kernel's part included.
  static func cost(_ body: () throws -> Void) rethrows -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
    }
    let start = now()
    try body()
    return now() - start
  }

  /// SQLite's own work for as many rows, in the same run, is the measure: the rest is ledger, hashes and projections.
  @Test func `a thousand replications cost a small multiple of the rows that they are`() throws {
    let folder = try TemporaryFolder()
    let store = try ResultsStore(path: folder.file())
    let replications = (0..<1_000).map { Samples.replication($0) }
    var (write, read, plain) = (Double.infinity, Double.infinity, Double.infinity)
    for turn in 0..<3 {
      let run = try store.beginSampleRun(replications: 1_000)
      let before = try RawDatabase(folder.file()).rowCount()
      write = min(
        write,
        try Self.cost {
          for start in stride(from: 0, to: 1_000, by: 100) {
            try store.record(Array(replications[start..<start + 100]), of: run)
          }
        })
      read = min(read, try Self.cost { _ = try store.results(of: run) })
      let rows = try RawDatabase(folder.file()).rowCount() - before
      let other = try RawDatabase(folder.file("plain-\(turn).db"))
      plain = min(plain, try Self.cost { try other.writeNumbers(rows: rows) })
    }
    print("ResultsStore: writing costs \(write / plain) of plain rows, reading \(read / plain)")
    #expect(write < 60 * plain && read < 6 * plain, "written in \(write) ms, read in \(read) ms, plain \(plain) ms")
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
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss
      }
      let before = try kilobytes(afterBatches: 0..<20)
      let growth = try kilobytes(afterBatches: 20..<(isSlowRun ? 1_000 : 80)) - before
      print("ResultsStore: memory grew by \(growth) KB")
      // The samples themselves and SQLite's page cache (2 MB) are in it.
      if growth > 8_000 { exit(1) }
      exit(0)
    }
  }
}
