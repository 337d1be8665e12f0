/// The runs of a store, newest first.
public struct RunListReport: Report, Hashable {
  public struct Row: Hashable, Sendable {
    public var id: String
    public var name: String?
    public var scenario: String
    /// ISO 8601.
    public var startedAt: String
    /// `complete`, `interrupted`, `running`, or `stopped` for a run whose process was killed.
    public var state: String
    public var replications: Int
    public var plannedReplications: Int
    public var seed: UInt64
    public var digest: String
    /// Fraction.
    public var serviceLevel: Double?
    public var averageSpeedOfAnswerSeconds: Double?

    public init(
      id: String, name: String?, scenario: String, startedAt: String, state: String, replications: Int,
      plannedReplications: Int, seed: UInt64, digest: String, serviceLevel: Double?,
      averageSpeedOfAnswerSeconds: Double?
    ) {
      self.id = id
      self.name = name
      self.scenario = scenario
      self.startedAt = startedAt
      self.state = state
      self.replications = replications
      self.plannedReplications = plannedReplications
      self.seed = seed
      self.digest = digest
      self.serviceLevel = serviceLevel
      self.averageSpeedOfAnswerSeconds = averageSpeedOfAnswerSeconds
    }
  }

  public var database: String
  public var rows: [Row]

  public init(database: String, rows: [Row]) {
    self.database = database
    self.rows = rows
  }

  public var page: Page {
    guard !rows.isEmpty else { return Page([.line([Cell("No runs in \(database) yet.")])]) }
    let columns = [
      Column("Run"), Column("Name"), Column("Scenario", wraps: true), Column("Started"),
      Column("Replications", .trailing), Column("Seed", .trailing), Column("Service level", .decimal),
      Column("ASA", .decimal),
    ]
    return Page([.table(Table(columns: columns, rows: rows.map(\.cells)))])
  }

  public var json: [JSONValue.Member] {
    [.init("database", .string(database)), .init("runs", .array(rows.map(\.json)))]
  }

  public var records: Records {
    Records(
      header: [
        "run", "name", "scenario", "started_at", "state", "replications", "planned_replications", "seed",
        "service_level_pct",
        "asa_s", "digest",
      ],
      rows: rows.map(\.fields))
  }
}

extension RunListReport.Row {
  fileprivate var cells: [Cell] {
    let count = NumberText.whole(replications)
    let part =
      replications < plannedReplications ? "\(count) of \(NumberText.whole(plannedReplications)), \(state)" : count
    return [
      Cell(String(id.prefix(7)), .strong), Cell(name ?? ""), Cell(scenario), Cell(String(startedAt.prefix(16))),
      Cell(part), Cell("\(seed)"), Cell(serviceLevel.map { NumberText.fixed($0 * 100, places: 1) + "%" } ?? ""),
      Cell(averageSpeedOfAnswerSeconds.map { DurationText.of(seconds: $0) } ?? ""),
    ]
  }

  fileprivate var json: JSONValue {
    .object([
      "run": .string(id), "name": .string(name), "scenario": .string(scenario), "started_at": .string(startedAt),
      "state": .string(state),
      "replications": .integer(replications), "planned_replications": .integer(plannedReplications),
      "seed": .unsigned(seed), "digest": .string(digest), "service_level": .number(serviceLevel),
      "asa_s": .number(averageSpeedOfAnswerSeconds),
    ])
  }

  fileprivate var fields: [Records.Field] {
    [
      .text(id), .text(name), .text(scenario), .text(startedAt), .text(state), .integer(replications),
      .integer(plannedReplications),
      .text("\(seed)"), .percent(serviceLevel), .number(averageSpeedOfAnswerSeconds), .text(digest),
    ]
  }
}
