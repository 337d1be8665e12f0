internal import EventLog
internal import Spelling

extension ResultsStore {
  /// Digits that a prefix of an id must have at least.
  public static let shortestPrefix = 4

  /// The run that a text means: its name; an id or the first digits of one, four or more; `@last`, the run begun last;
  /// `@last~N`, the N-th before it.
  ///
  /// A name comes before an id: a run that is called `2024` is found by it.
  ///
  /// - Throws: ``StoreError``: no such run, with the names nearest to it; several candidates.
  public func run(matching text: String) throws -> RunRecord {
    try translated {
      try database.read {
        let number = try text.hasPrefix("@") ? reference(text) : named(text) ?? identified(text)
        if let number { return try record(number) }
        if try latest(skipping: 0) == nil { throw failure(.noRuns) }
        throw failure(.noSuchRun(text, nearest: try namesNear(text)))
      }
    }
  }

  /// The runs begun last, the latest first.
  public func runs(limit: Int = 20) throws -> [RunRecord] {
    try translated {
      try database.read {
        let numbers = try database.all(
          "SELECT number FROM run ORDER BY number DESC LIMIT ?1", .integer(max(0, limit))
        ) { $0.integer(0) }
        return try numbers.map(record)
      }
    }
  }

  private func named(_ text: String) throws -> Int64? {
    try database.first("SELECT number FROM run WHERE name = ?1", .text(text)) { $0.integer(0) }
  }

  private func reference(_ text: String) throws -> Int64? {
    if text == "@last" { return try latest(skipping: 0) }
    guard text.hasPrefix("@last~"), let count = Int(text.dropFirst(6)), count >= 0 else { return nil }
    return try latest(skipping: count)
  }

  private func latest(skipping count: Int) throws -> Int64? {
    try database.first("SELECT number FROM run ORDER BY number DESC LIMIT 1 OFFSET ?1", .integer(count)) {
      $0.integer(0)
    }
  }

  private func identified(_ text: String) throws -> Int64? {
    let prefix = text.lowercased()
    guard (Self.shortestPrefix...RunID.digits).contains(prefix.utf8.count), prefix.utf8.allSatisfy(RunID.isDigit)
    else { return nil }
    // `g` follows the last digit, so this is the range of ids that begin with the prefix, and an index finds it.
    let found = try database.all(
      "SELECT number, id FROM run WHERE id >= ?1 AND id < ?2 ORDER BY id LIMIT 11", .text(prefix), .text(prefix + "g")
    ) { row in (number: row.integer(0), id: row.text(1)) }
    if found.count > 1 {
      throw failure(.ambiguousRun(text, candidates: Self.distinct(found.prefix(10).map(\.id))))
    }
    return found.first?.number
  }

  /// The ids cut to the fewest digits, seven or more, that tell them apart.
  private static func distinct(_ ids: [String]) -> [String] {
    for digits in RunID.shownDigits..<RunID.digits {
      let cut = ids.map { String($0.prefix(digits)) }
      if Set(cut).count == cut.count { return cut }
    }
    return ids
  }

  private func namesNear(_ text: String) throws -> [String] {
    let names = try database.all("SELECT name FROM run WHERE name IS NOT NULL ORDER BY name") { $0.text(0) }
    return NearestWords.names(to: text, among: names)
  }

  private func record(_ number: Int64) throws -> RunRecord {
    let overrides = try database.all(
      "SELECT key, value FROM run_override WHERE run = ?1 ORDER BY position", .integer(number)
    ) { ScenarioOverride(key: $0.text(0), value: $0.text(1)) }
    let record = try database.first(
      """
      SELECT r.id, r.name, s.fingerprint, s.name, r.seed, r.replications, r.engine_version, r.created_at, r.state,
        r.digest, r.created_by, r.logs_kept, r.service_level_definition
      FROM run r JOIN scenario s ON s.number = r.scenario WHERE r.number = ?1
      """, .integer(number)
    ) { row in Self.record(row, overrides) }
    guard let record = record ?? nil else { throw failure(.damaged(detail: "run number \(number) can't be read")) }
    return record
  }

  private static func record(_ row: borrowing Row, _ overrides: [ScenarioOverride]) -> RunRecord? {
    let digest = row.optionalText(9)
    guard let id = RunID(row.text(0)), let state = RunState(rawValue: row.text(8)), row.integer(5) > 0,
      digest == nil || StreamDigest.Value(digest ?? "") != nil
    else { return nil }
    return RunRecord(
      id: id, name: row.optionalText(1), scenario: row.text(2), scenarioName: row.text(3), overrides: overrides,
      seed: UInt64(bitPattern: row.integer(4)), replications: Int(row.integer(5)), engineVersion: row.text(6),
      createdAt: row.text(7), createdBy: row.text(10), state: state,
      digest: digest.flatMap { StreamDigest.Value($0) }, keptLogs: row.isNull(11) ? nil : Int(row.integer(11)),
      serviceLevelDefinition: row.text(12))
  }
}
