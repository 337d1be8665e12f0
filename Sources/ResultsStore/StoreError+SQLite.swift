internal import CSQLite

extension StoreError.Kind {
  /// The meaning of SQLite's refusal.
  init(_ error: DatabaseError, busyTimeout: Int) {
    switch error.primaryCode {
    case SQLITE_BUSY, SQLITE_LOCKED: self = .locked(milliseconds: busyTimeout)
    case SQLITE_FULL: self = .full
    case SQLITE_IOERR: self = .diskFails(reason: "\(error.message) (code \(error.code))")
    case SQLITE_READONLY: self = .readOnly
    case SQLITE_NOTADB: self = .notAStore(.anotherFormat)
    case SQLITE_CORRUPT: self = .damaged(detail: error.message)
    case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: self = .cannotOpen(reason: error.message)
    default:
      // A migration's script is long; its beginning tells which it is.
      let statement = String(error.statement.prefix(200))
      self = .failed(code: Int(error.code), message: error.message, statement: statement)
    }
  }
}
