internal import EventLog
internal import KPIs

extension LedgerFact {
  /// The payload in the version of ``LedgerKind/version``. Names of members keep their meaning for ever.
  var payload: LedgerJSON {
    switch self {
    case .scenarioRegistered(let scenario): Self.payload(scenario)
    case .runStarted(let run, let request): Self.payload(run, request)
    case .replicationRecorded(let run, let replication): Self.payload(run, replication)
    case .runCompleted(let run, let digest): Self.payload(run, [.init("digest", .text(digest.description))])
    case .runInterrupted(let run), .runResumed(let run): Self.payload(run, [])
    case .runNamed(let run, let name): Self.payload(run, [.init("name", .text(orNull: name))])
    case .runDeleted(let run, let reason, let scenarios):
      Self.payload(run, [.init("reason", .text(reason)), .init("scenarios", Self.numbers(scenarios))])
    case .retentionApplied(let retention):
      .object([
        .init("cut_off", .text(retention.cutOff)),
        .init("runs", .array(retention.runs.map { .text($0.description) })),
        .init("scenarios", Self.numbers(retention.scenarios)),
      ])
    case .baselineSet(let baseline):
      Self.payload(
        baseline.run, [.init("name", .text(baseline.name)), .init("details", Self.payload(baseline.details))])
    case .alertRaised(let alert):
      Self.payload(
        alert.run,
        [
          .init("baseline", .text(alert.baseline)), .init("metric", .text(alert.metric)),
          .init("queue", .text(orNull: alert.queue)), .init("message", .text(alert.message)),
          .init("details", Self.payload(alert.details)),
        ])
    case .pointRecorded(let key, let results):
      .object([
        .init("scenario", .text(key.scenario)), .init("people", .text(key.people)), .init("seed", .text("\(key.seed)")),
        .init("engine_version", .text(key.engineVersion)), .init("sums", .integer(key.fingerprint)),
        .init("results", .array(results.map { .object(Self.members(of: $0)) })),
      ])
    case .runSettled(let run, let replications):
      Self.payload(run, [.init("replications", .integer(replications))])
    }
  }

  private static func payload(_ run: RunID, _ members: [LedgerJSON.Member]) -> LedgerJSON {
    .object([.init("run", .text(run.description))] + members)
  }

  private static func numbers(_ numbers: [Int]) -> LedgerJSON { .array(numbers.map { .integer($0) }) }

  private static func texts(_ texts: [String]) -> LedgerJSON { .array(texts.map { .text($0) }) }

  private static func payload(_ details: [Detail]) -> LedgerJSON {
    .array(details.map { .array([.text($0.name), .text($0.value)]) })
  }

  private static func payload(_ scenario: StoredScenario) -> LedgerJSON {
    .object([
      .init("fingerprint", .text(scenario.fingerprint)), .init("name", .text(scenario.name)),
      .init("file_name", .text(scenario.fileName)), .init("source", .text(scenario.source)),
      .init("expanded", .text(scenario.expanded)),
      .init(
        "files",
        .array(
          scenario.dataFiles.map { file in
            // Data files are texts, and readable as such; the bytes of any other are written out.
            let text = String(validating: file.content, as: UTF8.self)
            let content = text.map { LedgerJSON.text($0) } ?? .array(file.content.map { .integer(Int64($0)) })
            return .object([.init("name", .text(file.name)), .init("content", content)])
          })),
    ])
  }

  private static func payload(_ run: RunID, _ request: RunRequest) -> LedgerJSON {
    payload(
      run,
      [
        .init("scenario", .text(request.scenario)), .init("name", .text(orNull: request.name)),
        .init("overrides", .array(request.overrides.map { .array([.text($0.key), .text($0.value)]) })),
        .init("seed", .text("\(request.seed)")), .init("replications", .integer(request.replications)),
        .init("logs_kept", request.keptLogs.map { .integer($0) } ?? .null),
        .init("engine_version", .text(request.engineVersion)),
        .init("service_level_definition", .text(request.serviceLevelDefinition)),
        .init("queues", texts(request.layout.queues)), .init("teams", texts(request.layout.teams)),
        .init("activities", texts(request.layout.activities)),
      ])
  }

  private static func payload(_ run: RunID, _ replication: RecordedReplication) -> LedgerJSON {
    let result = replication.result
    let log = replication.segments.map { LedgerJSON.array($0.map(payload)) } ?? .null
    return payload(run, members(of: result) + [.init("log", log)])
  }

  /// A replication as the ledger writes it.
  static func bytes(of result: ReplicationResult) -> [UInt8] { LedgerJSON.object(members(of: result)).bytes }

  private static func members(of result: ReplicationResult) -> [LedgerJSON.Member] {
    [
      .init("replication", .integer(result.index)), .init("digest", .text(result.digest.description)),
      .init("events", .integer(result.eventCount)), .init("days", .array(result.days.map(payload))),
    ]
  }

  private static func payload(_ segment: LogSegment) -> LedgerJSON {
    .object([
      .init("first", .integer(segment.firstPosition)), .init("events", .integer(segment.eventCount)),
      .init("codec", .integer(segment.codecVersion)),
      .init("checksum", .text(String(segment.checksum, radix: 16))),
      .init("from_us", .integer(segment.extent.firstTime)), .init("to_us", .integer(segment.extent.lastTime)),
      .init("least_contact", .integer(Int64(segment.extent.leastContact))),
      .init("greatest_contact", .integer(Int64(segment.extent.greatestContact))),
    ])
  }

  private static func payload(_ day: DaySums) -> LedgerJSON {
    .object([
      .init("queues", .array(day.queues.map { payload($0, SumColumns.ofQueue) })),
      .init("agents", payload(day.agents, SumColumns.agents)), .init("peak", payload(day.peak, SumColumns.agents)),
      .init("peak_length_us", .integer(day.peakLength)),
      .init("teams_us", .array(day.teams.map { .integer($0.time.scheduled) })),
      .init("teams", .array(day.teams.map { payload($0, SumColumns.ofTeam) })),
      .init("activities_us", .array(day.timeByActivity.map { .integer($0) })),
    ])
  }

  private static func payload<Sums>(_ sums: Sums, _ columns: [SumColumns.Column<Sums>]) -> LedgerJSON {
    .written(LedgerJSON.text(of: sums, columns))
  }
}
