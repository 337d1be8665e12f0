import CSQLite

/// SQLite without the room's wrapper: what another program could do to a store's file.
public final class RawDatabase {
  public struct Refusal: Error { public var message: String }

  private var handle: OpaquePointer?

  /// - Parameter readOnly: makes no file where there is none.
  public init(_ path: String, readOnly: Bool = false) throws {
    let mode = readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    guard sqlite3_open_v2(path, &handle, mode, nil) == SQLITE_OK else { throw Refusal(message: "can't open \(path)") }
  }

  deinit { sqlite3_close_v2(handle) }

  public func execute(_ script: String) throws {
    guard sqlite3_exec(handle, script, nil, nil, nil) == SQLITE_OK else {
      throw Refusal(message: String(cString: sqlite3_errmsg(handle)))
    }
  }

  /// The message of the refusal; nil when the script ran.
  public func refusal(of script: String) -> String? {
    do {
      try execute(script)
      return nil
    } catch {
      return (error as? Refusal)?.message ?? "\(error)"
    }
  }

  /// Every row as its columns' texts; NULL is `NULL`.
  public func rows(_ sql: String) throws -> [[String]] {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else {
      throw Refusal(message: String(cString: sqlite3_errmsg(handle)))
    }
    defer { sqlite3_finalize(statement) }
    var rows: [[String]] = []
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW:
        rows.append(
          (0..<sqlite3_column_count(statement)).map { column in
            sqlite3_column_text(statement, column).map { String(cString: $0) } ?? "NULL"
          })
      case SQLITE_DONE: return rows
      default: throw Refusal(message: String(cString: sqlite3_errmsg(handle)))
      }
    }
  }

  /// Rows of all tables.
  public func rowCount() throws -> Int {
    let tables = try rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    return try tables.reduce(0) { $0 + Int(try rows("SELECT count(*) FROM \"\($1[0])\"")[0][0])! }
  }
}
