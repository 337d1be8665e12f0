internal import ContactCenter
internal import KPIs
internal import Reporting
internal import ResultsStore

/// Holds runs and measured days against a stored baseline.
struct DriftCheck {
  /// KPIs that move with the plan, not with its quality: volumes and head counts are told by their own targets.
  static let watched = [
    "service_level", "asa_s", "wait_all_s", "abandonment", "aht_s", "occupancy", "offered", "shrinkage",
    "cost_per_contact", "fcr", "csat", "accuracy", "qa_score", "availability",
  ]

  let baseline: Baseline
  let base: Run
  /// Set now; what the baseline was set with counts where nothing is.
  var tolerances: [HalfWidth] = []

  var title: String { "baseline \(baseline.name) (\(base.title))" }
  private var currency: String? { base.facts.currency }

  func tolerance(of name: String) -> Double {
    if let given = tolerances.last(where: { $0.kpi == name }) { return given.value }
    let stored = baseline.details.last { $0.name == "tolerance.\(name)" }.flatMap { Double($0.value) }
    return stored ?? Divergence.usualTolerance
  }

  /// What runs are held against: the usual KPIs, and those that were given a tolerance.
  var names: [String] {
    let given = Set(tolerances.map(\.kpi) + baseline.details.map { String($0.name.dropFirst("tolerance.".count)) })
    return KPICatalog.all.map(\.name).filter { Self.watched.contains($0) || given.contains($0) }
  }

  func report(of run: Run) -> DriftReport {
    let scorecard = run.scorecard
    let rows = names.compactMap { name -> Divergence? in
      guard let old = base.scorecard.metric(name), let new = scorecard.metric(name) else { return nil }
      return Divergence(
        name: name, baseline: old.estimate.mean, now: new.estimate.mean, tolerance: tolerance(of: name))
    }
    return DriftReport(baseline: title, subject: "run \(run.title)", rows: rows, currency: currency)
  }

  /// Every rolling window of days; each KPI shows the one that is furthest away.
  func report(
    of days: DailyFigures, named source: String, window: Int, names: [String]? = nil
  ) -> DriftReport {
    let rows = (names ?? days.names).compactMap { name -> Divergence? in
      guard let old = base.scorecard.metric(name) else { return nil }
      let all = days.windows(of: window).compactMap { range in
        days.figure(name, over: range).map {
          Divergence(
            name: name, baseline: old.estimate.mean, now: $0, tolerance: tolerance(of: name),
            window: "\(days.days[range.lowerBound].name)..\(days.days[range.upperBound - 1].name)")
        }
      }
      return all.max { abs($0.relative) < abs($1.relative) }
    }
    return DriftReport(
      baseline: title,
      subject: "\(source), \(days.days.count) day\(days.days.count == 1 ? "" : "s"), windows of \(window)",
      rows: rows, currency: currency)
  }

  /// The days of a run as they came, for rolling windows.
  func days(of run: Run) -> DailyFigures {
    let names = names
    let samples = KPICatalog.all.compactMap { kpi in run.samples.sample(of: kpi).map { (kpi.name, $0) } }
    let count = samples.first?.1.numerators.count ?? 0
    return DailyFigures(
      days: (0..<count).map { day in
        var figures: [String: Double] = [:]
        for (name, sample) in samples where names.contains(name) || name == "answered" {
          guard sample.denominators[day] > 0 else { continue }
          figures[name] = sample.numerators[day] / sample.denominators[day]
        }
        return .init(name: "day \(day + 1)", figures: figures)
      }.filter { !$0.figures.isEmpty })
  }

  /// Keeps an alert for every KPI that drifts, once for what is the same.
  func raiseAlerts(_ report: DriftReport, run: RunID, source: String?, in store: ResultsStore) throws {
    let known = try store.alerts(of: run)
    for row in report.rows where row.level != .none {
      var details = [
        Detail("baseline", "\(row.baseline)"), Detail("now", "\(row.now)"), Detail("tolerance", "\(row.tolerance)"),
        Detail("level", row.level.rawValue),
      ]
      if let window = row.window { details.append(Detail("window", window)) }
      if let source { details.append(Detail("actuals", source)) }
      let alert = Alert(
        baseline: baseline.name, run: run, metric: row.name, message: DriftReport.sentence(row, currency: currency),
        details: details)
      if !known.contains(alert) { try store.raiseAlert(alert) }
    }
  }

  /// - Throws: ``CommandError/noBaseline(_:)``, `StoreError`.
  static func load(_ name: String, from store: ResultsStore) throws -> DriftCheck {
    guard let baseline = try store.baseline(named: name) else { throw CommandError.noBaseline(name) }
    let run = try RunReader(store: store).run(matching: baseline.run.description).expectResults()
    return DriftCheck(baseline: baseline, base: run)
  }
}
