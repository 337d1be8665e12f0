extension ResultsStore {
  /// The end of the ledger. Whoever keeps it elsewhere can prove later that nothing before it was changed or cut off.
  public func head() throws -> LedgerHead { try translated { try database.ledgerHead() } }

  /// Lends the entries of the ledger in order, from one state of the store; nothing is checked, see
  /// ``StoreVerification``.
  public func forEachEntry(_ body: (LedgerEntry) throws -> Void) throws {
    try translated { try database.read { try database.forEachEntry(body) } }
  }

  /// Sets the baseline of a name; those of the name before it stay in the ledger.
  ///
  /// - Throws: ``StoreError``: there is no such run, the name is empty.
  public func setBaseline(_ baseline: Baseline) throws {
    if baseline.name.isEmpty { throw failure(.unfitName(baseline.name, reason: "it is empty")) }
    try append { ledger in
      _ = try header(of: baseline.run)
      try ledger.append(.baselineSet(baseline))
    }
  }

  /// The baseline set last under a name; nil where there is none, or where its run was deleted.
  public func baseline(named name: String) throws -> Baseline? {
    try translated {
      try database.read {
        let entry = try database.first(
          "SELECT entry FROM baseline WHERE name = ?1 ORDER BY entry DESC LIMIT 1", .text(name)
        ) { $0.integer(0) }
        return try entry.map(baseline)
      }
    }
  }

  /// The baselines that count, in the order of their names.
  public func baselines() throws -> [Baseline] {
    try translated {
      try database.read {
        try database.all("SELECT max(entry) FROM baseline GROUP BY name ORDER BY name") { $0.integer(0) }
          .map(baseline)
      }
    }
  }

  private func baseline(_ entry: Int64) throws -> Baseline {
    let details = try details("SELECT name, value FROM baseline_detail WHERE entry = ?1 ORDER BY position", entry)
    let baseline = try database.first(
      "SELECT b.name, r.id FROM baseline b JOIN run r ON r.number = b.run WHERE b.entry = ?1", .integer(entry)
    ) { row in RunID(row.text(1)).map { Baseline(name: row.text(0), run: $0, details: details) } }
    guard let baseline = baseline ?? nil else { throw failure(.damaged(detail: "baseline \(entry) can't be read")) }
    return baseline
  }

  /// Keeps an alert.
  ///
  /// - Throws: ``StoreError``: there is no such run.
  public func raiseAlert(_ alert: Alert) throws {
    try append { ledger in
      _ = try header(of: alert.run)
      try ledger.append(.alertRaised(alert))
    }
  }

  /// The alerts that were raised against a baseline, the latest first.
  public func alerts(against baseline: String, limit: Int) throws -> [RaisedAlert] {
    try translated {
      try database.read {
        try database.all(
          """
          SELECT r.id, a.metric, a.queue, a.message, a.raised_at, a.entry
          FROM alert a JOIN run r ON r.number = a.run WHERE a.baseline = ?1 ORDER BY a.entry DESC LIMIT ?2
          """, .text(baseline), .integer(limit)
        ) { row in
          guard let run = RunID(row.text(0)) else { throw failure(.damaged(detail: "an alert's run has no id")) }
          let details = try details(
            "SELECT name, value FROM alert_detail WHERE entry = ?1 ORDER BY position", row.integer(5))
          return RaisedAlert(
            alert: Alert(
              baseline: baseline, run: run, metric: row.text(1), queue: row.optionalText(2), message: row.text(3),
              details: details), at: row.text(4))
        }
      }
    }
  }

  /// The alerts that a run raised, in order.
  public func alerts(of run: RunID) throws -> [Alert] {
    try translated {
      try database.read {
        try database.all(
          "SELECT baseline, metric, queue, message, entry FROM alert WHERE run = ?1 ORDER BY entry",
          .integer(header(of: run).number)
        ) { row in
          Alert(
            baseline: row.text(0), run: run, metric: row.text(1), queue: row.optionalText(2), message: row.text(3),
            details: try details(
              "SELECT name, value FROM alert_detail WHERE entry = ?1 ORDER BY position", row.integer(4)))
        }
      }
    }
  }

  private func details(_ sql: StaticString, _ entry: Int64) throws -> [Detail] {
    try database.all(sql, .integer(entry)) { Detail($0.text(0), $0.text(1)) }
  }
}

extension Database {
  func forEachEntry(_ body: (LedgerEntry) throws -> Void) throws {
    try forEach(
      """
      SELECT l.number, l.kind, l.version, l.at, l.actor, l.subject, l.payload_hash, l.hash, p.content
      FROM ledger l LEFT JOIN payload p ON p.entry = l.number ORDER BY l.number
      """
    ) { row in
      try body(
        LedgerEntry(
          number: Int(row.integer(0)), kindCode: Int(row.integer(1)), version: Int(row.integer(2)), at: row.text(3),
          actor: row.text(4), subject: row.text(5), payloadHash: row.bytes(6), hash: row.bytes(7),
          payload: row.isNull(8) ? nil : row.bytes(8)))
    }
  }
}
