internal import CSQLite

/// One connection to a SQLite file: statements, transactions, errors as ``DatabaseError``.
///
/// A statement's text is a `StaticString`, so nothing that a user wrote can become part of it; users' values are bound.
/// Not for several threads at once (SQLite's own mutexes are off); the compiler holds that, since the class is not
/// Sendable.
final class Database {
  private let handle: OpaquePointer
  /// Prepared statements by the address of their text.
  private var statements: [UInt: Statement] = [:]

  enum Access {
    case write
    /// A file of this connection alone, without a name, gone when it closes.
    case scratch
    case read
    /// Reading without locks or side files: only for a file that nobody can change.
    case readImmutable
  }

  /// Opens a file that exists.
  ///
  /// - Parameter busyTimeout: how long to wait for another connection's lock, in milliseconds.
  init(path: String, access: Access, busyTimeout: Int) throws {
    var handle: OpaquePointer?
    let mode: Int32 =
      switch access {
      case .write: SQLITE_OPEN_READWRITE
      case .scratch: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      case .read, .readImmutable: SQLITE_OPEN_READONLY
      }
    let code = sqlite3_open_v2(
      Self.location(path, access), &handle,
      mode | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI | SQLITE_OPEN_EXRESCODE, nil)
    guard code == SQLITE_OK, let handle else {
      defer { sqlite3_close_v2(handle) }
      throw DatabaseError(handle, statement: "")
    }
    self.handle = handle
    sqlite3_busy_timeout(handle, Int32(clamping: busyTimeout))
  }

  deinit {
    statements.removeAll()
    sqlite3_close_v2(handle)
  }

