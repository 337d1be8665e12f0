/// The proof that a run's stored figures follow from its log.
public struct ReplayReport: Report, Hashable {
  public var run: String
  public var eventCount: Int
  /// Replications whose stored log was folded again.
  public var folded: Int
  /// Replications whose log was made again from plan, seed and index.
  public var regenerated: Int
  public var kpiCount: Int
  public var seconds: Double
  public var digest: String
  /// The version that made the run, where it is not the present one.
  public var otherEngine: String?
  /// What did not agree; empty when the proof holds.
  public var contradictions: [String]

  public init(
    run: String, eventCount: Int, folded: Int, regenerated: Int, kpiCount: Int, seconds: Double, digest: String,
    otherEngine: String? = nil, contradictions: [String] = []
  ) {
    self.run = run
    self.eventCount = eventCount
    self.folded = folded
    self.regenerated = regenerated
    self.kpiCount = kpiCount
    self.seconds = seconds
    self.digest = digest
    self.otherEngine = otherEngine
    self.contradictions = contradictions
  }

  public var page: Page {
    let events = "Replayed \(NumberText.whole(eventCount)) events in \(DurationText.of(seconds: seconds))"
    let source =
      "\(NumberText.whole(folded)) from the stored log, \(NumberText.whole(regenerated)) made again from the seed"
    var page = Page()
    if contradictions.isEmpty {
      page.add(
        .line([
          Cell("✓ ", .good),
          Cell("\(events): sums and \(kpiCount) KPIs equal the stored ones (digest \(digest.prefix(12)))."),
        ]))
    } else {
      page.add(.line([Cell("✗ ", .bad), Cell("\(events): they do not give the stored figures.")]))
      for contradiction in contradictions { page.add(line: "  " + contradiction, .bad) }
    }
    page.add(line: "  Replications: \(source).", .faint)
    if let otherEngine {
      page.add(line: "  The run was made by busyhour \(otherEngine), not by this version.", .unsure)
    }
    return page
  }

  public var json: [JSONValue.Member] {
    [
      .init("run", .string(run)), .init("proved", .bool(contradictions.isEmpty)), .init("events", .integer(eventCount)),
      .init("replications_from_log", .integer(folded)), .init("replications_made_again", .integer(regenerated)),
      .init("kpis", .integer(kpiCount)), .init("seconds", .number(seconds)), .init("digest", .string(digest)),
      .init("other_engine", .string(otherEngine)),
      .init("contradictions", .array(contradictions.map { .string($0) })),
    ]
  }

  public var records: Records {
    Records(
      header: [
        "run", "proved", "events", "replications_from_log", "replications_made_again", "kpis", "seconds", "digest",
      ],
      rows: [
        [
          .text(run), .text(contradictions.isEmpty ? "yes" : "no"), .integer(eventCount), .integer(folded),
          .integer(regenerated), .integer(kpiCount), .number(seconds), .text(digest),
        ]
      ])
  }
}
