internal import ContactCenter
internal import KPIs

extension ComparisonReport {
  /// Longest name of a run that heads a column.
  private static let nameWidth = 16

  public var page: Page {
    var page = Page()
    page.add(
      Table(
        columns: [
          Column(""), Column(name(first), .decimal), Column(name(second), .decimal), Column("difference", .decimal),
          Column("[95% CI]"), Column(""),
        ], rows: comparison.rows.filter(Self.isWorthARow).map(row) + sharedTargets.map(row)))
    page.add(.blank)
    page.add(line: method, .faint)
    if first.facts.definition != second.facts.definition { page.add(line: definitionsDiffer, .unsure) }
    if !differences.isEmpty { page.add(line: "Inputs that differ: \(differences.joined(separator: "; ")).") }
    return page
  }

  private func name(_ side: Side) -> String { TextTable.shortened(side.facts.label, to: Self.nameWidth) }

  /// Contacts that occur in neither run (disconnected ones, usually) need no row.
  private static func isWorthARow(_ row: Comparison.Row) -> Bool {
    row.unit != .contacts || row.first.mean > 0 || row.second.mean > 0
  }

  private func row(_ row: Comparison.Row) -> [Cell] {
    let text = QuantityText(row.unit, currency: first.facts.currency)
    return [
      Cell(row.title), Cell(text.value(row.first.mean)), Cell(text.value(row.second.mean)),
      Cell(text.difference(row.difference)), Cell(text.differenceInterval(row.interval)),
      Cell(row.word.rawValue, row.word.ink),
    ]
  }

  /// Targets of both runs, with the days that meet them.
  private var sharedTargets: [(TargetResult, TargetResult)] {
    first.scorecard.targets.compactMap { result in
      second.scorecard.targets.first { $0.target.name == result.target.name && $0.target.range == result.target.range }
        .map { (result, $0) }
    }
  }

  private func row(_ pair: (TargetResult, TargetResult)) -> [Cell] {
    let days = [pair.0.shareOfDaysMet, pair.1.shareOfDaysMet]
    let texts = days.map { $0.map(VerdictText.daysMet) ?? NumberText.missing }
    var difference = ""
    if let left = days[0], let right = days[1] {
      difference = NumberText.signed((right - left) * 100, places: 0) + " pts"
    }
    return [
      Cell("Days with \(pair.0.target.name) \(pair.0.target.text)"), Cell(texts[0]), Cell(texts[1]), Cell(difference),
      Cell(""), Cell(""),
    ]
  }

  private var method: String {
    guard comparison.isPaired else {
      return "Not paired (\(reasonUnpaired ?? "independent runs")): Welch intervals."
    }
    let name = "service_level"
    guard let paired = halfWidth(comparison, name), let apart = unpaired.flatMap({ halfWidth($0, name) }) else {
      return "Paired on common random numbers."
    }
    return "Paired on common random numbers: the service level's interval would be \(points(apart)) unpaired, "
      + "and is \(points(paired)) paired."
  }

  private func halfWidth(_ comparison: Comparison, _ name: String) -> Double? {
    comparison.rows.first { $0.name == name }?.interval.map { ($0.upperBound - $0.lowerBound) / 2 }
  }

  private func points(_ share: Double) -> String { "±\(NumberText.fixed(share * 100, places: 2)) pts" }

  private var definitionsDiffer: String {
    "The service levels are defined differently: \(first.facts.definition.rawValue) and "
      + "\(second.facts.definition.rawValue)."
  }
}

extension Comparison.Word {
  var ink: Ink {
    switch self {
    case .better: .good
    case .worse: .bad
    case .unclear: .faint
    case .higher, .lower, .same: .plain
    }
  }
}
