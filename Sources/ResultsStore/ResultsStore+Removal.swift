extension ResultsStore {
  /// Deletes a run: its results, its kept logs, the payloads of its replications, and its scenario's text where no other
  /// run uses it. What it was asked for, when, by whom, and the digests stay in the ledger.
  ///
  /// - Parameter reason: why, for the audit trail.
  /// - Throws: ``StoreError``: there is no such run.
  public func deleteRun(_ id: RunID, reason: String) throws {
    try removing { ledger in
      let run = try header(of: id)
      let scenarios = try scenariosOnly(of: [run.number])
      try ledger.append(.runDeleted(id, reason: reason, scenarios: scenarios))
      try erase([run.number], scenarios)
    }
  }

  /// Deletes the runs that were begun, and the points that were recorded, more than `years` ago. The ledger says so even where there was none.
  ///
  /// - Parameter years: at least 0.
  /// - Returns: what went.
  @discardableResult
  public func applyRetention(years: Int) throws -> Retention {
    try removing { ledger in
      let cutOff = try cutOff(years: years)
      let runs = try runs(before: cutOff)
      let scenarios = try scenariosOnly(of: runs.map(\.number))
      let retention = Retention(cutOff: cutOff, runs: runs.map(\.id), scenarios: scenarios)
      let entry = try ledger.append(.retentionApplied(retention))
      try erase(runs.map(\.number), scenarios)
      try database.run(
        "DELETE FROM payload WHERE entry IN (SELECT number FROM removed_point WHERE entry = ?1)", .integer(entry))
      return retention
    }
  }

  /// What ``applyRetention(years:)`` would take away now.
  public func previewRetention(years: Int) throws -> Retention {
    try translated {
      try database.read {
        let cutOff = try cutOff(years: years)
        let runs = try runs(before: cutOff)
        return Retention(
          cutOff: cutOff, runs: runs.map(\.id), scenarios: try scenariosOnly(of: runs.map(\.number)))
      }
    }
  }

  /// What is deleted is overwritten in the file, and leaves the write-ahead log too.
  private func removing<Result>(_ body: (inout LedgerWriter) throws -> Result) throws -> Result {
    try translated { try database.setPragma("secure_delete", to: 1) }
    let result = try append(body)
    try translated { try database.run("PRAGMA wal_checkpoint(TRUNCATE)") }
    return result
  }

  private func cutOff(years: Int) throws -> String {
    try database.first("SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now', ?1)", .text("-\(max(0, years)) years")) {
      $0.text(0)
    } ?? ""
  }

  private func runs(before cutOff: String) throws -> [(number: Int64, id: RunID)] {
    try database.all("SELECT number, id FROM run WHERE created_at < ?1", .text(cutOff)) { row in
      guard let id = RunID(row.text(1)) else { throw failure(.damaged(detail: "run \(row.integer(0)) has no id")) }
      return (row.integer(0), id)
    }.sorted { $0.number < $1.number }
  }

  /// Scenarios that only these runs use.
  private func scenariosOnly(of runs: [Int64]) throws -> [Int] {
    var users: [Int64: Int] = [:]
    for run in runs {
      let scenario = try database.first("SELECT scenario FROM run WHERE number = ?1", .integer(run)) { $0.integer(0) }
      if let scenario { users[scenario, default: 0] += 1 }
    }
    return try users.keys.sorted().filter { scenario in
      let all = try database.first("SELECT count(*) FROM run WHERE scenario = ?1", .integer(scenario)) {
        Int($0.integer(0))
      }
      return all == users[scenario]
    }.map { Int($0) }
  }

  /// The payloads and segments of what the projections have dropped already.
  private func erase(_ runs: [Int64], _ scenarios: [Int]) throws {
    for run in runs {
      try database.run("DELETE FROM segment WHERE run = ?1", .integer(run))
      try database.run("DELETE FROM segment_guide WHERE run = ?1", .integer(run))
      try database.run(
        """
        DELETE FROM payload WHERE entry IN (
          SELECT number FROM ledger
          WHERE subject = (SELECT id FROM removed_run WHERE number = ?1) AND kind = 3)
        """, .integer(run))
    }
    for scenario in scenarios { try database.run("DELETE FROM payload WHERE entry = ?1", .integer(scenario)) }
  }
}
