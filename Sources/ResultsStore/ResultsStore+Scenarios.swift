extension ResultsStore {
  /// Keeps a scenario. One that is there already, by its fingerprint, is left as it is: equal fingerprints mean equal
  /// scenarios, if not equal comments.
  public func registerScenario(_ scenario: StoredScenario) throws {
    guard scenario.fingerprint.utf8.count == 64, scenario.fingerprint.utf8.allSatisfy(RunID.isDigit) else {
      throw failure(.unfitScenario(reason: "its fingerprint is not 64 hexadecimal digits in lower case"))
    }
    let names = Set(scenario.dataFiles.map(\.name))
    guard names.count == scenario.dataFiles.count else {
      throw failure(.unfitScenario(reason: "two of its data files have one name"))
    }
    try append { ledger in
      if try scenarioNumber(scenario.fingerprint) == nil { try ledger.append(.scenarioRegistered(scenario)) }
    }
  }

  /// A scenario with all that it takes to simulate it again.
  ///
  /// - Throws: ``StoreError/Kind/noSuchScenario(_:)``.
  public func scenario(fingerprint: String) throws -> StoredScenario {
    try translated {
      try database.read {
        guard let number = try scenarioNumber(fingerprint) else { throw failure(.noSuchScenario(fingerprint)) }
        let files = try dataFiles(ofScenario: number)
        let scenario = try database.first(
          "SELECT fingerprint, name, file_name, source, expanded FROM scenario WHERE number = ?1", .integer(number)
        ) { row in
          StoredScenario(
            fingerprint: row.text(0), name: row.text(1), fileName: row.text(2), source: row.text(3),
            expanded: row.text(4), dataFiles: files)
        }
        guard let scenario else { throw failure(.noSuchScenario(fingerprint)) }
        return scenario
      }
    }
  }

  func scenarioNumber(_ fingerprint: String) throws -> Int64? {
    try database.first("SELECT number FROM scenario WHERE fingerprint = ?1", .text(fingerprint)) { $0.integer(0) }
  }

  private func dataFiles(ofScenario number: Int64) throws -> [StoredScenario.DataFile] {
    try database.all("SELECT name, content FROM scenario_file WHERE scenario = ?1 ORDER BY name", .integer(number)) {
      StoredScenario.DataFile(name: $0.text(0), content: $0.bytes(1))
    }
  }
}
