import EventLog
import Foundation
import KPIs
import StoreTesting
import Testing

@testable import ResultsStore

struct MigrationTests {
  /// Every step that was released, with the hash of its text (FNV-1a, 64 bits). A line here never changes: who needs
  /// another schema adds a step, and a line.
  static let released: [(name: String, hash: UInt64)] = [
    ("create ledger", 0x8710_4727_0FB5_C29C),
    ("create projections", 0xF877_427C_2DC3_403B),
    ("create views", 0x022E_6363_8487_99EA),
    ("add fates of contacts and sums of teams", 0x1392_FF6A_8462_CCD1),
    ("add rare sums of teams", 0x1866_CCA4_300F_7351),
    ("add points of experiments", 0x87A0_4560_7C10_7E17),
    ("add guides to segments", 0x90E4_2396_9159_0B3C),
    ("fold fates into the sums of their queue and team", 0x34DF_94CA_4262_159D),
  ]

  static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }

  @Test func `migrations never change`() {
    #expect(Migration.catalogue.count == Self.released.count)
    for (migration, released) in zip(Migration.catalogue, Self.released) {
      #expect(migration.name.description == released.name)
      let hash = Self.hash(migration.script.description)
      #expect(hash == released.hash, "\(released.name): 0x\(String(hash, radix: 16))")
    }
  }

  @Test func `a new store says what it is and which steps it took`() throws {
    let folder = try TemporaryFolder()
    _ = try ResultsStore(path: folder.file())
    let raw = try RawDatabase(folder.file())
    #expect(try raw.rows("PRAGMA user_version") == [["\(2 + Self.released.count)"]])
    #expect(try raw.rows("PRAGMA application_id") == [["\(0x4273_7948)"]])
    #expect(try raw.rows("PRAGMA journal_mode") == [["wal"]])
    #expect(try raw.rows("PRAGMA integrity_check") == [["ok"]])
  }

  @Test func `stores of builds that were never released are refused and left as they were`() throws {
    for version in 1...2 {
      let folder = try TemporaryFolder()
      let raw = try RawDatabase(folder.file())
      try raw.execute(
        "CREATE TABLE run(id); PRAGMA application_id = 1114863944; PRAGMA user_version = \(version)")
      let before = try TemporaryFolder.bytes(of: folder.file())
      for readOnly in [true, false] {
        let error = #expect(throws: StoreError.self) { try ResultsStore.open(folder.file(), readOnly: readOnly) }
        #expect(error?.kind == .unreleased(version: version))
      }
      #expect(try TemporaryFolder.bytes(of: folder.file()) == before)
    }
  }

  /// A store of every version: `sqlite3 .dump`s, kept for ever. Those of 6 to 8 were put together later from the steps of
  /// their versions, whose texts are pinned above, and rows as those versions held them.
  static let fixtures = (5...Migration.currentVersion).map { "v\($0).sql" }

  func oldStore(_ name: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try RawDatabase(folder.file()).execute(try fixture(name))
    return folder
  }

  @Test(arguments: fixtures) func `an old store is brought up to date, proved and made again`(name: String) throws {
    let folder = try oldStore(name)
    for readOnly in [true, false] {
      let store = try ResultsStore.open(folder.file(), readOnly: readOnly)
      let record = try store.run(matching: "old")
      #expect(record.state == .complete)
      let expected = (0..<3).map { Samples.result($0) }
      #expect(try store.results(of: record.id) == (name == "v5.sql" ? expected.map(Self.asOfVersion5) : expected))
      #expect(try store.scenario(fingerprint: record.scenario) == Samples.scenario)
      #expect(
        try store.segments(of: record.id, replication: 1).map(\.eventCount) == [100], "segments of an old coding")
      #expect(try store.verify(head: fixtureHead(name)).findings == [])
      for replication in try store.keptReplications(of: record.id) {
        let records = try store.segments(of: record.id, replication: replication).flatMap {
          try SegmentReader.records(of: $0)
        }
        #expect(records == Samples.log(replication))
      }
    }
    let raw = try RawDatabase(folder.file())
    func dump() throws -> [[String]] {
      try ProjectionTables.all.flatMap { try raw.rows("SELECT * FROM \($0.name)").sorted { "\($0)" < "\($1)" } }
    }
    let before = try dump()
    try ResultsStore(path: folder.file()).rebuild()
    #expect(try dump() == before && before.count > 30)
    #expect(try raw.rows("PRAGMA user_version") == [["\(Migration.currentVersion)"]])
  }

  @Test func `sums of teams that an older store had in rows are found in their team's text`() throws {
    let folder = try oldStore("v9.sql")
    try RawDatabase(folder.file()).execute(
      """
      INSERT INTO team_fate SELECT number, 0, 0, 1, 'premium_us', 7 FROM run;
      INSERT INTO team_fate SELECT number, 0, 0, 1, 'delayed_us', -5 FROM run;
      INSERT INTO team_fate SELECT number, 1, 0, 0, 'unplanned_us', 3 FROM run;
      DELETE FROM team_sums WHERE replication = 1;
      """)
    let store = try ResultsStore(path: folder.file())
    let results = try store.results(of: try store.run(matching: "old").id)
    #expect(results[0].days[0].teams[1].premium == 7 && results[0].days[0].teams[1].delayed == -5)
    #expect(results[0].days[0].teams[1].time == Samples.result(0).days[0].teams[1].time)
    #expect(results[1].days[0].teams[0].unplanned == 3 && results[1].days[0].teams[0].time.present == 0)
    #expect(
      try RawDatabase(folder.file()).rows("SELECT replication, team, name, value FROM team_fate") == [
        ["0", "1", "delayed_us", "-5"], ["0", "1", "premium_us", "7"], ["1", "0", "unplanned_us", "3"],
      ])
  }

  /// Version 5 knew neither what became of contacts under rules nor how teams spent their time.
  private static func asOfVersion5(_ result: ReplicationResult) -> ReplicationResult {
    var result = result
    for day in result.days.indices {
      for column in SumColumns.teams {
        for team in result.days[day].teams.indices { result.days[day].teams[team][keyPath: column.path] = 0 }
      }
      for column in SumColumns.fates {
        for queue in result.days[day].queues.indices { result.days[day].queues[queue][keyPath: column.path] = 0 }
      }
    }
    return result
  }

  /// The first line of a fixture names the head that its ledger had.
  func fixtureHead(_ name: String) throws -> String {
    try #require(try fixture(name).split(separator: "\n").first?.split(separator: " ").last.map(String.init))
  }

  /// Writes the fixture of the present version; `BUSYHOUR_FIXTURE=1` before a release, never for one that is out.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["BUSYHOUR_FIXTURE"] != nil))
  func `write the fixture of the present version`() throws {
    let folder = try TemporaryFolder()
    let store = try ResultsStore(path: folder.file())
    let run = try store.beginSampleRun(name: "old")
    try store.record((0..<3).map { Samples.replication($0, keepsLog: $0 > 0) }, of: run)
    try store.completeRun(
      run, digest: ReplicationResult.digest(of: (0..<3).map { Samples.result($0) }))
    let gone = try store.addSampleRun(name: "gone")
    try store.deleteRun(gone, reason: "a fixture")
    try store.setBaseline(Baseline(name: "clinic", run: run, details: [Detail("asa_s", "+5")]))
    try store.raiseAlert(Alert(baseline: "clinic", run: run, metric: "asa_s", message: "rose"))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["sqlite3", folder.file(), ".dump"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let target = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/v\(Migration.currentVersion).sql")
    try """
    -- A store as its version wrote it, for ever: `sqlite3 .dump` and the two marks of its header. Head \(try store.head().digits)
    PRAGMA application_id = 1114863944;
    PRAGMA user_version = \(Migration.currentVersion);
    \(text)
    """.write(to: target, atomically: true, encoding: .utf8)
  }
}
