internal import EventLog
internal import KPIs

/// The proof that a store is what its ledger says: the chain of hashes, every payload, every table, every kept log.
public struct StoreVerification: Hashable, Sendable {
  /// Something that is not as it was written.
  public struct Finding: Hashable, Sendable {
    /// The run that it touches, where that is known.
    public var run: String?
    /// Number of the ledger's entry, where it is one.
    public var entry: Int?
    /// One sentence.
    public var text: String
  }

  public var head: LedgerHead
  public var segments = 0
  /// Empty when all is well.
  public private(set) var findings: [Finding] = []

  init(head: LedgerHead) { self.head = head }

  mutating func add(_ text: String, run: String? = nil, entry: Int? = nil) {
    findings.append(Finding(run: run, entry: entry, text: text))
  }
}

extension ResultsStore {
  /// Proves the store.
  ///
  /// A ledger whose tail was cut, or which was written anew as a whole, is sound in itself: only a head that was kept
  /// elsewhere tells it.
  ///
  /// - Parameter expected: the first digits, 16 or more, of a head noted before; the ledger must hold it, at its end or,
  ///   where more was appended since, at that entry.
  /// - Complexity: O(store) in time; the memory of one segment.
  /// - Throws: ``StoreError`` where the file can't be read at all.
  public func verify(head expected: String? = nil) throws -> StoreVerification {
    try translated {
      try database.read {
        var proof = StoreVerification(head: try database.ledgerHead())
        try checkFile(&proof)
        var reading = try LedgerReading(database)
        let heads = try checkChain(reading, &proof, expected)
        try checkTables(&reading, &proof)
        try checkLogs(reading, &proof)
        if let expected, !heads {
          proof.add("the ledger does not hold head \(expected): entries were cut off or rewritten")
        }
        return proof
      }
    }
  }

  /// What SQLite itself finds: broken pages, indices that lack rows, values that break a constraint.
  private func checkFile(_ proof: inout StoreVerification) throws {
    let problems = try database.all("PRAGMA integrity_check(20)") { $0.text(0) }
    for problem in problems where problem != "ok" { proof.add("the file is damaged: \(problem)") }
  }

  /// - Returns: whether the expected head is one of the chain's.
  private func checkChain(
    _ reading: LedgerReading, _ proof: inout StoreVerification, _ expected: String?
  ) throws -> Bool {
    var (previous, next, isFound) = (LedgerHead.empty.hash, 1, expected == nil)
    var findings: [(String, LedgerEntry)] = []
    try database.forEachEntry { entry in
      if entry.number != next { findings.append(("entry \(next) is missing", entry)) }
      if entry.chained(to: previous) != entry.hash { findings.append(("it does not follow from those before", entry)) }
      if let payload = entry.payload {
        if LedgerEntry.hash(ofPayload: payload) != entry.payloadHash {
          findings.append(("its payload was changed", entry))
        }
        if reading.mayLackPayload(entry) { findings.append(("its payload should have been deleted", entry)) }
      } else if !reading.mayLackPayload(entry) {
        findings.append(("its payload is missing", entry))
      }
      (previous, next) = (entry.hash, entry.number + 1)
      if let expected, LedgerHead.hexadecimal(entry.hash).hasPrefix(expected.lowercased()) { isFound = true }
    }
    for (text, entry) in findings {
      let run = RunID(entry.subject).map(\.short)
      proof.add("entry \(entry.number) of the ledger: \(text)", run: run, entry: entry.number)
    }
    let orphans = try database.all(
      "SELECT entry FROM payload WHERE NOT EXISTS (SELECT 1 FROM ledger WHERE number = entry)"
    ) { $0.integer(0) }
    for orphan in orphans { proof.add("a payload belongs to entry \(orphan), which is not there") }
    return isFound
  }

  /// Makes every table again in a file of its own, and compares.
  private func checkTables(_ reading: inout LedgerReading, _ proof: inout StoreVerification) throws {
    let scratch = try Database.scratch()
    for migration in Migration.catalogue { try scratch.execute(migration.script) }
    try scratch.write { try reading.project(into: scratch) }
    for (entry, reason) in reading.unreadable {
      proof.add(
        "entry \(entry.number) of the ledger: \(reason)", run: RunID(entry.subject).map(\.short), entry: entry.number)
    }
    let names = try names(of: database).merging(try names(of: scratch)) { $1 }
    let schema = try TableComparison.ofSchemas(database, scratch).differences(atMost: 20)
    for row in schema {
      proof.add(
        "the schema has \(row.isExtra ? "something else at" : "lost") \(row.columns.prefix(2).joined(separator: " "))")
    }
    // Tables of another shape cannot be compared.
    guard schema.isEmpty else { return }
    for table in ProjectionTables.all {
      for row in try TableComparison(left: database, right: scratch, table: table.name).differences(atMost: 20) {
        let run = table.runColumn.flatMap { row.columns.indices.contains($0) ? row.columns[$0] : nil }
        proof.add(
          "table \(table.name) \(row.isExtra ? "has a row that the ledger does not give" : "lacks a row of the ledger"): "
            + row.columns.prefix(4).joined(separator: ", "), run: run.flatMap { Int64($0) }.flatMap { names[$0] })
      }
    }
  }

  private func names(of database: Database) throws -> [Int64: String] {
    let runs = try database.all("SELECT number, id FROM run") { ($0.integer(0), String($0.text(1).prefix(7))) }
    return Dictionary(runs) { first, _ in first }
  }
}
