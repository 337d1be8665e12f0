/// Reads a ledger twice: first what was deleted, then every fact that still counts, in order.
struct LedgerReading {
  private(set) var removedRuns: Set<String> = []
  private(set) var removedScenarios: Set<Int> = []
  /// Retentions in order: entry and time before which points are gone.
  private var retentions: [(entry: Int, cutOff: String)] = []
  /// Entries that cannot be read, with the reason.
  private(set) var unreadable: [(entry: LedgerEntry, reason: String)] = []

  private let database: Database

  init(_ database: Database) throws {
    self.database = database
    var (runs, scenarios, retentions) = (Set<String>(), Set<Int>(), [(entry: Int, cutOff: String)]())
    try database.forEachEntry { entry in
      guard entry.kind == .runDeleted || entry.kind == .retentionApplied else { return }
      switch try? Self.fact(entry) {
      case .runDeleted(let run, _, let gone):
        runs.insert(run.description)
        scenarios.formUnion(gone)
      case .retentionApplied(let retention):
        runs.formUnion(retention.runs.map(\.description))
        scenarios.formUnion(retention.scenarios)
        retentions.append((entry.number, retention.cutOff))
      default: break
      }
    }
    (removedRuns, removedScenarios, self.retentions) = (runs, scenarios, retentions)
  }

  /// Whether the entry's payload may be gone.
  func mayLackPayload(_ entry: LedgerEntry) -> Bool {
    switch entry.kind {
    case .replicationRecorded: removedRuns.contains(entry.subject)
    case .scenarioRegistered: removedScenarios.contains(entry.number)
    case .pointRecorded: retention(of: entry) != nil
    default: false
    }
  }

  /// The entry of the retention that took a point away; nil for what is still there, or is no point.
  private func retention(of entry: LedgerEntry) -> Int? {
    guard entry.kind == .pointRecorded else { return nil }
    return retentions.first { $0.entry > entry.number && entry.at < $0.cutOff }?.entry
  }

  /// Brings the projections of `target` up to the ledger. Entries of deleted runs leave a trace of their removal only.
  mutating func project(into target: Database) throws {
    let projector = Projector(database: target)
    var problems: [(LedgerEntry, String)] = []
    try database.forEachEntry { entry in
      do {
        if isGone(entry) {
          try trace(entry, in: target)
        } else {
          let origin = Projector.Origin(entry: entry.number, at: entry.at, actor: entry.actor)
          try projector.apply(try Self.fact(entry), origin)
        }
      } catch let error as DatabaseError where !error.isConstraint {
        throw error
      } catch {
        problems.append((entry, Self.reason(error)))
      }
    }
    unreadable += problems
  }

  private func isGone(_ entry: LedgerEntry) -> Bool {
    switch entry.kind {
    case .runDeleted, .retentionApplied: true
    case .scenarioRegistered: removedScenarios.contains(entry.number)
    case .pointRecorded: retention(of: entry) != nil
    default: removedRuns.contains(entry.subject)
    }
  }

  private func trace(_ entry: LedgerEntry, in target: Database) throws {
    if let retention = retention(of: entry) {
      return try target.run(
        "INSERT INTO removed_point VALUES (?1, ?2)", .integer(entry.number), .integer(retention))
    }
    switch try entry.payload.map({ _ in try Self.fact(entry) }) {
    case .runStarted(let run, _):
      // The entry of the removal is filled in when the removal is read.
      try target.run("INSERT INTO removed_run VALUES (?1, ?2, 0)", .integer(entry.number), .text(run.description))
    case .runDeleted(let run, _, let scenarios): try remove([run], scenarios, by: entry, in: target)
    case .retentionApplied(let retention): try remove(retention.runs, retention.scenarios, by: entry, in: target)
    default: break
    }
  }

  private func remove(_ runs: [RunID], _ scenarios: [Int], by entry: LedgerEntry, in target: Database) throws {
    for run in runs {
      try target.run(
        "UPDATE removed_run SET entry = ?2 WHERE id = ?1", .text(run.description), .integer(entry.number))
    }
    for scenario in scenarios {
      try target.run("INSERT INTO removed_scenario VALUES (?1, ?2)", .integer(scenario), .integer(entry.number))
    }
  }

  static func fact(_ entry: LedgerEntry) throws -> LedgerFact {
    guard let kind = entry.kind else {
      throw LedgerFields.Problem(reason: "this version does not know its kind, \(entry.kindCode)")
    }
    guard let payload = entry.payload else { throw LedgerFields.Problem(reason: "its payload is missing") }
    let fact = try LedgerFact(kind, version: entry.version, payload: payload)
    guard fact.subject == entry.subject else { throw LedgerFields.Problem(reason: "it is about something else") }
    return fact
  }

  private static func reason(_ error: any Error) -> String {
    switch error {
    case let problem as LedgerFields.Problem: problem.reason
    case let problem as LedgerJSONReader.Problem: "its payload breaks off at byte \(problem.offset)"
    case ProjectionProblem.unknownRun: "no entry before it begins its run"
    case ProjectionProblem.unknownScenario: "no entry before it registers its scenario"
    case let error as DatabaseError: error.message
    default: "\(error)"
    }
  }
}

extension DatabaseError {
  /// A row that contradicts another one, or a value that its column refuses.
  fileprivate var isConstraint: Bool { primaryCode == 19 || primaryCode == 20 }
}
