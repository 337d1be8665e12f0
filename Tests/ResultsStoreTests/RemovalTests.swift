import EventLog
import Foundation
import KPIs
import StoreTesting
import Testing

@testable import ResultsStore

struct RemovalTests {
  let folder: TemporaryFolder
  let store: ResultsStore

  init() throws {
    folder = try TemporaryFolder()
    store = try ResultsStore(path: folder.file())
  }

  @Test func `a deleted run is gone from every table, and its proof stays`() throws {
    let kept = try store.addSampleRun(name: "kept")
    let run = try store.addSampleRun(name: "gone", replications: 5)
    let raw = try RawDatabase(folder.file())
    let hashes = try raw.rows("SELECT hex(payload_hash) FROM ledger ORDER BY number")
    try store.deleteRun(run, reason: "wrong roster")
    #expect(try store.runs().map(\.id) == [kept])
    let number = try raw.rows("SELECT number FROM ledger WHERE subject = '\(run)' AND kind = 2")[0][0]
    for table in ProjectionTables.all where table.runColumn == 0 {
      let column = try raw.rows("SELECT name FROM pragma_table_info('\(table.name)')")[0][0]
      #expect(try raw.rows("SELECT 1 FROM \(table.name) WHERE \(column) = \(number)") == [], "\(table.name)")
    }
    #expect(try raw.rows("SELECT 1 FROM segment WHERE run = \(number)") == [])
    #expect(try raw.rows("SELECT hex(payload_hash) FROM ledger ORDER BY number").prefix(hashes.count) == hashes[...])
    #expect(try store.verify().findings == [])
    try store.rebuild()
    #expect(try store.verify().findings == [])
    #expect(try store.results(of: kept) == (0..<3).map { Samples.result($0) })
  }

  @Test func `a name is free again after its run is gone, and the scenario's text goes with the last run`() throws {
    let first = try store.addSampleRun(name: "base")
    let second = try store.addSampleRun()
    try store.deleteRun(first, reason: "")
    #expect(try store.scenario(fingerprint: Samples.scenario.fingerprint) == Samples.scenario)
    try store.deleteRun(second, reason: "")
    #expect(throws: StoreError.self) { try store.scenario(fingerprint: Samples.scenario.fingerprint) }
    let again = try store.addSampleRun(name: "base")
    #expect(try store.run(matching: "base").id == again)
    #expect(try store.verify().findings == [])
    try store.rebuild()
    #expect(try store.verify().findings == [])
  }

  @Test func `no byte of a deleted scenario or log is left in the file`() throws {
    var scenario = Samples.scenario
    scenario.source = "# words that are nowhere else"
    try store.registerScenario(scenario)
    let run = try store.addSampleRun()
    let segment = try #require(try store.segments(of: run, replication: 1).first).bytes.prefix(64)
    func isThere(_ bytes: some Collection<UInt8>) -> Bool {
      ["", "-wal"].contains { suffix in
        guard let file = try? TemporaryFolder.bytes(of: folder.file() + suffix) else { return false }
        return Data(file).range(of: Data(bytes)) != nil
      }
    }
    #expect(isThere(scenario.source.utf8) && isThere(segment))
    try store.deleteRun(run, reason: "")
    #expect(!isThere(scenario.source.utf8) && !isThere(segment))
  }

  @Test func `retention takes the runs that are too old, and says so`() throws {
    let young = try store.addSampleRun(name: "young")
    let old = try store.addSampleRun(name: "old")
    // The entry's time cannot be moved: only the table's, which the retention goes by.
    let raw = try RawDatabase(folder.file())
    try raw.execute("UPDATE run SET created_at = '2019-01-01T00:00:00Z' WHERE name = 'old'")
    #expect(try store.previewRetention(years: 7).runs == [old])
    let retention = try store.applyRetention(years: 7)
    #expect(retention.runs == [old] && retention.scenarios == [])
    #expect(try store.runs().map(\.id) == [young])
    #expect(try store.verify().findings == [])
    #expect(try store.applyRetention(years: 7).runs == [])
  }

  @Test func `payloads cannot be taken away behind the ledger's back`() throws {
    try store.addSampleRun()
    let raw = try RawDatabase(folder.file())
    #expect(raw.refusal(of: "DELETE FROM payload WHERE entry = 3") == "payload is append-only")
    try raw.execute("INSERT INTO removed_run SELECT number, id, 1 FROM run; DELETE FROM payload WHERE entry = 3")
    let findings = try store.verify().findings.map(\.text)
    #expect(findings.contains("entry 3 of the ledger: its payload is missing"))
    #expect(findings.contains { $0.hasPrefix("table removed_run has a row") })
  }
}
