extension ResultsStore {
  /// Makes every table that people query again from the ledger, in one transaction: all of them or none.
  ///
  /// The tables, their indices and the views are dropped and made anew, so that whatever was done to them is undone.
  /// - Returns: how many entries were read.
  /// - Throws: ``StoreError/Kind/damaged(detail:)`` where an entry can't be read; the store is as it was then.
  @discardableResult
  public func rebuild() throws -> Int {
    try translated {
      try database.write {
        var reading = try LedgerReading(database)
        try database.dropProjections()
        for migration in Migration.catalogue.dropFirst() { try database.execute(migration.script) }
        try reading.project(into: database)
        try rebuildGuides()
        if let problem = reading.unreadable.first {
          throw failure(.damaged(detail: "entry \(problem.entry.number) of the ledger: \(problem.reason)"))
        }
        return try database.ledgerHead().entries
      }
    }
  }
}

extension Database {
  /// Drops what ``Migration/createProjections`` and ``Migration/createViews`` make, whatever became of it.
  fileprivate func dropProjections() throws {
    let views = try all("SELECT name FROM sqlite_schema WHERE type = 'view'") { $0.text(0) }
    for view in views { try drop("VIEW", view) }
    let kept = ["ledger", "payload", "segment"]
    let tables = try all("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'") {
      $0.text(0)
    }
    for table in tables where !kept.contains(table) { try drop("TABLE", table) }
  }
}
