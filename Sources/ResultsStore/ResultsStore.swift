/// The file in which scenarios, runs, results and kept logs live: SQLite, one file, append-only.
///
/// What is written in one call is there as a whole or not at all, whatever ends the process. The file belongs to its
/// user (mode 0600); several processes may use it: readers never wait, a writer waits for another's call to end.
///
/// A store is for one thread at a time. It closes its file when the last reference goes.
///
/// ## Topics
/// - Opening: ``init(path:busyTimeout:)``, ``open(_:readOnly:busyTimeout:)``
/// - Writing: ``registerScenario(_:)``, ``beginRun(_:)``, ``record(_:of:)``, ``completeRun(_:digest:)``,
///   ``interruptRun(_:)``, ``resumeRun(_:)``
/// - Finding: ``run(matching:)``, ``runs(limit:)``, ``scenario(fingerprint:)``
/// - Reading: ``results(of:)``, ``forEachResult(of:_:)``, ``layout(of:)``, ``missingReplications(of:)``,
///   ``keptReplications(of:)``, ``segments(of:replication:)``, ``forEachSegment(of:replication:_:)``,
///   ``forEachLog(of:in:_:)``
public final class ResultsStore {
  /// Path of the file, as it was given.
  public let path: String
  let database: Database
  let busyTimeout: Int
  let actor: String

  /// How long a call waits for another process, in milliseconds.
  public static let defaultBusyTimeout = 5_000

  /// Opens the store for writing; makes its folder and file if they are missing, and brings an older one up to date.
  ///
  /// - Parameters:
  ///   - path: a file; made with mode 0600.
  ///   - busyTimeout: how long a call waits for another process before it gives up, in milliseconds.
  /// - Throws: ``StoreError``: a file that is no store, is newer, can't be written, or stays locked.
  public convenience init(path: String, busyTimeout: Int = defaultBusyTimeout) throws {
    let files = StoreFile(path: path)
    try files.create()
    try self.init(file: files, access: .write, busyTimeout: busyTimeout)
  }

  /// Opens a store that exists. For reading, nothing is made and nothing is changed, except that an older store is
  /// brought up to date, and that what a killed process left half done is rolled back.
  ///
  /// - Throws: ``StoreError``; ``StoreError/Kind/missing`` when there is no file.
  public static func open(
    _ path: String, readOnly: Bool, busyTimeout: Int = defaultBusyTimeout
  ) throws -> ResultsStore {
    let file = StoreFile(path: path)
    try file.expectPresent()
    guard readOnly else { return try ResultsStore(file: file, access: .write, busyTimeout: busyTimeout) }
    let access: Database.Access = file.isFrozen ? .readImmutable : .read
    do {
      return try ResultsStore(file: file, access: access, busyTimeout: busyTimeout)
    } catch let error as StoreError where file.isWritable {
      switch error.kind {
      case .older: _ = try ResultsStore(file: file, access: .write, busyTimeout: busyTimeout)
      // There is something to roll back, which SQLite does not do for a reader.
      case .readOnly: try rollBack(file, busyTimeout: busyTimeout)
      default: throw error
      }
    }
    return try ResultsStore(file: file, access: access, busyTimeout: busyTimeout)
  }

  /// The first look of a connection that may write rolls back; nothing else is changed.
  private static func rollBack(_ file: StoreFile, busyTimeout: Int) throws {
    do {
      let database = try Database(path: file.path, access: .write, busyTimeout: busyTimeout)
      _ = try database.first("SELECT count(*) FROM sqlite_schema") { $0.integer(0) }
    } catch let error as DatabaseError {
      throw StoreError(path: file.path, kind: StoreError.Kind(error, busyTimeout: busyTimeout))
    }
  }

  private init(file: StoreFile, access: Database.Access, busyTimeout: Int) throws {
    path = file.path
    self.busyTimeout = busyTimeout
    actor = LedgerActor.current
    do {
      database = try Database(path: file.path, access: access, busyTimeout: busyTimeout)
    } catch let error as DatabaseError {
      throw StoreError(path: file.path, kind: StoreError.Kind(error, busyTimeout: busyTimeout))
    }
    try translated { try access == .write ? prepareForWriting() : prepareForReading() }
  }

  /// Gives SQLite's refusals their place and meaning.
  func translated<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw failure(StoreError.Kind(error, busyTimeout: busyTimeout))
    }
  }

  /// Appends facts to the ledger in one transaction: what the body throws leaves the store as it was.
  func append<Result>(_ body: (inout LedgerWriter) throws -> Result) throws -> Result {
    try translated {
      try database.write {
        var ledger = try LedgerWriter(database, actor: actor)
        return try body(&ledger)
      }
    }
  }

  func failure(_ kind: StoreError.Kind) -> StoreError { StoreError(path: path, kind: kind) }
}
