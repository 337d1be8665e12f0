internal import ContactCenter
internal import Reporting
internal import ScenarioFiles
internal import Workforce

extension FigureReport {
  /// What a guideline of so many people can mean, and where each reading holds.
  init(guideline people: ClosedRange<Int>, _ document: ScenarioDocument) throws {
    let scenario = document.scenario
    let own = scenario.averageShrinkage
    let shrinkages = Set([.percent(25), .percent(30), own]).sorted()
    let guideline = try Guideline(
      scenario, people: people, shrinkages: shrinkages, occupancies: [.percent(75), .percent(85)])
    let range = "\(people.lowerBound) to \(people.upperBound)"
    self.init(
      facts: [
        .init("scenario", .string(scenario.name)),
        .init("provenance", .object(["scenario_sha256": .string(document.fingerprint)])),
        .init("people", .array([.integer(people.lowerBound), .integer(people.upperBound)])),
        .init("handle_time_s", .number(guideline.handleTimeSeconds)),
        .init("peak_calls_per_h", .number(guideline.peakContactsPerHour)),
        .init("calls_per_day", .number(guideline.contactsPerDay)),
      ],
      sections: [Self.readings(guideline, range), Self.shrinkages(guideline, range)],
      notes: [
        "A handle time is the mean of all contacts with wrap-up. Readings at one handle time differ by factors: name "
          + "the one that is meant, `staffed`, `fte_workload` or `headcount`."
      ])
  }

  private static func readings(_ guideline: Guideline, _ range: String) -> Section {
    let handle = DurationText.of(seconds: guideline.handleTimeSeconds)
    return Section(
      name: "readings",
      lead: [
        "\(NumberText.fixed(guideline.contactsPerDay)) contacts a day, "
          + "\(NumberText.fixed(guideline.peakContactsPerHour, places: 1)) in the busiest hour, handle time \(handle)."
      ],
      table: Table(
        columns: [
          Column("People are"), Column("Shrinkage", .decimal), Column("At \(handle)", .decimal),
          Column("\(range) holds for handle times"), Column("Here"),
        ], rows: guideline.rows.map { cells($0, guideline.people) }),
      header: ["reading", "shrinkage", "occupancy", "people", "handle_time_from_s", "handle_time_to_s", "holds_here"],
      rows: guideline.rows.map { fields($0, guideline.people) })
  }

  private static func cells(_ row: Guideline.Row, _ people: ClosedRange<Int>) -> [Cell] {
    let holds = holds(row, people)
    return [
      Cell(name(row.reading, row.occupancy)), Cell(FigureText.percent(row.shrinkage.fraction)),
      Cell(NumberText.fixed(row.people, places: row.reading == .scheduledAtPeak ? 0 : 1)),
      Cell(row.handleTimeSeconds.map(minutes) ?? "none"),
      Cell(holds ? "✓ yes" : "✗ no", holds ? .good : .bad),
    ]
  }

  private static func fields(_ row: Guideline.Row, _ people: ClosedRange<Int>) -> [Records.Field] {
    [
      .text(row.reading.rawValue), .number(row.shrinkage.fraction), FigureText.field(row.occupancy?.fraction),
      .number(row.people), FigureText.field(row.handleTimeSeconds?.lowerBound),
      FigureText.field(row.handleTimeSeconds?.upperBound), .text(holds(row, people) ? "yes" : "no"),
    ]
  }

  private static func shrinkages(_ guideline: Guideline, _ range: String) -> Section {
    Section(
      name: "shrinkage_ranges", lead: [],
      table: Table(
        columns: [
          Column("People are"),
          Column("\(range) holds at \(DurationText.of(seconds: guideline.handleTimeSeconds)) for shrinkages"),
        ],
        rows: guideline.shrinkageRanges.map { row in
          let text = row.shrinkage.map {
            "\(FigureText.percent($0.lowerBound)) to \(FigureText.percent($0.upperBound))"
          }
          return [Cell(name(row.reading, row.occupancy)), Cell(text ?? "none")]
        }),
      header: ["reading", "occupancy", "shrinkage_from", "shrinkage_to"],
      rows: guideline.shrinkageRanges.map { row in
        [
          .text(row.reading.rawValue), FigureText.field(row.occupancy?.fraction),
          FigureText.field(row.shrinkage?.lowerBound), FigureText.field(row.shrinkage?.upperBound),
        ]
      })
  }

  private static func holds(_ row: Guideline.Row, _ people: ClosedRange<Int>) -> Bool {
    (Double(people.lowerBound)...Double(people.upperBound)).contains(row.people)
  }

  private static func name(_ reading: Guideline.Reading, _ occupancy: Share?) -> String {
    switch reading {
    case .scheduledAtPeak: "scheduled in the busiest hour"
    case .workload:
      "full-time by workload, \(NumberText.fixed((occupancy ?? .whole).fraction * 100))% busy"
    case .payroll: "on the payroll, 40 h a week"
    }
  }

  /// In tenths of a minute, rounded inwards: the reading holds at both ends.
  private static func minutes(_ seconds: ClosedRange<Double>) -> String {
    let lower = (seconds.lowerBound / 6).rounded(.up) / 10
    let upper = (seconds.upperBound / 6).rounded(.down) / 10
    return "\(NumberText.fixed(lower, places: 1)) to \(NumberText.fixed(upper, places: 1)) min"
  }
}
