internal import KPIs
internal import Reporting
internal import ResultsStore

extension BaselineReport.Baseline {
  private static let mostAlerts = 20

  /// The baseline of a check, with what was raised against it.
  /// - Throws: `StoreError`.
  init(_ check: DriftCheck, in store: ResultsStore) throws {
    let scorecard = check.base.scorecard
    let rows = check.names.compactMap { name in
      scorecard.metric(name).map {
        BaselineReport.Row(name: name, estimate: $0.estimate, tolerance: check.tolerance(of: name))
      }
    }
    let alerts = try store.alerts(against: check.baseline.name, limit: Self.mostAlerts).map { raised in
      BaselineReport.RaisedAlert(
        at: raised.at, run: try store.run(matching: raised.alert.run.description).title, metric: raised.alert.metric,
        message: raised.alert.message)
    }
    self.init(name: check.baseline.name, facts: check.base.facts, rows: rows, alerts: alerts)
  }
}