  /// A URI of the path. Plain paths are not safe: SQLite gives `:memory:`, the empty text and `file:` meanings of their
  /// own.
  private static func location(_ path: String, _ access: Access) -> String {
    let plain = { (byte: UInt8) in
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
        || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || "/._-".utf8.contains(byte)
    }
    if access == .scratch { return "" }
    let digits = Array("0123456789ABCDEF")
    var uri = path.hasPrefix("/") ? "file://" : "file:./"
    for byte in path.utf8 {
      if plain(byte) {
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        uri += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
    return access == .readImmutable ? uri + "?immutable=1" : uri
  }
}

// MARK: - Statements

extension Database {
  /// Lends the prepared statement of this text. While it is lent, the same text gives another statement, so a closure
  /// may come back here.
  func withStatement<Result>(_ sql: StaticString, _ body: (Statement) throws -> Result) throws -> Result {
    let key = UInt(bitPattern: sql.utf8Start)
    let statement = try statements.removeValue(forKey: key) ?? Statement(sql.description, connection: handle)
    defer { statements[key] = statement }
    return try body(statement)
  }

  func run(_ sql: StaticString, _ values: SQLValue...) throws {
    try withStatement(sql) { statement in
      try statement.bind(values)
      try statement.run()
    }
  }

  func forEach(_ sql: StaticString, _ values: SQLValue..., row: (borrowing Row) throws -> Void) throws {
    try withStatement(sql) { statement in
      try statement.bind(values)
      try statement.run(eachRow: row)
    }
  }

  func all<Element>(
    _ sql: StaticString, _ values: SQLValue..., row: (borrowing Row) throws -> Element
  ) throws -> [Element] {
    try withStatement(sql) { statement in
      var elements: [Element] = []
      try statement.bind(values)
      try statement.run(eachRow: { elements.append(try row($0)) })
      return elements
    }
  }

  /// The first row, for queries that give at most one.
  func first<Element>(
    _ sql: StaticString, _ values: SQLValue..., row: (borrowing Row) throws -> Element
  ) throws -> Element? {
    try withStatement(sql) { statement in
      var element: Element?
      try statement.bind(values)
      try statement.run(eachRow: { if element == nil { element = try row($0) } })
      return element
    }
  }

  static func scratch() throws -> Database { try Database(path: "", access: .scratch, busyTimeout: 0) }

  /// Every row of a table, each column as its type and value, so that values of different types differ; in the order of
  /// all columns.
  func rows(ofTable table: StaticString) throws -> RowCursor {
    let names = try all("SELECT name FROM pragma_table_info(?1) ORDER BY cid", .text(table.description)) { $0.text(0) }
    let columns = names.map { name in
      let column = Self.quoted(name)
      return "typeof(\(column)) || ':' || iif(typeof(\(column)) IN ('text', 'blob'), hex(\(column)), quote(\(column)))"
    }
    let order = (1...max(1, columns.count)).map(String.init).joined(separator: ", ")
    return try RowCursor(
      "SELECT \(columns.joined(separator: ", ")) FROM \(table) ORDER BY \(order)", connection: handle)
  }

  /// The texts of the schema in order, without those that SQLite makes for itself.
  func schemaRows() throws -> RowCursor {
    try RowCursor(
      """
      SELECT 'text:' || hex(type), 'text:' || hex(name), hex(tbl_name), hex(sql) FROM sqlite_schema
      WHERE name NOT LIKE 'sqlite_%' ORDER BY 1, 2, 3, 4
      """, connection: handle)
  }

  func drop(_ kind: StaticString, _ name: String) throws { try execute(text: "DROP \(kind) \(Self.quoted(name))") }

  static func quoted(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  /// Runs a script of several statements that have no parameters.
  func execute(_ script: StaticString) throws { try execute(text: script.description) }

  /// A text that holds names of a catalogue of ours, each ``quoted(_:)``; never one of a user.
  func execute(catalogueText text: String) throws { try execute(text: text) }
  func statement(catalogueText text: String) throws -> Statement { try Statement(text, connection: handle) }

  private func execute(text: String) throws {
    guard sqlite3_exec(handle, text, nil, nil, nil) == SQLITE_OK else {
      throw DatabaseError(handle, statement: text)
    }
  }

  /// Sets a pragma to a number. SQLite takes no parameters here; a number is safe to write out.
  func setPragma(_ name: StaticString, to value: Int) throws { try execute(text: "PRAGMA \(name) = \(value)") }

  /// The texts of the statements that were prepared, in order.
  var preparedTexts: [String] { statements.values.map(\.text).sorted() }
  /// What SQLite has done for the statements that are prepared, in steps of its virtual machine: the same on any machine.
  var stepCount: Int {
    var (count, statement) = (0, sqlite3_next_stmt(handle, nil))
    while let present = statement {
      count += Int(sqlite3_stmt_status(present, SQLITE_STMTSTATUS_VM_STEP, 0))
      statement = sqlite3_next_stmt(handle, present)
    }
    return count
  }

  /// Key of the row that was inserted last.
  var lastInsertedKey: Int64 { sqlite3_last_insert_rowid(handle) }
  /// Whether the file can't be written through this connection.
  var isReadOnly: Bool { sqlite3_db_readonly(handle, "main") == 1 }
}

// MARK: - Transactions

extension Database {
  /// Runs the body in a transaction that holds the write lock from its start, so that it never fails halfway because
  /// another writer came between. An error in the body leaves the file as it was.
  func write<Result>(_ body: () throws -> Result) throws -> Result {
    try transaction("BEGIN IMMEDIATE", body)
  }

  /// Runs the body on one state of the file, whatever others write meanwhile. Inside another transaction it joins that.
  func read<Result>(_ body: () throws -> Result) throws -> Result {
    isInTransaction ? try body() : try transaction("BEGIN", body)
  }

  private var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

  private func transaction<Result>(_ begin: StaticString, _ body: () throws -> Result) throws -> Result {
    try run(begin)
    do {
      let result = try body()
      try run("COMMIT")
      return result
    } catch {
      // On a full disk and the like SQLite has rolled back already; a failing rollback would hide the first error.
      if isInTransaction { try? run("ROLLBACK") }
      throw error
    }
  }
}
