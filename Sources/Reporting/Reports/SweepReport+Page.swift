internal import ContactCenter
internal import KPIs

extension SweepReport {
  /// Figures of every sweep; those of targets beside them come after.
  private static let usual = ["on_phones_peak", "service_level", "asa_s", "abandonment", "occupancy"]
  private static let most = 7

  public var page: Page {
    var page = Page()
    page.add(
      line: "\(facts.scenarioName): \(keys.joined(separator: " x ")), \(facts.span) a point, seed \(facts.seed)",
      .strong)
    page.add(line: people, .faint)
    page.add(table)
    if !limits.isEmpty { page.add(.blank) }
    for limit in limits { page.add(line: sentence(limit)) }
    if missingPoints > 0 {
      page.add(line: "Out of time: \(missingPoints) points are missing.", .unsure)
    }
    for note in notes { page.add(line: note, .unsure) }
    return page
  }

  private var people: String {
    switch staffing {
    case .given: "People as the scenario schedules them."
    case .kept: "People solved once, at the scenario's own values, and kept at every point (--resolve solves again)."
    case .solved: "People solved again at every point (--resolve)."
    }
  }

  /// Names of the figures that are shown.
  private var shown: [String] {
    let targets = facts.targetMetrics(points.first?.scorecard)
    let names = Self.usual + targets.filter { !Self.usual.contains($0) }
    let known = names.filter { name in points.contains { $0.scorecard.metric(name) != nil } }
    return Array(known.prefix(Self.most))
  }

  private var table: Table {
    let names = shown
    let titles = names.map { KPICatalog.kpi(named: $0)?.title ?? $0 }
    let hasTargets = points.contains { !$0.scorecard.targets.isEmpty }
    return Table(
      columns: [Column("")] + keys.map { Column(TextTable.shortened($0, to: 24), .trailing) }
        + zip(names, titles).flatMap { name, title in
          [Column(Self.short(title), .decimal)] + (name == "service_level" ? [Column("")] : [])
        }
        + (hasTargets ? [Column("days", .trailing), Column("", wraps: true)] : []),
      rows: points.map { row($0, names, hasTargets: hasTargets) })
  }

  private func row(_ point: Point, _ names: [String], hasTargets: Bool) -> [Cell] {
    let figures = names.flatMap { name -> [Cell] in
      guard let estimate = point.scorecard.metric(name)?.estimate else {
        return name == "service_level" ? ["", ""] : [""]
      }
      let text = QuantityText(estimate.unit, currency: facts.currency)
      let value = Cell(text.value(estimate.mean))
      return name == "service_level" ? [value, Cell(text.plusMinus(estimate.halfWidth), .faint)] : [value]
    }
    var cells = [Cell(point.isBase ? "▸" : "")] + point.values.map { Cell(TextTable.shortened($0, to: 32)) } + figures
    guard hasTargets else { return cells }
    cells.append(Cell(point.scorecard.targets.first?.shareOfDaysMet.map(VerdictText.daysMet) ?? ""))
    cells.append(verdict(point.scorecard.targets))
    return cells
  }

  /// The targets that are not met; a mark alone where all are.
  private func verdict(_ targets: [TargetResult]) -> Cell {
    let missed = targets.filter { $0.verdict == .missed }.map(\.target.name)
    let unsure = targets.filter { $0.verdict == .unsure }.map(\.target.name)
    if missed.isEmpty, unsure.isEmpty { return Cell("✓", .good) }
    let parts = [("✗ ", missed), ("? ", unsure)].filter { !$0.1.isEmpty }
    return Cell(
      parts.map { $0.0 + $0.1.joined(separator: ", ") }.joined(separator: "; "), missed.isEmpty ? .unsure : .bad)
  }

  private static func short(_ title: String) -> String {
    ["On phones at the peak": "On phones", "ASA (answered)": "ASA", "Staffed at the peak": "Staffed"][title] ?? title
  }

  // MARK: Limits

  /// `service_level 90% in 20s holds up to 33.5% [32.9%, 34.1%] on average; on 95% of days up to 30.1% [...].`
  func sentence(_ limit: Limit) -> String {
    let average = places(limit.pair.onAverage, limit)
    let days = limit.pair.onMostDays.map { places($0, limit) }
    let start = "\(limit.target.name) \(limit.target.text) holds" + (limit.fixed.isEmpty ? "" : " at \(limit.fixed)")
    guard let days else { return "\(start) \(average) on average." }
    if days == average { return "\(start) \(average), on average and on 95% of days." }
    return "\(start) \(average) on average; on 95% of days \(days)."
  }

  private func places(_ breakEven: BreakEven, _ limit: Limit) -> String {
    let span = "from \(limit.first) to \(limit.last)"
    guard !breakEven.stretches.isEmpty else { return "nowhere \(span)" }
    return breakEven.stretches.map { stretch in
      switch (stretch.from, stretch.to) {
      case (nil, nil): "everywhere \(span)"
      case (nil, let to?): "up to \(place(to, limit))"
      case (let from?, nil): "from \(place(from, limit))"
      case (let from?, let to?): "from \(place(from, limit)) to \(place(to, limit))"
      }
    }.joined(separator: " and ")
  }

  private func place(_ crossing: BreakEven.Crossing, _ limit: Limit) -> String {
    guard let interval = crossing.interval else { return limit.text(crossing.value) }
    return "\(limit.text(crossing.value)) [\(limit.text(interval.lowerBound)), \(limit.text(interval.upperBound))]"
  }
}

extension RunFacts {
  /// Metrics that the targets are about.
  fileprivate func targetMetrics(_ scorecard: Scorecard?) -> [String] {
    (scorecard?.targets ?? []).map(\.target.metric).reduce(into: []) { names, name in
      if !names.contains(name) { names.append(name) }
    }
  }
}
