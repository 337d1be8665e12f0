import KPIs
import StoreTesting
import Testing

@testable import ResultsStore

struct QueryPlanTests {
  /// Statements that look at every row, with the reason.
  static let scans = [
    // Spelling help after a failed lookup.
    "SELECT name FROM run WHERE name IS NOT NULL ORDER BY name",
    // The tables of a file, to recognise it.
    "SELECT count(*) FROM sqlite_schema",
    // In the order of the key, and stopped by the limit.
    "SELECT number FROM run ORDER BY number DESC LIMIT 1 OFFSET ?1",
    "SELECT number FROM run ORDER BY number DESC LIMIT ?1",
    "SELECT number, hash FROM ledger ORDER BY number DESC LIMIT 1",
    // No table at all.
    "SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now')",
    "SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now', ?1)",
  ]

  /// Uses every part of the store, so that every statement is prepared.
  func busyStore(_ path: String) throws -> ResultsStore {
    let store = try ResultsStore(path: path)
    let run = try store.addSampleRun(name: "base")
    for text in ["base", run.short, "@last", "@last~0"] { _ = try store.run(matching: text) }
    _ = try? store.run(matching: "nothing")
    _ = try store.runs()
    _ = try store.results(of: run)
    _ = try store.missingReplications(of: run)
    _ = try store.segments(of: run, replication: 1)
    try store.forEachLog(of: run) { _, _ in }
    _ = try store.keptReplications(of: run)
    _ = try store.scenario(fingerprint: Samples.scenario.fingerprint)
    try store.setBaseline(Baseline(name: "clinic", run: run, details: [Detail("a", "b")]))
    try store.raiseAlert(Alert(baseline: "clinic", run: run, metric: "asa_s", message: ""))
    _ = try store.baseline(named: "clinic")
    _ = try store.alerts(of: run)
    _ = try store.alerts(against: "clinic", limit: 1)
    _ = try store.previewRetention(years: 7)
    try store.recordPoint(Samples.point, [Samples.result(0)])
    _ = try store.pointResults(Samples.point, limit: 1)
    try store.nameRun(run, "another")
    try store.interruptRun(try store.beginSampleRun())
    try store.resumeRun(try #require(try store.runs().first).id)
    return store
  }

  @Test func `every lookup uses an index, and none sorts`() throws {
    let folder = try TemporaryFolder()
    let store = try busyStore(folder.file())
    let raw = try RawDatabase(folder.file())
    let statements = store.database.preparedTexts.filter { $0.hasPrefix("SELECT") || $0.hasPrefix("UPDATE") }
    #expect(statements.count > 20)
    for statement in statements where !Self.scans.contains(statement) {
      for step in try raw.rows("EXPLAIN QUERY PLAN " + statement) {
        let detail = step.last ?? ""
        #expect(!detail.contains("SCAN") && !detail.contains("TEMP B-TREE"), "\(statement): \(detail)")
      }
    }
    for scan in Self.scans {
      #expect(statements.contains(scan), "\(scan)")
      for step in try raw.rows("EXPLAIN QUERY PLAN " + scan) {
        #expect(!(step.last ?? "").contains("TEMP B-TREE"), "\(scan): \(step)")
      }
    }
  }
}
