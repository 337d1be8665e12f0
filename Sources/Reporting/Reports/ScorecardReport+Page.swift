internal import ContactCenter
internal import KPIs

extension ScorecardReport {
  public var page: Page {
    var page = Page()
    if !headline.isEmpty { page.add(line: headline, .strong) }
    page.add(line: opening, .faint)
    page.add(targetTable)
    if isBrief { return page }
    page.add(metricTable)
    page.add(peopleTable)
    addShape(to: &page)
    for kind in [Part.Kind.queue, .channel, .team, .day, .week, .window] { page.add(partTable(kind)) }
    page.add(partTable(.interval))
    addIntervalCurve(to: &page)
    page.add(activityTable)
    page.add(partTable(.teamActivity))
    page.add(.blank)
    page.add(line: facts.serviceLevelSentence, .faint)
    return page
  }

  private var opening: String {
    let planned = facts.plannedReplications
    let part = facts.replications < planned ? " of \(NumberText.whole(planned)) (interrupted)" : ""
    let rule = facts.isSequential ? ", stopped by its targets" : ""
    return "\(facts.span)\(part)\(rule), seed \(facts.seed), digest \(facts.digest.prefix(12))"
  }

  private var targetTable: Table {
    Table(
      heading: "Targets",
      columns: [
        Column("Target"), Column("want"), Column("got", .decimal), Column(facts.intervalTitle),
        Column("of days", .trailing),
        Column("of weeks", .trailing),
        Column("", wraps: true),
      ],
      rows: scorecard.targets.map { result in
        let text = VerdictText(result, facts)
        return [
          Cell("\(text.mark) \(result.target.name)", text.ink), Cell(result.target.text), Cell(text.got, .strong),
          Cell(text.interval), Cell(text.daysMet), Cell(text.weeksMet), Cell(text.graded, text.ink),
        ]
      })
  }

  private var metricTable: Table {
    Table(
      heading: "Metrics",
      columns: [Column("Metric"), Column("mean", .decimal), Column(facts.intervalTitle), Column("5th..95th day")],
      rows: scorecard.metrics.filter(Self.isWorthARow).map { Self.row($0, currency: facts.currency) })
  }

  /// People have a table of their own; contacts that never occur (disconnected ones, usually) need no row.
  private static func isWorthARow(_ metric: Scorecard.Metric) -> Bool {
    switch metric.estimate.unit {
    case .people: false
    case .contacts: metric.estimate.mean > 0 || metric.name == KPI.contactsOffered.name
    default: true
    }
  }

  /// Three readings of "how many people", side by side, so that nobody takes one for another.
  private var peopleTable: Table {
    Table(
      heading: "People",
      columns: [
        Column("Reading"), Column("mean", .decimal), Column(facts.intervalTitle), Column("what it counts", wraps: true),
      ],
      rows: scorecard.metrics.filter { $0.estimate.unit == .people }.map { metric in
        Self.row(metric, currency: nil).dropLast() + [Cell(Self.reading(metric), .faint)]
      })
  }

  private static func row(_ metric: Scorecard.Metric, currency: String?) -> [Cell] {
    let (estimate, text) = (metric.estimate, QuantityText(metric.estimate.unit, currency: currency))
    return [
      Cell(metric.title), Cell(text.value(estimate.mean)), Cell(text.plusMinus(estimate.halfWidth)),
      Cell(estimate.percentiles.map { text.range($0.p05, $0.p95) } ?? ""),
    ]
  }

  private static func reading(_ metric: Scorecard.Metric) -> String {
    switch metric.name {
    case "staffed_peak": "scheduled in the busiest interval, shrinkage included"
    case "on_phones_peak": "of those, on the phones: shrinkage (rounded down) and breaks taken off"
    case "fte_workload": "a day's work in 8-hour people, without queueing"
    case "headcount":
      "on the payroll for the roster of the whole opening time, in full-time people (40 h): "
        + "\(NumberText.fixed(metric.estimate.mean.rounded(.up))) whole ones"
    default: KPICatalog.kpi(named: metric.name)?.definition ?? ""
    }
  }

  private func addShape(to page: inout Page) {
    guard let shape else { return }
    page.add(.blank)
    page.add(line: shape.sentence)
  }
}

// MARK: - Parts

extension ScorecardReport {
  /// The columns of a part, as many as fit the width. Handle times belong to the interval in which they end, so those
  /// of the first and last ones of a day would mislead a reader.
  private static func shown(_ kind: Part.Kind) -> [String] {
    let contacts = ["offered", "service_level", "asa_s", "abandonment"]
    switch kind {
    case .queue, .channel, .day, .week, .window: return contacts + ["aht_s"]
    case .team: return ["answered", "asa_s", "aht_s", "occupancy", "shrinkage"]
    case .interval: return contacts + ["occupancy"]
    case .activity, .teamActivity: return ["time_share"]
    }
  }

  /// Where work can wait, and where channels fail, there is something to say of every interval of the night.
  private static func isWorthARow(_ interval: Part) -> Bool {
    shown(.interval).contains { interval.metric($0).map { $0.estimate.mean > 0 } ?? false }
  }

  private func partTable(_ kind: Part.Kind) -> Table {
    let parts = kind == .interval ? parts(kind).filter(Self.isWorthARow) : parts(kind)
    let names = Self.shown(kind).filter { name in parts.contains { $0.metric(name) != nil } }
    let titles = names.map { name in KPICatalog.kpi(named: name)?.title ?? name }
    let title = kind.rawValue.replacing("_", with: " and ")
    return Table(
      heading: "By \(title)",
      columns: [Column(title)] + titles.flatMap { [Column($0, .decimal), Column("")] },
      rows: parts.map { part in
        [Cell(part.name)]
          + names.flatMap { name -> [Cell] in
            guard let estimate = part.metric(name)?.estimate else { return ["", ""] }
            let text = QuantityText(estimate.unit, currency: facts.currency)
            let plusMinus = name == "service_level" ? text.plusMinus(estimate.halfWidth) : ""
            return [Cell(text.value(estimate.mean)), Cell(plusMinus, .faint)]
          }
      })
  }

  /// Where scheduled time goes, and how that compares with what the scenario assumes.
  private var activityTable: Table {
    let text = QuantityText(.ratio, currency: nil)
    return Table(
      heading: "Scheduled time",
      columns: [
        Column("What for"), Column("realised", .decimal), Column("95% CI"), Column("assumed", .decimal),
        Column("difference", .decimal), Column("", wraps: true),
      ],
      rows: parts(.activity).compactMap { part in
        guard let estimate = part.metric(KPI.timeShare.name)?.estimate else { return nil }
        let difference = part.assumedShare.map { estimate.mean - $0 }
        return [
          Cell(part.name), Cell(text.value(estimate.mean)), Cell(text.plusMinus(estimate.halfWidth)),
          Cell(part.assumedShare.map(text.value) ?? ""), Cell(difference.map(text.difference) ?? ""),
          Cell(part.category ?? "", .faint),
        ]
      })
  }

  private func addIntervalCurve(to page: inout Page) {
    let parts = parts(.interval).filter { ($0.metric("offered")?.estimate.mean ?? 0) > 0 }
    guard parts.count > 1 else { return }
    for (name, title) in [("offered", "Contacts offered"), ("service_level", "Service level   ")] {
      let values = parts.map { $0.metric(name)?.estimate.mean ?? 0 }
      page.add(line: "  \(title)  \(parts[0].name) \(Sparkline.of(values)) \(parts[parts.count - 1].name)")
    }
  }
}
