import StoreTesting
import Testing

@testable import ResultsStore

struct VerificationTests {
  /// A change to a store, and what must be said of it. `RUN` is the short id of the run touched.
  static let changes: [(change: String, finding: String)] = [
    ("UPDATE ledger SET actor = 'someone else' WHERE number = 2", "run RUN: entry 2 of the ledger: it does not follow"),
    ("UPDATE ledger SET at = '2020-01-01T00:00:00Z' WHERE number = 4", "run RUN: entry 4 of the ledger: it does not"),
    ("UPDATE ledger SET hash = zeroblob(32) WHERE number = 3", "run RUN: entry 4 of the ledger: it does not follow"),
    ("UPDATE ledger SET number = 99 WHERE number = 4", "entry 4 is missing"),
    (
      "UPDATE ledger SET number = 98 WHERE number = 3; UPDATE ledger SET number = 3 WHERE number = 4; "
        + "UPDATE ledger SET number = 4 WHERE number = 98", "run RUN: entry 3 of the ledger: it does not follow"
    ),
    ("DELETE FROM ledger WHERE number = 1", "entry 1 is missing"),
    ("DELETE FROM payload WHERE entry = 3", "run RUN: entry 3 of the ledger: its payload is missing"),
    (
      "UPDATE payload SET content = CAST(replace(CAST(content AS TEXT), '\"seed\":\"1\"', '\"seed\":\"2\"') AS BLOB) WHERE entry = 2",
      "run RUN: entry 2 of the ledger: its payload was changed"
    ),
    ("INSERT INTO payload VALUES (77, x'00')", "a payload belongs to entry 77"),
    ("UPDATE contact_sums SET offered = offered + 1 WHERE replication = 2", "run RUN: table contact_sums has a row"),
    ("DELETE FROM team_time WHERE replication = 0", "run RUN: table team_time lacks a row"),
    ("UPDATE run SET name = 'another'", "run RUN: table run has a row that the ledger does not give"),
    ("UPDATE contact_total SET offered = 0", "run RUN: table contact_total has a row"),
    ("UPDATE scenario SET source = 'x'", "table scenario has a row"),
    ("DELETE FROM segment WHERE first_position = 0", "run RUN: the log of replication 1 is not whole"),
    ("UPDATE segment SET to_us = to_us + 1", "run RUN: the log of replication 1: segment 0 is not the one"),
    ("UPDATE segment SET checksum = checksum + 1", "run RUN: the log of replication 1"),
    ("UPDATE segment SET bytes = zeroblob(length(bytes))", "run RUN: the log of replication 1"),
    ("INSERT INTO segment SELECT run, 2, first_position, 1, 1, 1, 1, 1, 1, 1, x'' FROM segment", "segments of logs"),
    ("DROP INDEX run_by_age", "the schema has lost index run_by_age"),
    ("CREATE TRIGGER odd AFTER INSERT ON ledger BEGIN SELECT 1; END", "the schema has something else at trigger odd"),
  ]

  static func store(_ folder: TemporaryFolder) throws -> ResultsStore {
    let store = try ResultsStore(path: folder.file())
    try store.addSampleRun(name: "base")
    return store
  }

  @Test(arguments: changes) func `every change is found, with the run that it touches`(
    change: String, finding: String
  ) throws {
    let folder = try TemporaryFolder()
    let store = try Self.store(folder)
    #expect(try store.verify().findings == [])
    let run = try store.run(matching: "base").id
    let raw = try RawDatabase(folder.file())
    // Whoever can write the file can drop a trigger, and make it again.
    let triggers = try raw.rows("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    for trigger in triggers { try raw.execute("DROP TRIGGER \(trigger[0])") }
    try raw.execute(change)
    for trigger in triggers { try raw.execute(trigger[1]) }
    let found = try store.verify().findings.map { ($0.run.map { "run \($0): " } ?? "") + $0.text }
    let expected = finding.replacing("RUN", with: run.short)
    #expect(found.contains { $0.contains(expected) }, "\(found)")
  }

  @Test func `a chain written anew is sound in itself, and told by a head that was kept`() throws {
    let folder = try TemporaryFolder()
    let head = try Self.store(folder).head()
    let forged = try ResultsStore(path: folder.file("forged.db"))
    try forged.addSampleRun(name: "base")
    #expect(try forged.verify(head: head.digits).findings.count >= 1)
  }
}
