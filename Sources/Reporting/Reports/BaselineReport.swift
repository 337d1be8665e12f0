public import KPIs

/// The baselines that are set: their figures, how far each may move, and the alerts raised against them.
public struct BaselineReport: Report, Hashable {
  public struct Row: Hashable, Sendable {
    public var name: String
    public var estimate: Estimate
    /// Relative, 0.1 for 10%.
    public var tolerance: Double
    public init(name: String, estimate: Estimate, tolerance: Double) {
      (self.name, self.estimate, self.tolerance) = (name, estimate, tolerance)
    }
  }

  public struct RaisedAlert: Hashable, Sendable {
    /// UTC.
    public var at: String
    public var run: String
    public var metric: String
    public var message: String
    public init(at: String, run: String, metric: String, message: String) {
      (self.at, self.run, self.metric, self.message) = (at, run, metric, message)
    }
  }

  public struct Baseline: Hashable, Sendable {
    public var name: String
    public var facts: RunFacts
    public var rows: [Row]
    /// The latest first.
    public var alerts: [RaisedAlert]
    public init(name: String, facts: RunFacts, rows: [Row], alerts: [RaisedAlert]) {
      (self.name, self.facts, self.rows, self.alerts) = (name, facts, rows, alerts)
    }
  }

  public var baselines: [Baseline]

  public init(baselines: [Baseline]) { self.baselines = baselines }

  public var page: Page {
    var page = Page()
    for (number, baseline) in baselines.enumerated() {
      if number > 0 { page.add(.blank) }
      let facts = baseline.facts
      page.add(
        line: "\(baseline.name): run \(facts.label) of \(facts.scenarioName), \(facts.span), seed \(facts.seed)",
        .strong)
      page.add(figures(baseline))
      page.add(
        Table(
          heading: "Alerts", columns: [Column("at"), Column("run"), Column("what", wraps: true)],
          rows: baseline.alerts.map { [Cell($0.at), Cell($0.run), Cell($0.message, .bad)] }))
    }
    return page
  }

  private func figures(_ baseline: Baseline) -> Table {
    Table(
      columns: [Column("KPI"), Column("baseline", .decimal), Column("allowed", .trailing)],
      rows: baseline.rows.map { row in
        let text = QuantityText(row.estimate.unit, currency: baseline.facts.currency)
        return [
          Cell(row.name), Cell(text.value(row.estimate.mean)),
          Cell("±\(NumberText.fixed(row.tolerance * 100, places: 1))%"),
        ]
      })
  }

  public var json: [JSONValue.Member] {
    [
      .init(
        "baselines",
        .array(
          baselines.map { baseline in
            .object([
              "name": .string(baseline.name), "inputs": baseline.facts.inputs,
              "provenance": baseline.facts.provenance,
              "kpis": .array(
                baseline.rows.map {
                  .object([
                    "name": .string($0.name), "baseline": .number($0.estimate.mean), "tolerance": .number($0.tolerance),
                  ])
                }),
              "alerts": .array(
                baseline.alerts.map {
                  .object([
                    "at": .string($0.at), "run": .string($0.run), "kpi": .string($0.metric),
                    "message": .string($0.message),
                  ])
                }),
            ])
          }))
    ]
  }

  /// One row a figure, then one an alert.
  public var records: Records {
    Records(
      header: ["kind", "baseline", "run", "kpi", "value", "tolerance", "at", "message"],
      rows: baselines.flatMap { baseline in
        baseline.rows.map {
          [
            .text("kpi"), .text(baseline.name), .text(baseline.facts.label), .text($0.name), .number($0.estimate.mean),
            .number($0.tolerance), .missing, .missing,
          ]
        }
          + baseline.alerts.map {
            [
              .text("alert"), .text(baseline.name), .text($0.run), .text($0.metric), .missing, .missing, .text($0.at),
              .text($0.message),
            ]
          }
      })
  }
}
