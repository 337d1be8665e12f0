import KPIs
import ResultsStore
import Testing

struct AppendOnlyTests {
  let folder: TemporaryFolder
  let raw: RawDatabase

  init() throws {
    folder = try TemporaryFolder()
    try ResultsStore(path: folder.file()).addSampleRun(name: "base")
    raw = try RawDatabase(folder.file())
  }

  static let tables = [
    "scenario", "scenario_file", "run_override", "run_queue", "run_team", "run_activity", "replication", "contact_sums",
    "agent_sums", "team_time", "activity_time", "segment",
  ]

  func dump() throws -> [[String]] { try (Self.tables + ["run"]).flatMap { try raw.rows("SELECT * FROM \($0)") } }

  @Test func `rows can't be changed, deleted or replaced by other programs`() throws {
    let before = try dump()
    for table in Self.tables {
      #expect(try raw.rows("SELECT 1 FROM \(table)").isEmpty == false, "\(table)")
      let column = try #require(try raw.rows("SELECT name FROM pragma_table_info('\(table)')").last?.first)
      if table.hasSuffix("_sums") || table.hasSuffix("_time") { try raw.execute("PRAGMA recursive_triggers = ON") }
      for change in [
        "UPDATE \(table) SET \(column) = \(column)", "UPDATE OR REPLACE \(table) SET \(column) = \(column)",
        "DELETE FROM \(table)", "INSERT OR REPLACE INTO \(table) SELECT * FROM \(table)",
        "REPLACE INTO \(table) SELECT * FROM \(table) LIMIT 1",
      ] {
        let refusal = raw.refusal(of: change)
        #expect(
          refusal == "\(table) is append-only" || refusal == "only a running run takes replications",
          "\(change): \(refusal ?? "ran")")
      }
    }
    #expect(try dump() == before)
  }

  @Test func `what a run was asked for and how it ended can't be changed`() throws {
    let before = try dump()
    for change in [
      "UPDATE run SET seed = 2", "UPDATE run SET id = 'b'", "UPDATE run SET state = 'running'",
      "UPDATE run SET digest = NULL", "UPDATE run SET replications = 5", "DELETE FROM run",
      "INSERT OR REPLACE INTO run SELECT * FROM run",
      "INSERT INTO replication SELECT run, 7, digest, event_count, log_kept FROM replication LIMIT 1",
    ] {
      #expect(raw.refusal(of: change) != nil, "\(change)")
    }
    #expect(try dump() == before)
    #expect(raw.refusal(of: "UPDATE run SET name = 'another'") == nil)
  }

  @Test func `a name is not taken from another run`() throws {
    _ = try ResultsStore(path: folder.file()).beginSampleRun()
    for change in ["UPDATE run SET name = 'base'", "UPDATE OR REPLACE run SET name = 'base' WHERE number = 2"] {
      #expect(raw.refusal(of: change) == "a name belongs to one run", "\(change)")
    }
    #expect(try raw.rows("SELECT count(*) FROM run") == [["2"]])
  }

  @Test func `values of a wrong type or form are refused`() throws {
    for change in [
      "INSERT INTO run_queue VALUES (1, 5, NULL)", "INSERT INTO run_override VALUES (1, 'x', '', '')",
      "INSERT INTO scenario VALUES (9, 'abc', '', '', '', '', '')",
      "INSERT INTO scenario SELECT 9, substr(fingerprint, 2) || 'A', '', '', '', '', '' FROM scenario",
      "INSERT INTO scenario SELECT 9, replace(fingerprint, '0', '1'), '', 'a/b', '', '', '' FROM scenario",
    ] {
      #expect(raw.refusal(of: change) != nil, "\(change)")
    }
  }
}
