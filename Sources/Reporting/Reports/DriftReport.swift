public import KPIs

/// A run, or measured days, held against a baseline.
public struct DriftReport: Report, Hashable {
  /// `baseline base (7f3a21c)`.
  public var baseline: String
  /// What is held against it: `run 12ab34c`, `kpis.csv, 60 days, windows of 28`.
  public var subject: String
  public var rows: [Divergence]
  public var currency: String?

  public init(baseline: String, subject: String, rows: [Divergence], currency: String? = nil) {
    self.baseline = baseline
    self.subject = subject
    self.rows = rows
    self.currency = currency
  }

  public var hasDrift: Bool { rows.contains { $0.level != .none } }

  /// `asa_s 3.7s is 85% above the baseline's 2.0s: management review within one hour`.
  public static func sentence(_ row: Divergence, currency: String?) -> String {
    let text = text(row, currency)
    let place = row.window.map { " (\($0))" } ?? ""
    let way = row.relative > 0 ? "above" : "below"
    let review = row.level == .critical ? ": critical, management review within one hour" : ""
    return "\(row.name) \(text.value(row.now))\(place) is \(percent(abs(row.relative))) \(way) the baseline's "
      + "\(text.value(row.baseline))\(review)"
  }

  private static func text(_ row: Divergence, _ currency: String?) -> QuantityText {
    QuantityText(KPICatalog.kpi(named: row.name)?.unit ?? .people, currency: currency)
  }

  private static func percent(_ share: Double) -> String {
    share.isFinite ? NumberText.fixed(share * 100, places: 1) + "%" : "far"
  }

  public var page: Page {
    var page = Page()
    page.add(line: "\(subject) against \(baseline)", .strong)
    page.add(
      Table(
        columns: [
          Column("KPI"), Column("baseline", .decimal), Column("now", .decimal), Column("change", .trailing),
          Column("allowed", .trailing), Column("days"), Column(""),
        ],
        rows: rows.map { row in
          let text = Self.text(row, currency)
          let change =
            row.relative.isFinite ? NumberText.signed(row.relative * 100, places: 1) + "%" : NumberText.missing
          return [
            Cell(row.name), Cell(text.value(row.baseline)), Cell(text.value(row.now)), Cell(change),
            Cell("±\(Self.percent(row.tolerance))"), Cell(row.window ?? ""),
            Cell(row.level == .none ? "" : row.level.rawValue, row.level == .none ? .plain : .bad),
          ]
        }))
    page.add(.blank)
    let critical = rows.filter { $0.level == .critical }
    if !hasDrift { page.add(line: "Nothing drifts.", .good) }
    if !critical.isEmpty {
      page.add(
        line: "Critical: \(critical.map(\.name).joined(separator: ", ")). Management review within one hour.", .bad)
    }
    return page
  }

  public var json: [JSONValue.Member] {
    [
      .init("baseline", .string(baseline)), .init("subject", .string(subject)), .init("drifts", .bool(hasDrift)),
      .init(
        "kpis",
        .array(
          rows.map { row in
            .object([
              "name": .string(row.name), "baseline": .number(row.baseline), "now": .number(row.now),
              "relative": .number(row.relative), "tolerance": .number(row.tolerance), "window": .string(row.window),
              "level": .string(row.level.rawValue),
            ])
          })),
    ]
  }

  public var records: Records {
    Records(
      header: ["name", "baseline", "now", "relative", "tolerance", "window", "level"],
      rows: rows.map {
        [
          .text($0.name), .number($0.baseline), .number($0.now), .number($0.relative), .number($0.tolerance),
          .text($0.window), .text($0.level.rawValue),
        ]
      })
  }
}
