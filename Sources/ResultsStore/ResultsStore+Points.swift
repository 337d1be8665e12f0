public import KPIs

extension ResultsStore {
  /// Keeps the sums of some replications of a point, in one transaction.
  ///
  /// - Parameter results: of consecutive replications; nothing is kept of none.
  public func recordPoint(_ key: PointKey, _ results: [ReplicationResult]) throws {
    guard let first = results.first?.index else { return }
    precondition(
      results.enumerated().allSatisfy { $0.element.index == first + $0.offset }, "replications follow one another")
    _ = try append { ledger in try ledger.append(.pointRecorded(key, results)) }
  }

  /// Whether anything is kept of a point, whatever its fingerprint.
  public func hasPoint(_ key: PointKey) throws -> Bool {
    try translated {
      try database.read {
        try database.first(
          "SELECT 1 FROM point WHERE scenario = ?1 AND people = ?2 AND seed = ?3 AND engine_version = ?4 LIMIT 1",
          .text(key.scenario), .text(key.people), .integer(Int64(bitPattern: key.seed)), .text(key.engineVersion)
        ) { $0.integer(0) } != nil
      }
    }
  }

  /// The sums of replications 0, 1, ... of a point, as far as they are kept without a gap.
  ///
  /// - Parameter limit: how many are wanted at most.
  public func pointResults(_ key: PointKey, limit: Int) throws -> [ReplicationResult] {
    try translated {
      try database.read {
        let entries = try database.all(
          """
          SELECT entry FROM point WHERE scenario = ?1 AND people = ?2 AND seed = ?3 AND engine_version = ?4
            AND sums = ?5
          ORDER BY first_replication
          """, .text(key.scenario), .text(key.people), .integer(Int64(bitPattern: key.seed)), .text(key.engineVersion),
          .integer(key.fingerprint)
        ) { $0.integer(0) }
        var results: [ReplicationResult] = []
        for entry in entries where results.count < limit {
          // Two processes may have simulated the same ones: their sums are equal.
          for result in try pointResults(entry) where result.index == results.count { results.append(result) }
        }
        return Array(results.prefix(limit))
      }
    }
  }

  private func pointResults(_ entry: Int64) throws -> [ReplicationResult] {
    let payload = try database.first("SELECT content FROM payload WHERE entry = ?1", .integer(entry)) { $0.bytes(0) }
    let kind = LedgerKind.pointRecorded
    guard let payload, case .pointRecorded(_, let results)? = try? LedgerFact(kind, version: 1, payload: payload)
    else { throw failure(.damaged(detail: "entry \(entry) of the ledger, a point, can't be read")) }
    return results
  }
}
