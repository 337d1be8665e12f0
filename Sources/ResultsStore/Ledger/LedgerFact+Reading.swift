internal import EventLog
internal import KPIs

extension LedgerFact {
  /// Reads a payload back. The bytes of segments are not in it: they lie in a table of their own.
  ///
  /// - Throws: ``LedgerFields/Problem``, ``LedgerJSONReader/Problem``.
  init(_ kind: LedgerKind, version: Int, payload: [UInt8]) throws {
    guard version == 1 else { throw LedgerFields.Problem(reason: "its version is \(version)") }
    let fields = try LedgerFields(try LedgerJSONReader.value(of: payload))
    self = try Self.fact(kind, fields)
  }

  private static func fact(_ kind: LedgerKind, _ fields: LedgerFields) throws -> LedgerFact {
    func run() throws -> RunID { try fields.value("run") { RunID($0) } }
    switch kind {
    case .scenarioRegistered: return .scenarioRegistered(try StoredScenario(fields))
    case .runStarted: return .runStarted(try run(), try RunRequest(fields))
    case .replicationRecorded: return .replicationRecorded(try run(), try RecordedReplication(fields))
    case .runCompleted:
      return .runCompleted(try run(), digest: try fields.value("digest") { StreamDigest.Value($0) })
    case .runInterrupted: return .runInterrupted(try run())
    case .runResumed: return .runResumed(try run())
    case .runNamed: return .runNamed(try run(), name: try fields.optionalText("name"))
    case .runDeleted:
      return .runDeleted(
        try run(), reason: try fields.text("reason"), scenarios: try fields.integers("scenarios").map { Int($0) })
    case .retentionApplied: return .retentionApplied(try Retention(fields))
    case .baselineSet:
      return .baselineSet(Baseline(name: try fields.text("name"), run: try run(), details: try details(fields)))
    case .alertRaised:
      return .alertRaised(
        Alert(
          baseline: try fields.text("baseline"), run: try run(), metric: try fields.text("metric"),
          queue: try fields.optionalText("queue"), message: try fields.text("message"), details: try details(fields)))
    case .pointRecorded:
      return .pointRecorded(
        try PointKey(fields), try fields.objects("results").map { try ReplicationResult($0) })
    case .runSettled: return .runSettled(try run(), replications: try RunRequest.replications(fields))
    }
  }

  private static func details(_ fields: LedgerFields) throws -> [Detail] {
    try LedgerFact.pairs(fields, "details").map { Detail($0.0, $0.1) }
  }

  fileprivate static func pairs(_ fields: LedgerFields, _ name: String) throws -> [(String, String)] {
    try fields.array(name).map { element in
      guard case .array(let pair) = element, pair.count == 2, case .text(let left) = pair[0],
        case .text(let right) = pair[1]
      else { throw LedgerFields.Problem(reason: "`\(name)` holds something else than pairs") }
      return (left, right)
    }
  }
}

extension StoredScenario {
  fileprivate init(_ fields: LedgerFields) throws {
    self.init(
      fingerprint: try fields.text("fingerprint"), name: try fields.text("name"),
      fileName: try fields.text("file_name"), source: try fields.text("source"), expanded: try fields.text("expanded"),
      dataFiles: try fields.objects("files").map { DataFile(name: try $0.text("name"), content: try Self.content($0)) })
  }

  private static func content(_ file: LedgerFields) throws -> [UInt8] {
    if let text = try? file.text("content") { return Array(text.utf8) }
    return try file.integers("content").map { number in
      guard let byte = UInt8(exactly: number) else { throw LedgerFields.Problem(reason: "`content` holds no bytes") }
      return byte
    }
  }
}

extension RunRequest {
  fileprivate init(_ fields: LedgerFields) throws {
    self.init(
      scenario: try fields.text("scenario"), name: try fields.optionalText("name"),
      overrides: try LedgerFact.pairs(fields, "overrides").map { ScenarioOverride(key: $0.0, value: $0.1) },
      seed: try fields.value("seed") { UInt64($0) }, replications: try Self.replications(fields),
      keptLogs: try fields.optionalInteger("logs_kept").map { Int($0) },
      engineVersion: try fields.text("engine_version"),
      serviceLevelDefinition: try fields.text("service_level_definition"),
      layout: RunLayout(
        queues: try fields.texts("queues"), teams: try fields.texts("teams"), activities: try fields.texts("activities")
      )
    )
  }

