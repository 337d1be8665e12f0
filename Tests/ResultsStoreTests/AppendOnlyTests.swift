import KPIs
import ResultsStore
import StoreTesting
import Testing

struct AppendOnlyTests {
  let folder: TemporaryFolder
  let raw: RawDatabase

  init() throws {
    folder = try TemporaryFolder()
    try ResultsStore(path: folder.file()).addSampleRun(name: "base")
    raw = try RawDatabase(folder.file())
  }

  static let facts = ["ledger", "payload", "segment"]

  func dump() throws -> [[String]] { try Self.facts.flatMap { try raw.rows("SELECT * FROM \($0)") } }

  @Test func `facts can't be changed, deleted or replaced by other programs`() throws {
    let before = try dump()
    for table in Self.facts {
      #expect(try raw.rows("SELECT 1 FROM \(table)").isEmpty == false, "\(table)")
      let column = try #require(try raw.rows("SELECT name FROM pragma_table_info('\(table)')").last?.first)
      for change in [
        "UPDATE \(table) SET \(column) = \(column)", "UPDATE OR REPLACE \(table) SET \(column) = \(column)",
        "DELETE FROM \(table)", "INSERT OR REPLACE INTO \(table) SELECT * FROM \(table)",
        "REPLACE INTO \(table) SELECT * FROM \(table) LIMIT 1",
      ] {
        let refusal = raw.refusal(of: change)
        #expect(refusal == "\(table) is append-only", "\(change): \(refusal ?? "ran")")
      }
    }
    #expect(try dump() == before)
  }

  @Test func `an entry can only be put at the end of the ledger`() throws {
    let entry = "0, 1, 1, '', '', '', zeroblob(32), zeroblob(32)"
    #expect(raw.refusal(of: "INSERT INTO ledger VALUES (\(entry))") != nil)
    #expect(raw.refusal(of: "INSERT INTO ledger VALUES (\("1" + entry.dropFirst()))") == "ledger is append-only")
  }

  @Test func `values of a wrong type or form are refused`() throws {
    for change in [
      "INSERT INTO run_queue VALUES (1, 5, NULL)", "INSERT INTO run_override VALUES (1, 'x', '', '')",
      "INSERT INTO ledger VALUES (99, 1, 1, '', '', '', zeroblob(31), zeroblob(32))",
      "INSERT INTO scenario VALUES (9, 'abc', '', '', '', '', '', '')",
      "INSERT INTO scenario SELECT 9, substr(fingerprint, 2) || 'A', '', '', '', '', '', '' FROM scenario",
      "INSERT INTO scenario SELECT 9, replace(fingerprint, '0', '1'), '', 'a/b', '', '', '', '' FROM scenario",
    ] {
      #expect(raw.refusal(of: change) != nil, "\(change)")
    }
  }
}
