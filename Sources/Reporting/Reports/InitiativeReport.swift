internal import KPIs

/// What an initiative was to bring, and what was measured.
public struct InitiativeReport: Report, Hashable {
  public struct Row: Hashable, Sendable {
    public var name: String
    public var before: Double
    public var projected: Double
    public var measured: Double
    public init(name: String, before: Double, projected: Double, measured: Double) {
      self.name = name
      self.before = before
      self.projected = projected
      self.measured = measured
    }

    /// Part of the projected change that was measured; nil where none was projected.
    public var realised: Double? { projected == before ? nil : (measured - before) / (projected - before) }

    /// From 80% to 120% of the projected change is as projected.
    public var word: String {
      guard let realised else { return "" }
      if realised < 0 { return "the other way" }
      return realised < 0.8 ? "less than projected" : realised > 1.2 ? "more than projected" : "as projected"
    }
  }

  public var name: String
  /// `kpis.csv, 90 days from 2026-08-01 to 2026-10-29`.
  public var measurement: String
  public var rows: [Row]
  public var currency: String?

  public init(name: String, measurement: String, rows: [Row], currency: String? = nil) {
    self.name = name
    self.measurement = measurement
    self.rows = rows
    self.currency = currency
  }

  public var page: Page {
    var page = Page()
    page.add(line: "\(name): projected and measured (\(measurement))", .strong)
    page.add(
      Table(
        columns: [
          Column("KPI"), Column("before", .decimal), Column("projected", .decimal), Column("measured", .decimal),
          Column("of the change", .trailing), Column(""),
        ],
        rows: rows.map { row in
          let text = QuantityText(KPICatalog.kpi(named: row.name)?.unit ?? .people, currency: currency)
          return [
            Cell(row.name), Cell(text.value(row.before)), Cell(text.value(row.projected)),
            Cell(text.value(row.measured)),
            Cell(row.realised.map { NumberText.fixed($0 * 100) + "%" } ?? ""), Cell(row.word),
          ]
        }))
    return page
  }

  public var json: [JSONValue.Member] {
    [
      .init("initiative", .string(name)), .init("measurement", .string(measurement)),
      .init(
        "kpis",
        .array(
          rows.map { row in
            .object([
              "name": .string(row.name), "before": .number(row.before), "projected": .number(row.projected),
              "measured": .number(row.measured), "realised": .number(row.realised), "word": .string(row.word),
            ])
          })),
    ]
  }

  public var records: Records {
    Records(
      header: ["name", "before", "projected", "measured", "realised", "word"],
      rows: rows.map {
        [
          .text($0.name), .number($0.before), .number($0.projected), .number($0.measured), .number($0.realised),
          .text($0.word),
        ]
      })
  }
}
