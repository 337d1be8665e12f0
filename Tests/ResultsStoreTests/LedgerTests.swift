import EventLog
import KPIs
import StoreTesting
import Testing

@testable import ResultsStore

struct LedgerTests {
  let folder: TemporaryFolder
  let store: ResultsStore
  /// Every kind of fact is in the ledger.
  init() throws {
    folder = try TemporaryFolder()
    store = try ResultsStore(path: folder.file())
    try Self.fill(store)
  }

  static func fill(_ store: ResultsStore) throws {
    let base = try store.addSampleRun(name: "base")
    let other = try store.addSampleRun()
    let stump = try store.beginSampleRun(name: "stump")
    try store.record([Samples.replication(1, days: 2, keepsLog: true)], of: stump)
    try store.interruptRun(stump)
    try store.resumeRun(stump)
    try store.nameRun(stump, "half")
    try store.setBaseline(Baseline(name: "clinic", run: other, details: [Detail("service_level", "-2%")]))
    try store.setBaseline(Baseline(name: "clinic", run: base, details: [Detail("asa_s", "+5"), Detail("x", "\u{0}y")]))
    try store.raiseAlert(
      Alert(
        baseline: "clinic", run: stump, metric: "service_level", queue: "routine", message: "fell by 3 points",
        details: [Detail("difference", "-0.03")]))
    try store.recordPoint(Samples.point, [Samples.result(0), Samples.result(1)])
    let auto = try store.beginSampleRun()
    try store.record([Samples.replication(0)], of: auto)
    try store.settleRun(auto, replications: 1)
    let gone = try store.addSampleRun(name: "gone")
    try store.deleteRun(gone, reason: "a test")
    try store.applyRetention(years: 7)
  }

  func dump() throws -> [[String]] {
    let raw = try RawDatabase(folder.file())
    return try ProjectionTables.all.flatMap { table in
      try raw.rows("SELECT * FROM \(table.name)").map { ["\(table.name)"] + $0 }.sorted { "\($0)" < "\($1)" }
    }
  }

