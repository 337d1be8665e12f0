import EventLog
import Foundation
import KPIs
import StoreTesting
import Testing

@testable import ResultsStore

/// A byte of the file is changed: either no answer changes, or `verify` says so.
struct SingleByteTests {
  /// All that can be asked.
  struct Answers: Equatable {
    var records: [RunRecord] = []
    var layouts: [RunLayout] = []
    var scenarios: [StoredScenario] = []
    var results: [[ReplicationResult]] = []
    var progress: [RunProgress] = []
    var segments: [[LogSegment]] = []
    var guides: [SegmentGuide?] = []
    var links: [[SegmentGuide.Link]?] = []
    var alerts: [[Alert]] = []
    var entries: [LedgerEntry] = []
    var baselines: [Baseline] = []

    init(_ store: ResultsStore) throws {
      for record in try store.runs(limit: 100) {
        records += [record, try store.run(matching: record.id.short)]
        layouts.append(try store.layout(of: record.id))
        scenarios.append(try store.scenario(fingerprint: record.scenario))
        results.append(try store.results(of: record.id))
        progress.append(try store.progress(of: record))
        for kept in try store.keptReplications(of: record.id) {
          segments.append(try store.segments(of: record.id, replication: kept))
          guides.append(try store.guide(of: record.id, replication: kept, until: .max, before: .max))
          links.append(try store.links(of: record.id, replication: kept))
        }
        alerts.append(try store.alerts(of: record.id))
      }
      records.append(try store.run(matching: "base"))
      try store.forEachEntry { entries.append($0) }
      baselines = try store.baselines()
    }
  }

  /// Which bytes: some at random; with BUSYHOUR_SLOW more; with BUSYHOUR_EVERY_BYTE every one (some ten minutes).
  static func places(_ count: Int) -> [Int] {
    if ProcessInfo.processInfo.environment["BUSYHOUR_EVERY_BYTE"] != nil { return Array(0..<count) }
    var numbers = SampleNumbers(seed: 3)
    // The header and the first page, which tell how everything else is read, are among them anyhow.
    return Array(0..<100) + (0..<(isSlowRun ? 8_000 : 250)).map { _ in Int.random(in: 0..<count, using: &numbers) }
  }

  @Test func `every changed byte changes no answer, or is found`() throws {
    let folder = try TemporaryFolder()
    do {
      let store = try ResultsStore(path: folder.file())
      let run = try store.beginSampleRun(name: "base")
      // The log of replication 2 has two segments, and guides to them.
      try store.record((0..<3).map { Samples.replication($0, keepsLog: $0 > 0) }, of: run)
      try store.completeRun(run, digest: ReplicationResult.digest(of: (0..<3).map { Samples.result($0) }))
      try store.setBaseline(Baseline(name: "clinic", run: run, details: [Detail("asa_s", "+5")]))
      try store.raiseAlert(Alert(baseline: "clinic", run: run, metric: "asa_s", message: "rose"))
    }
    // Small pages: the same tables in a quarter of the bytes, of which fewer are never used.
    try RawDatabase(folder.file()).execute(
      "PRAGMA journal_mode = DELETE; PRAGMA page_size = 512; VACUUM; PRAGMA journal_mode = WAL;")
    let original = try TemporaryFolder.bytes(of: folder.file())
    let expected = try Answers(try ResultsStore.open(folder.file(), readOnly: true))
    var (found, silent, numbers) = (0, 0, SampleNumbers(seed: 5))
    for place in Self.places(original.count) {
      let value = original[place] ^ UInt8.random(in: 1...255, using: &numbers)
      try Self.write(value, at: place, folder.file())
      if Self.isReported(folder.file()) {
        found += 1
      } else {
        silent += 1
        let now = try? Answers(try ResultsStore.open(folder.file(), readOnly: true))
        #expect(now == expected, "byte \(place) of \(original.count), \(original[place]) -> \(value)")
      }
      try Self.write(original[place], at: place, folder.file())
    }
    print("Single bytes: \(found) found, \(silent) of no consequence")
    #expect(found > 30 && silent > 0)
  }

  private static func write(_ byte: UInt8, at place: Int, _ path: String) throws {
    for suffix in ["-wal", "-shm"] { unlink(path + suffix) }
    let file = try #require(fopen(path, "r+b"))
    fseek(file, place, SEEK_SET)
    fputc(Int32(byte), file)
    fclose(file)
  }

  private static func isReported(_ path: String) -> Bool {
    do {
      return try !ResultsStore.open(path, readOnly: true, busyTimeout: 10).verify().findings.isEmpty
    } catch {
      return true
    }
  }
}
