internal import CSQLite

/// A prepared statement of one connection, for use by one caller at a time: see ``Database/withStatement(_:_:)``.
final class Statement {
  let text: String
  private let connection: OpaquePointer
  private let handle: OpaquePointer

  /// - Parameter text: one statement. What follows it would be ignored, so callers give just one.
  init(_ text: String, connection: OpaquePointer) throws {
    var handle: OpaquePointer?
    let code = sqlite3_prepare_v3(connection, text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
    guard code == SQLITE_OK, let handle else { throw DatabaseError(connection, statement: text) }
    self.text = text
    self.connection = connection
    self.handle = handle
  }

  deinit { sqlite3_finalize(handle) }

  /// Binds the values to the parameters 1, 2, ...; the others are NULL.
  func bind(_ values: [SQLValue]) throws {
    for (index, value) in values.enumerated() { try bind(value, at: Int32(index + 1)) }
  }

  private func bind(_ value: SQLValue, at index: Int32) throws {
    switch value {
    case .null: try check(sqlite3_bind_null(handle, index))
    case .integer(let value): try check(sqlite3_bind_int64(handle, index, value))
    case .real(let value): try check(sqlite3_bind_double(handle, index, value))
    case .text(let value):
      // With its length given, a text may hold zero bytes.
      let count = UInt64(value.utf8.count)
      try check(sqlite3_bind_text64(handle, index, value, count, Self.copied, UInt8(SQLITE_UTF8)))
    case .bytes(let value):
      // A null pointer would be bound as NULL: an empty blob has a call of its own.
      guard !value.isEmpty else { return try check(sqlite3_bind_zeroblob(handle, index, 0)) }
      try check(
        value.withUnsafeBytes { bytes in
          sqlite3_bind_blob64(handle, index, bytes.baseAddress, UInt64(bytes.count), Self.copied)
        })
    }
  }

  /// Runs the statement with whole numbers as its parameters: the way of the tall tables.
  func run(_ values: Int64...) throws {
    try bind(values)
    try run()
  }

  /// The same with a text in UTF-8 after the numbers.
  func run(_ values: Int64..., text: [UInt8]) throws {
    try bind(values)
    try text.withUnsafeBytes { text in
      // SQLite need not copy it: it stays until the statement has run.
      let start = text.assumingMemoryBound(to: CChar.self).baseAddress
      try check(
        sqlite3_bind_text64(handle, Int32(values.count + 1), start, UInt64(text.count), nil, UInt8(SQLITE_UTF8)))
      try run()
    }
  }

  private func bind(_ values: [Int64]) throws {
    for (index, value) in values.enumerated() {
      try check(sqlite3_bind_int64(handle, Int32(index + 1), value))
    }
  }

  /// Runs to the end; rows are passed over.
  func run() throws {
    defer { reset() }
    while try step() {}
  }

  /// Runs to the end and lends every row.
  func run(eachRow body: (borrowing Row) throws -> Void) throws {
    defer { reset() }
    while try step() { try body(Row(handle)) }
  }

  /// Whether there is a row.
  private func step() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw DatabaseError(connection, statement: text)
    }
  }

  /// Gives back the locks and values of a run. The code that it returns is that of the latest step, known already.
  private func reset() {
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  private func check(_ code: Int32) throws {
    if code != SQLITE_OK { throw DatabaseError(connection, statement: text) }
  }

  /// Tells SQLite to copy what it is given: the pointer is ours for the call only.
  private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}
