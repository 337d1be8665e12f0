internal import ContactCenter
internal import KPIs

extension ComparisonReport {
  /// Longest name of a run that heads a column.
  private static let nameWidth = 16

  public var page: Page {
    var page = Page()
    for (number, pair) in pairs.enumerated() {
      if pairs.count > 1 {
        if number > 0 { page.add(.blank) }
        page.add(.title("\(pair.second.facts.label) against \(first.facts.label)"))
      }
      add(pair, to: &page)
    }
    if pairs.count > 1 {
      page.add(.blank)
      let family = "the \(pairs.count) comparisons of a KPI"
      page.add(line: "Words by Holm's rule over \(family); each interval is a 95% one of its own.", .faint)
    }
    return page
  }

  private func add(_ pair: Pair, to page: inout Page) {
    page.add(
      Table(
        columns: [
          Column(""), Column(name(first), .decimal), Column(name(pair.second), .decimal),
          Column("difference", .decimal), Column("[95% CI]"), Column(""),
        ], rows: pair.comparison.rows.filter(Self.isWorthARow).map(row)))
    page.add(.blank)
    page.add(line: Self.method(pair), .faint)
    if pair.isSequential {
      page.add(
        line: "Stopped by its targets: the intervals are those of repeated looks, which hold whenever it stops.", .faint
      )
    }
    for remark in remarks(pair) { page.add(line: remark, .unsure) }
    if !pair.differences.isEmpty {
      page.add(line: "Inputs that differ: \(pair.differences.joined(separator: "; ")).")
    }
  }

  private func name(_ side: Side) -> String { TextTable.shortened(side.facts.label, to: Self.nameWidth) }

  /// Contacts that occur in neither run (disconnected ones, usually) need no row.
  private static func isWorthARow(_ row: Comparison.Row) -> Bool {
    row.unit != .contacts || row.first.mean > 0 || row.second.mean > 0
  }

  private func row(_ row: Comparison.Row) -> [Cell] {
    if let target = row.target { return daysMet(row, target) }
    let text = QuantityText(row.unit, currency: first.facts.currency)
    return [
      Cell(row.title), Cell(text.value(row.first.mean)), Cell(text.value(row.second.mean)),
      Cell(text.difference(row.difference)), Cell(text.differenceInterval(row.interval)),
      Cell(row.word.rawValue, row.word.ink),
    ]
  }

  /// Targets of both runs, with the days that meet them.
  private func daysMet(_ row: Comparison.Row, _ target: Target) -> [Cell] {
    let difference = NumberText.signed(row.difference * 100, places: 0) + " pts"
    let interval = row.interval.map { interval in
      let bounds = [interval.lowerBound, interval.upperBound].map { NumberText.signed($0 * 100, places: 0) }
      return "[\(bounds[0]), \(bounds[1])]"
    }
    return [
      Cell("Days with \(target.name) \(target.text)"), Cell(VerdictText.daysMet(row.first.mean)),
      Cell(VerdictText.daysMet(row.second.mean)), Cell(difference), Cell(interval ?? ""),
      Cell(row.word.rawValue, row.word.ink),
    ]
  }

  /// Whether the runs were paired, and what that has won.
  private static func method(_ pair: Pair) -> String {
    guard pair.comparison.isPaired else {
      return "Not paired (\(pair.reasonUnpaired ?? "independent runs")): Welch intervals."
    }
    let gains = ["service_level", "occupancy"].compactMap { name -> String? in
      guard let row = pair.comparison.rows.first(where: { $0.name == name }), let paired = row.interval,
        let apart = row.unpairedInterval, let factor = row.varianceReduction
      else { return nil }
      return "\(row.title.lowercased()) ±\(points(paired)) instead of ±\(points(apart)) pts, variance \(times(factor))"
    }
    let count = pair.comparison.counts[0]
    let days = "\(NumberText.whole(count)) replication\(count == 1 ? "" : "s") in common"
    guard !gains.isEmpty else { return "Paired on common random numbers, \(days)." }
    return "Paired on common random numbers, \(days): \(gains.joined(separator: "; "))."
  }

  private static func points(_ interval: ClosedRange<Double>) -> String {
    NumberText.fixed((interval.upperBound - interval.lowerBound) * 50, places: 2)
  }

  private static func times(_ factor: Double) -> String {
    "/ \(NumberText.fixed(factor, places: factor < 99.95 ? 1 : 0))"
  }

  /// What keeps two figures of one name from being figures of one thing.
  func remarks(_ pair: Pair) -> [String] {
    let (left, right) = (first.facts, pair.second.facts)
    var remarks: [String] = []
    if left.definition != right.definition {
      remarks.append(
        "The service levels are defined differently: \(left.definition.rawValue) and \(right.definition.rawValue).")
    }
    if left.waitBasis != right.waitBasis {
      let bases = "\(left.waitBasis.rawValue) and \(right.waitBasis.rawValue)"
      remarks.append("The service levels count different waits: wait_basis is \(bases).")
    }
    let waits = left.acceptableWaits.compactMap { wait -> String? in
      guard let other = right.acceptableWaits.first(where: { $0.queue == wait.queue }), other.seconds != wait.seconds
      else { return nil }
      let texts = [wait.seconds, other.seconds].map { DurationText.plain(seconds: $0) }
      return "\(wait.queue) \(texts[0]) and \(texts[1])"
    }
    if !waits.isEmpty {
      remarks.append("The acceptable waits differ, so the service levels do too: \(waits.joined(separator: ", ")).")
    }
    return remarks
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
