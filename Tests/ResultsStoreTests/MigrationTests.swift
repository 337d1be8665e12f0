import KPIs
import Testing

@testable import ResultsStore

struct MigrationTests {
  /// Every step that was released, with the hash of its text (FNV-1a, 64 bits). A line here never changes: who needs
  /// another schema adds a step, and a line.
  static let released: [(name: String, hash: UInt64)] = [
    ("create tables", 0x9B75_FE9A_5CBF_F2E1),
    ("create views", 0xAC66_3699_A99C_1106),
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

  @Test func `a new store names the steps that it took, in order`() throws {
    let folder = try TemporaryFolder()
    _ = try ResultsStore(path: folder.file())
    let raw = try RawDatabase(folder.file())
    let names = Self.released.enumerated().map { ["\($0.offset + 1)", $0.element.name] }
    #expect(try raw.rows("SELECT number, name FROM migration ORDER BY number") == names)
    #expect(try raw.rows("PRAGMA user_version") == [["\(names.count)"]])
    #expect(try raw.rows("PRAGMA application_id") == [["\(0x4273_7948)"]])
    #expect(try raw.rows("PRAGMA journal_mode") == [["wal"]])
    #expect(try raw.rows("PRAGMA integrity_check") == [["ok"]])
  }

  /// A store as version 1 wrote it: `v1.sql`.
  func oldStore() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try RawDatabase(folder.file()).execute(try fixture("v1.sql"))
    return folder
  }

  func expectSample(_ store: ResultsStore) throws {
    let record = try store.run(matching: "old")
    #expect(record.state == .complete)
    #expect(try store.results(of: record.id) == (0..<3).map { Samples.result($0) })
    #expect(try store.scenario(fingerprint: record.scenario) == Samples.scenario)
    #expect(try store.keptReplications(of: record.id) == [1])
    #expect(try store.segments(of: record.id, replication: 1) == Samples.segments(of: Samples.result(1)))
  }

  @Test func `a store of version 1 is brought up to date, and nothing in it changes`() throws {
    let folder = try oldStore()
    try expectSample(try ResultsStore(path: folder.file()))
    #expect(try RawDatabase(folder.file()).rows("PRAGMA user_version") == [["\(Migration.catalogue.count)"]])
    #expect(try RawDatabase(folder.file()).rows("SELECT sum(recorded) FROM run_overview") == [["3"]])
  }

  @Test func `an old store is brought up to date by reading commands too`() throws {
    let folder = try oldStore()
    try expectSample(try ResultsStore.open(folder.file(), readOnly: true))
  }

  @Test func `an old store in which a step fails stays as it was`() throws {
    let folder = try oldStore()
    let raw = try RawDatabase(folder.file())
    try raw.execute("CREATE TABLE run_contacts(obstacle)")
    let error = #expect(throws: StoreError.self) { try ResultsStore(path: folder.file()) }
    guard case .failed = error?.kind else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(try raw.rows("PRAGMA user_version") == [["1"]])
    #expect(try raw.rows("SELECT name FROM sqlite_schema WHERE type = 'view'") == [])
    try raw.execute("DROP TABLE run_contacts")
    try expectSample(try ResultsStore(path: folder.file()))
  }
}
