import EventLog
import Foundation
import KPIs
import ResultsStore
import Testing

@Suite(.serialized)
struct KilledProcessTests {
  static let replications = 240
  static let batch = 4

  static func record(_ run: RunID, in store: ResultsStore, _ indices: [Int]) throws {
    for start in stride(from: 0, to: indices.count, by: batch) {
      let part = indices[start..<min(start + batch, indices.count)]
      try store.record(part.map { Samples.replication($0, days: 2, keepsLog: $0.isMultiple(of: 3)) }, of: run)
    }
  }

  @Test func `a process killed at any moment leaves whole replications, and its run goes on`() async throws {
    let folder = try TemporaryFolder()
    let undisturbed = ReplicationResult.digest(of: (0..<Self.replications).map { Samples.result($0, days: 2) })
    var numbers = SampleNumbers(seed: 11)
    var counts: Set<Int> = []
    for attempt in 0..<(isSlowRun ? 200 : 12) {
      let path = folder.file("attempt-\(attempt).db")
      let microseconds = Int.random(in: 1_000...60_000, using: &numbers)
      await Self.killWriter(path, after: microseconds)
      guard FileManager.default.fileExists(atPath: path) else { continue }
      let count = try Self.expectWhole(path, undisturbed, "attempt \(attempt), killed after \(microseconds) µs")
      counts.insert(count)
    }
    #expect(counts.count > 2, "the moments differ: \(counts.sorted())")
  }

  /// Begins a run in another process, which a timer of its own CPU time kills: how busy the machine is does not count.
  static func killWriter(_ path: String, after microseconds: Int) async {
    await #expect(processExitsWith: .signal(SIGPROF)) { [path = path as String, microseconds = microseconds as Int] in
      var timer = itimerval()
      timer.it_value.tv_usec = microseconds
      setitimer(Int32(ITIMER_PROF.rawValue), &timer, nil)
      let store = try ResultsStore(path: path)
      let run = try store.beginSampleRun(name: "killed", replications: KilledProcessTests.replications)
      try KilledProcessTests.record(run, in: store, Array(0..<KilledProcessTests.replications))
      // Only the timer ends this process.
      while true {}
    }
  }

  /// Proves what is there, then completes it. The number of replications found.
  static func expectWhole(
    _ path: String, _ undisturbed: StreamDigest.Value, _ label: String
  ) throws -> Int {
    let store = try ResultsStore(path: path)
    guard let run = try store.runs().first?.id else { return 0 }
    let stored = try store.results(of: run)
    #expect(stored == (0..<stored.count).map { Samples.result($0, days: 2) }, "\(label)")
    #expect(stored.count.isMultiple(of: batch), "\(label)")
    for kept in try store.keptReplications(of: run) {
      #expect(try store.segments(of: run, replication: kept) == Samples.segments(of: stored[kept]), "\(label)")
    }
    try store.resumeRun(run)
    try record(run, in: store, try store.missingReplications(of: run).flatMap { Array($0) })
    try store.completeRun(run, digest: undisturbed)
    return stored.count
  }
}
