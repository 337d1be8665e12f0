internal import EventLog
internal import KPIs

/// Brings the tables that people query up to a fact of the ledger. The same code runs when a fact is written and when the
/// tables are made again, so they cannot differ.
struct Projector {
  let database: Database

  /// Where in the ledger a fact stands.
  struct Origin {
    var entry: Int
    var at: String
    var actor: String
  }

  func apply(_ fact: LedgerFact, _ origin: Origin) throws {
    switch fact {
    case .scenarioRegistered(let scenario): try register(scenario, origin)
    case .runStarted(let run, let request): try start(run, request, origin)
    case .replicationRecorded(let run, let replication): try record(replication, of: try number(of: run))
    case .runCompleted(let run, let digest):
      try database.run(
        "UPDATE run SET state = 'complete', digest = ?2 WHERE id = ?1", .text(run.description),
        .text(digest.description))
    case .runInterrupted(let run):
      try database.run("UPDATE run SET state = 'interrupted' WHERE id = ?1", .text(run.description))
    case .runResumed(let run):
      try database.run("UPDATE run SET state = 'running' WHERE id = ?1", .text(run.description))
    case .runNamed(let run, let name):
      try database.run("UPDATE run SET name = ?2 WHERE id = ?1", .text(run.description), .text(orNull: name))
    case .runDeleted(let run, _, let scenarios): try remove([run], scenarios, origin)
    case .retentionApplied(let retention):
      try remove(retention.runs, retention.scenarios, origin)
      try removePoints(before: retention.cutOff, origin)
    case .baselineSet(let baseline): try set(baseline, origin)
    case .alertRaised(let alert): try raise(alert, origin)
    case .pointRecorded(let key, let results): try record(results, of: key, origin)
    case .runSettled(let run, let replications):
      try database.run(
        "UPDATE run SET replications = ?2 WHERE id = ?1", .text(run.description), .integer(replications))
    }
  }

  private func number(of run: RunID) throws -> Int64 {
    let number = try database.first("SELECT number FROM run WHERE id = ?1", .text(run.description)) { $0.integer(0) }
    guard let number else { throw ProjectionProblem.unknownRun(run) }
    return number
  }
}

/// A ledger that speaks of what it never introduced: only a damaged one does.
enum ProjectionProblem: Error {
  case unknownRun(RunID)
  case unknownScenario(String)
}

// MARK: - Scenarios and runs

extension Projector {
  private func register(_ scenario: StoredScenario, _ origin: Origin) throws {
    try database.run(
      "INSERT INTO scenario VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)", .integer(origin.entry),
      .text(scenario.fingerprint), .text(scenario.name), .text(scenario.fileName), .text(scenario.source),
      .text(scenario.expanded), .text(origin.at), .text(origin.actor))
    for file in scenario.dataFiles {
      try database.run(
        "INSERT INTO scenario_file VALUES (?1, ?2, ?3)", .integer(origin.entry), .text(file.name), .bytes(file.content))
    }
  }

  private func start(_ run: RunID, _ request: RunRequest, _ origin: Origin) throws {
    let scenario = try database.first(
      "SELECT number FROM scenario WHERE fingerprint = ?1", .text(request.scenario)
    ) { $0.integer(0) }
    guard let scenario else { throw ProjectionProblem.unknownScenario(request.scenario) }
    try database.run(
      "INSERT INTO run VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 'running', NULL)",
      .integer(origin.entry), .text(run.description), .text(orNull: request.name), .integer(scenario),
      .integer(Int64(bitPattern: request.seed)), .integer(request.replications),
      request.keptLogs.map { .integer($0) } ?? .null, .text(request.engineVersion),
      .text(request.serviceLevelDefinition), .text(origin.at), .text(origin.actor))
    for (position, override) in request.overrides.enumerated() {
      try database.run(
        "INSERT INTO run_override VALUES (?1, ?2, ?3, ?4)", .integer(origin.entry), .integer(position),
        .text(override.key), .text(override.value))
    }
    try insert(request.layout.queues, "INSERT INTO run_queue VALUES (?1, ?2, ?3)", origin)
    try insert(request.layout.teams, "INSERT INTO run_team VALUES (?1, ?2, ?3)", origin)
    try insert(request.layout.activities, "INSERT INTO run_activity VALUES (?1, ?2, ?3)", origin)
    for queue in request.layout.queues.indices {
      try database.run(
        "INSERT INTO contact_total VALUES (?1, ?2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)", .integer(origin.entry),
        .integer(queue))
    }
  }

