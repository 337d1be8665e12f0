internal import CSQLite

/// The rows of a query one after another, each column as its bytes.
final class RowCursor {
  private let connection: OpaquePointer
  private let handle: OpaquePointer
  private let text: String

  init(_ text: String, connection: OpaquePointer) throws {
    var handle: OpaquePointer?
    guard sqlite3_prepare_v2(connection, text, -1, &handle, nil) == SQLITE_OK, let handle else {
      throw DatabaseError(connection, statement: text)
    }
    self.handle = handle
    self.connection = connection
    self.text = text
  }

  deinit { sqlite3_finalize(handle) }

  /// - Returns: nil after the last row.
  func next() throws -> [[UInt8]]? {
    switch sqlite3_step(handle) {
    case SQLITE_ROW:
      return (0..<sqlite3_column_count(handle)).map { column in
        guard let start = sqlite3_column_text(handle, column) else { return [] }
        return Array(UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
      }
    case SQLITE_DONE: return nil
    default: throw DatabaseError(connection, statement: text)
    }
  }
}
