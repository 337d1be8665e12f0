import Foundation
import KPIs
import ResultsStore
import Testing

/// What the store costs in processor time. The bars are wide: they catch a cost that grew tenfold, not a busy machine.
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

  @Test func `a thousand replications of a day and two queues are written in milliseconds`() throws {
    let folder = try TemporaryFolder()
    let store = try ResultsStore(path: folder.file())
    let replications = (0..<1_000).map { Samples.replication($0) }
    var (write, read) = (Double.infinity, Double.infinity)
    for _ in 0..<3 {
      let run = try store.beginSampleRun(replications: 1_000)
      write = min(
        write,
        try Self.cost {
          for start in stride(from: 0, to: 1_000, by: 100) {
            try store.record(Array(replications[start..<start + 100]), of: run)
          }
        })
      read = min(read, try Self.cost { _ = try store.results(of: run) })
    }
    print("ResultsStore: 1,000 replications written in \(write) ms, read in \(read) ms of processor time")
    #expect(write < 1_000 && read < 500, "written in \(write) ms, read in \(read) ms")
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
