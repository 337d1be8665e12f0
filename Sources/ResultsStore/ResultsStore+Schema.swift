internal import CSQLite
internal import Glibc

extension ResultsStore {
  /// Marks the file as ours in SQLite's header: `BsyH`.
  static let applicationID = 0x4273_7948

  func prepareForReading() throws {
    try configure()
    let version = try recognisedVersion()
    if version == 0 { throw failure(.empty) }
    let current = Migration.currentVersion
    if version < current { throw failure(.older(version: version, current: current)) }
  }

  func prepareForWriting() throws {
    try configure()
    // Nothing may be written into a file before it is known to be ours.
    _ = try recognisedVersion()
    if database.isReadOnly { throw failure(.readOnly) }
    try database.setPragma("recursive_triggers", to: 1)
    try useWriteAheadLog()
    try database.run("PRAGMA synchronous = NORMAL")
    if try recognisedVersion() < Migration.currentVersion { try migrate() }
  }

  /// Settings of the connection. The schema of a file that was tampered with may not call functions with side effects.
  private func configure() throws {
    try database.execute(
      "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0")
  }

  /// The version of the store; 0 for a file that nothing was written into.
  private func recognisedVersion() throws -> Int {
    try database.read {
      let mark = try number("PRAGMA application_id")
      let version = try number("PRAGMA user_version")
      let tables = try number("SELECT count(*) FROM sqlite_schema")
      if mark == 0 && version == 0 && tables == 0 { return 0 }
      guard mark == Self.applicationID else { throw failure(.notAStore(.anotherApplication)) }
      let supported = Migration.currentVersion
      if version > supported { throw failure(.newer(version: version, supported: supported)) }
      if version < 1 { throw failure(.damaged(detail: "its version is \(version)")) }
      if version <= Migration.lastUnreleasedVersion { throw failure(.unreleased(version: version)) }
      return version
    }
  }

  private func number(_ sql: StaticString) throws -> Int {
    Int(try database.first(sql) { $0.integer(0) } ?? 0)
  }

  /// A reader needs no lock against a writer then. SQLite does not wait for others on this change, so we do. A disk that
  /// has no shared memory keeps its rollback journal, which is as safe.
  private func useWriteAheadLog() throws {
    let deadline = ContinuousClock.now + .milliseconds(busyTimeout)
    while true {
      do {
        return try database.run("PRAGMA journal_mode = WAL")
      } catch let error as DatabaseError where error.primaryCode == SQLITE_BUSY && ContinuousClock.now < deadline {
        usleep(5_000)
      }
    }
  }

  /// Takes the steps that are missing, in one transaction: a store has a version of the catalogue or is as it was.
  private func migrate() throws {
    try database.write {
      // Another process may have done it while we waited for the lock.
      let version = try recognisedVersion()
      let taken = max(0, version - Migration.lastUnreleasedVersion)
      for migration in Migration.catalogue.dropFirst(taken) { try database.execute(migration.script) }
      try database.setPragma("application_id", to: Self.applicationID)
      try database.setPragma("user_version", to: Migration.currentVersion)
    }
  }
}