  @Test func `every kind of fact is written, and read back as it was`() throws {
    var kinds: Set<LedgerKind> = []
    try store.forEachEntry { entry in
      kinds.insert(try #require(entry.kind))
      guard entry.payload != nil else { return }
      let fact = try LedgerReading.fact(entry)
      #expect(fact.payload.bytes == entry.payload, "entry \(entry.number)")
      #expect(fact.kind == entry.kind && fact.subject == entry.subject)
    }
    #expect(kinds == Set(LedgerKind.allCases))
  }

  @Test func `codes of kinds are what stores hold`() {
    let codes: [LedgerKind: Int] = [
      .scenarioRegistered: 1, .runStarted: 2, .replicationRecorded: 3, .runCompleted: 4, .runInterrupted: 5,
      .runResumed: 6, .runNamed: 7, .runDeleted: 8, .retentionApplied: 9, .baselineSet: 10, .alertRaised: 11,
      .pointRecorded: 12, .runSettled: 13,
    ]
    for kind in LedgerKind.allCases { #expect(kind.rawValue == codes[kind], "\(kind)") }
  }

  @Test func `the tables made again from the ledger equal the first ones`() throws {
    let before = try dump()
    #expect(before.count > 60)
    #expect(try store.verify().findings == [])
    try store.rebuild()
    #expect(try dump() == before)
    #expect(try store.verify().findings == [])
  }

  @Test func `whatever other programs do to the tables, a rebuild undoes`() throws {
    let before = try dump()
    let raw = try RawDatabase(folder.file())
    try raw.execute(
      """
      UPDATE contact_sums SET offered = 7; DELETE FROM run_queue; DROP TABLE alert; DROP VIEW run_overview;
      DROP INDEX run_by_age; CREATE TABLE "od""d"(x); CREATE VIEW more AS SELECT 1; UPDATE run SET seed = 9
      """)
    #expect(try store.verify().findings.count >= 5)
    try store.rebuild()
    #expect(try dump() == before)
    #expect(try store.verify().findings == [])
  }

  @Test func `the hash of an entry is the one that the page of the store describes`() throws {
    // Computed with Python's hashlib from the description in `LedgerEntry`.
    let entry = LedgerEntry(
      number: 2, kindCode: 5, version: 1, at: "2026-11-22T09:30:00Z", actor: "Zoë", subject: "",
      payloadHash: LedgerEntry.hash(ofPayload: Array("{}".utf8)), hash: [], payload: nil)
    let hash = LedgerHead.hexadecimal(entry.chained(to: LedgerHead.empty.hash))
    #expect(hash == "a7e029b35fa982ed18c7da467511346d657e0bf084aee387d4a8ebe2f0060db1")
  }

  @Test func `who did it and when is in every entry`() throws {
    try store.forEachEntry { entry in
      #expect(entry.actor == LedgerActor.current && !entry.actor.isEmpty)
      #expect(entry.at.wholeMatch(of: /20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil, "\(entry.at)")
    }
    #expect(LedgerActor.printable("a\nb\u{7F}") == "ab")
    #expect(LedgerActor.printable(String(repeating: "é", count: 150)).utf8.count == 200)
  }

  @Test func `the head is that of the last entry, and stays good when more is appended`() throws {
    let head = try store.head()
    #expect(try store.verify(head: head.digits).findings == [])
    #expect(try store.verify(head: String(head.digits.prefix(16)).uppercased()).findings == [])
    try store.addSampleRun()
    #expect(try store.head().entries == head.entries + 5)
    #expect(try store.verify(head: head.digits).findings == [])
    #expect(try store.verify(head: String(repeating: "0", count: 64)).findings.count == 1)
  }

  @Test func `a cut tail is sound in itself, and told by a head that was kept`() throws {
    let head = try store.head()
    let raw = try RawDatabase(folder.file())
    try raw.execute(
      """
      DROP TRIGGER ledger_kept; DROP TRIGGER payload_kept;
      DELETE FROM ledger WHERE number = \(head.entries); DELETE FROM payload WHERE entry = \(head.entries)
      """)
    for trigger in ["ledger_kept", "payload_kept"] {
      let again = try ResultsStore(path: folder.file("new.db"))
      _ = again
      let text = try RawDatabase(folder.file("new.db")).rows(
        "SELECT sql FROM sqlite_schema WHERE name = '\(trigger)'")[0][0]
      try raw.execute(text)
    }
    #expect(try store.verify().findings == [])
    #expect(
      try store.verify(head: head.digits).findings.map(\.text)
        == ["the ledger does not hold head \(head.digits): entries were cut off or rewritten"])
  }

  @Test func `a baseline is the one set last, and goes with its run`() throws {
    let baseline = try #require(try store.baseline(named: "clinic"))
    #expect(try store.run(matching: "base").id == baseline.run)
    #expect(baseline.details == [Detail("asa_s", "+5"), Detail("x", "\u{0}y")])
    #expect(try store.baselines() == [baseline])
    #expect(try store.baseline(named: "none") == nil)
    try store.deleteRun(baseline.run, reason: "old")
    #expect(try store.baseline(named: "clinic")?.details == [Detail("service_level", "-2%")])
    #expect(try store.verify().findings == [])
  }

  @Test func `alerts of a run are kept in order`() throws {
    let run = try store.run(matching: "half").id
    let second = Alert(baseline: "clinic", run: run, metric: "asa_s", message: "rose")
    try store.raiseAlert(second)
    let alerts = try store.alerts(of: run)
    #expect(alerts.map(\.metric) == ["service_level", "asa_s"])
    #expect(alerts[0].queue == "routine" && alerts[0].details == [Detail("difference", "-0.03")])
    #expect(alerts[1] == second)
    let latest = try store.alerts(against: "clinic", limit: 9)
    #expect(latest.map(\.alert) == alerts.reversed() && latest.allSatisfy { $0.at.hasPrefix("20") })
    #expect(try store.alerts(against: "clinic", limit: 1).map(\.alert) == [second])
    #expect(try store.alerts(against: "nobody", limit: 9) == [])
  }
}
