internal import CSQLite

/// What SQLite refused: its extended result code, its own words and the statement. The values that were bound are left
/// out: they may be texts of users.
struct DatabaseError: Error, Equatable {
  /// Extended result code, see <https://www.sqlite.org/rescode.html>.
  var code: Int32
  var message: String
  var statement: String

  init(code: Int32, message: String, statement: String) {
    self.code = code
    self.message = message
    self.statement = statement
  }

  /// The latest failure of a connection.
  init(_ connection: OpaquePointer?, statement: String) {
    self.init(
      code: sqlite3_extended_errcode(connection), message: String(cString: sqlite3_errmsg(connection)),
      statement: statement)
  }

  /// The result code without its extension.
  var primaryCode: Int32 { code & 0xFF }
}