  fileprivate static func replications(_ fields: LedgerFields) throws -> Int {
    let replications = try fields.integer("replications")
    guard 1...Int64(Self.mostReplications) ~= replications else {
      throw LedgerFields.Problem(reason: "`replications` is \(replications)")
    }
    return Int(replications)
  }
}

extension Retention {
  fileprivate init(_ fields: LedgerFields) throws {
    self.init(
      cutOff: try fields.text("cut_off"),
      runs: try fields.texts("runs").map { text in
        guard let run = RunID(text) else { throw LedgerFields.Problem(reason: "`runs` holds no ids") }
        return run
      },
      scenarios: try fields.integers("scenarios").map { Int($0) })
  }
}

extension RecordedReplication {
  fileprivate init(_ fields: LedgerFields) throws {
    var segments: [LogSegment]?
    if (try? fields.array("log")) != nil { segments = try fields.objects("log").map { try LogSegment($0) } }
    self.init(result: try ReplicationResult(fields), segments: segments)
  }
}

extension PointKey {
  fileprivate init(_ fields: LedgerFields) throws {
    self.init(
      scenario: try fields.text("scenario"), people: try fields.text("people"),
      seed: try fields.value("seed") { UInt64($0) }, engineVersion: try fields.text("engine_version"))
    fingerprint = try fields.integer("sums")
  }
}

extension ReplicationResult {
  fileprivate init(_ fields: LedgerFields) throws {
    let (index, events) = (try fields.integer("replication"), try fields.integer("events"))
    guard index >= 0, events >= 0 else { throw LedgerFields.Problem(reason: "a count is negative") }
    self.init(
      index: Int(index), days: try fields.objects("days").map { try DaySums($0) },
      digest: try fields.value("digest") { StreamDigest.Value($0) }, eventCount: Int(events))
  }
}

extension LogSegment {
  fileprivate init(_ fields: LedgerFields) throws {
    func contact(_ name: String) throws -> UInt32 {
      guard let number = UInt32(exactly: try fields.integer(name)) else {
        throw LedgerFields.Problem(reason: "`\(name)` is no contact")
      }
      return number
    }
    self.init(
      firstPosition: Int(try fields.integer("first")), eventCount: Int(try fields.integer("events")),
      codecVersion: Int(try fields.integer("codec")), checksum: try fields.value("checksum") { UInt64($0, radix: 16) },
      extent: Extent(
        firstTime: try fields.integer("from_us"), lastTime: try fields.integer("to_us"),
        leastContact: try contact("least_contact"), greatestContact: try contact("greatest_contact")),
      bytes: [])
  }
}

extension DaySums {
  fileprivate init(_ fields: LedgerFields) throws {
    let queues = try fields.objects("queues")
    let (teams, activities) = (try fields.integers("teams_us"), try fields.integers("activities_us"))
    self.init(queueCount: queues.count, teamCount: teams.count, activityCount: activities.count)
    for (index, queue) in queues.enumerated() {
      try SumColumns.fill(SumColumns.ofQueue, of: &self.queues[index], queue)
    }
    try SumColumns.fill(SumColumns.agents, of: &agents, try fields.object("agents"))
    try SumColumns.fill(SumColumns.agents, of: &peak, try fields.object("peak"))
    peakLength = try fields.integer("peak_length_us")
    timeByActivity = activities
    for (index, scheduled) in teams.enumerated() { self.teams[index].time.scheduled = scheduled }
    // Entries of version 5 know nothing else of teams.
    for (index, team) in ((try? fields.objects("teams")) ?? []).enumerated() where index < self.teams.count {
      try SumColumns.fill(SumColumns.ofTeam, of: &self.teams[index], team)
    }
  }
}