  private func insert(_ names: [String], _ sql: StaticString, _ origin: Origin) throws {
    for (position, name) in names.enumerated() {
      try database.run(sql, .integer(origin.entry), .integer(position), .text(name))
    }
  }

  private func remove(_ runs: [RunID], _ scenarios: [Int], _ origin: Origin) throws {
    for run in runs {
      let number = try number(of: run)
      for sql in Self.removals { try database.run(sql, .integer(number)) }
      try database.run(
        "INSERT INTO removed_run VALUES (?1, ?2, ?3)", .integer(number), .text(run.description),
        .integer(origin.entry))
    }
    for scenario in scenarios {
      try database.run("DELETE FROM scenario_file WHERE scenario = ?1", .integer(scenario))
      try database.run("DELETE FROM scenario WHERE number = ?1", .integer(scenario))
      try database.run("INSERT INTO removed_scenario VALUES (?1, ?2)", .integer(scenario), .integer(origin.entry))
    }
  }

  /// What goes with a run; details before what they belong to.
  private static let removals: [StaticString] = [
    "DELETE FROM baseline_detail WHERE entry IN (SELECT entry FROM baseline WHERE run = ?1)",
    "DELETE FROM baseline WHERE run = ?1",
    "DELETE FROM alert_detail WHERE entry IN (SELECT entry FROM alert WHERE run = ?1)",
    "DELETE FROM alert WHERE run = ?1", "DELETE FROM contact_sums WHERE run = ?1",
    "DELETE FROM team_sums WHERE run = ?1", "DELETE FROM contact_total WHERE run = ?1",
    "DELETE FROM agent_sums WHERE run = ?1",
    "DELETE FROM team_time WHERE run = ?1", "DELETE FROM activity_time WHERE run = ?1",
    "DELETE FROM replication WHERE run = ?1", "DELETE FROM run_override WHERE run = ?1",
    "DELETE FROM run_queue WHERE run = ?1", "DELETE FROM run_team WHERE run = ?1",
    "DELETE FROM run_activity WHERE run = ?1", "DELETE FROM run WHERE number = ?1",
  ]
}

// MARK: - Baselines and alerts

extension Projector {
  private func set(_ baseline: Baseline, _ origin: Origin) throws {
    try database.run(
      "INSERT INTO baseline VALUES (?1, ?2, ?3, ?4, ?5)", .integer(origin.entry), .text(baseline.name),
      .integer(try number(of: baseline.run)), .text(origin.at), .text(origin.actor))
    try insert(baseline.details, "INSERT INTO baseline_detail VALUES (?1, ?2, ?3, ?4)", origin)
  }

  private func raise(_ alert: Alert, _ origin: Origin) throws {
    try database.run(
      "INSERT INTO alert VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", .integer(origin.entry), .text(alert.baseline),
      .integer(try number(of: alert.run)), .text(alert.metric), .text(orNull: alert.queue), .text(alert.message),
      .text(origin.at))
    try insert(alert.details, "INSERT INTO alert_detail VALUES (?1, ?2, ?3, ?4)", origin)
  }

  private func insert(_ details: [Detail], _ sql: StaticString, _ origin: Origin) throws {
    for (position, detail) in details.enumerated() {
      try database.run(sql, .integer(origin.entry), .integer(position), .text(detail.name), .text(detail.value))
    }
  }
}
