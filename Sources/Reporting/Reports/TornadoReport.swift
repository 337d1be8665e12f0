internal import ContactCenter
public import KPIs

/// What each input does to one KPI when it alone is lower or higher, the strongest first.
public struct TornadoReport: Report {
  public struct Swing: Sendable {
    /// As `--set` takes it, `handle=-10%`.
    public var setting: String
    public var value: Double
    /// From the base, on the same draws.
    public var difference: Double
    public var interval: ClosedRange<Double>?
    public init(setting: String, value: Double, difference: Double, interval: ClosedRange<Double>?) {
      self.setting = setting
      self.value = value
      self.difference = difference
      self.interval = interval
    }
  }

  public struct Bar: Sendable {
    public var input: String
    public var base: String
    /// nil where the input cannot be lower, or higher.
    public var low: Swing?
    public var high: Swing?
    /// Whether it has an uncertainty of its own.
    public var isOwn: Bool
    public init(input: String, base: String, low: Swing?, high: Swing?, isOwn: Bool = false) {
      self.isOwn = isOwn
      self.input = input
      self.base = base
      self.low = low
      self.high = high
    }
    /// The input; with its own uncertainty where it has one.
    var name: String {
      let ends = [low, high].compactMap { $0?.setting.dropFirst(input.count + 1) }
      return isOwn ? "\(input) \(ends.joined(separator: ".."))" : input
    }

    /// The greater of the two differences.
    public var reach: Double { max(abs(low?.difference ?? 0), abs(high?.difference ?? 0)) }
  }

  public var facts: RunFacts
  public var kpi: KPI
  public var base: Estimate
  /// By reach, the greatest first.
  public var bars: [Bar]
  /// Inputs that move nothing.
  public var idle: [String]
  public var staffing: SweepReport.Staffing
  public var change: String
  /// Inputs that the time did not suffice for.
  public var missing: [String]

  public init(
    facts: RunFacts, kpi: KPI, base: Estimate, bars: [Bar], staffing: SweepReport.Staffing, change: String,
    missing: [String] = []
  ) {
    self.facts = facts
    self.kpi = kpi
    self.base = base
    self.bars = bars.filter { $0.reach > 0 }.enumerated().sorted {
      ($1.element.reach, $0.offset) < ($0.element.reach, $1.offset)
    }.map(\.element)
    idle = bars.filter { $0.reach == 0 }.map(\.input)
    self.staffing = staffing
    self.change = change
    self.missing = missing
  }
}

extension TornadoReport {
  private static let width = 8

  public var page: Page {
    var page = Page()
    let text = QuantityText(kpi.unit, currency: facts.currency)
    let isOwn = bars.contains(where: \.isOwn)
    page.add(
      line:
        "\(facts.scenarioName): \(kpi.title.lowercased()) \(text.value(base.mean)) \(text.interval(base.interval)), "
        + "each input \(change)\(isOwn ? " or its own" : ""), \(facts.span) a point, seed \(facts.seed)", .strong)
    if staffing == .kept { page.add(line: "People solved once, at the scenario's own values, and kept.", .faint) }
    let most = bars.first?.reach ?? 0
    page.add(
      Table(
        columns: [
          Column("input"), Column("lower", .decimal), Column("[95% CI]"), Column(""), Column("higher", .decimal),
          Column("[95% CI]"),
        ],
        rows: bars.map { bar in
          [Cell(bar.name)] + Self.cells(bar.low, text) + [Cell(Self.drawing(bar, most), .faint)]
            + Self.cells(bar.high, text)
        }))
    if !idle.isEmpty {
      page.add(.blank)
      page.add(line: "Without any effect: \(idle.joined(separator: ", ")).", .faint)
    }
    if !missing.isEmpty {
      page.add(.blank)
      page.add(line: "Out of time: \(missing.joined(separator: ", ")) are missing. The same command goes on.", .unsure)
    }
    return page
  }

  private static func cells(_ swing: Swing?, _ text: QuantityText) -> [Cell] {
    guard let swing else { return ["", ""] }
    return [Cell(text.difference(swing.difference)), Cell(text.differenceInterval(swing.interval))]
  }

  /// The lower value's half to the left of the line, the higher value's to the right; as long as the effect is great.
  private static func drawing(_ bar: Bar, _ most: Double) -> String {
    func length(_ swing: Swing?) -> Int {
      most > 0 ? Int((abs(swing?.difference ?? 0) / most * Double(width)).rounded()) : 0
    }
    let (left, right) = (length(bar.low), length(bar.high))
    return String(repeating: " ", count: width - left) + String(repeating: "▒", count: left) + "│"
      + String(repeating: "█", count: right) + String(repeating: " ", count: width - right)
  }

  public var json: [JSONValue.Member] {
    [
      .init("inputs", facts.inputs), .init("kpi", .string(kpi.name)), .init("base", base.json()),
      .init("change", .string(change)), .init("staffing", .string(staffing.rawValue)),
      .init(
        "bars",
        .array(
          bars.map { bar in
            .object([
              "input": .string(bar.input), "base": .string(bar.base), "low": bar.low.map(Self.object) ?? .null,
              "high": bar.high.map(Self.object) ?? .null, "own_uncertainty": .bool(bar.isOwn),
            ])
          })), .init("without_effect", .array(idle.map { .string($0) })),
      .init("missing", .array(missing.map { .string($0) })),
    ]
  }

  private static func object(_ swing: Swing) -> JSONValue {
    .object([
      "set": .string(swing.setting), "value": .number(swing.value), "difference": .number(swing.difference),
      "ci95": .interval(swing.interval),
    ])
  }

  public var records: Records {
    Records(
      header: ["rank", "input", "base", "kpi", "set", "value", "difference", "ci95_low", "ci95_high"],
      rows: bars.enumerated().flatMap { rank, bar in
        [bar.low, bar.high].compactMap { $0 }.map { swing in
          [
            .integer(rank + 1), .text(bar.input), .text(bar.base), .text(kpi.name), .text(swing.setting),
            .number(swing.value), .number(swing.difference), .number(swing.interval?.lowerBound),
            .number(swing.interval?.upperBound),
          ]
        }
      })
  }
}
