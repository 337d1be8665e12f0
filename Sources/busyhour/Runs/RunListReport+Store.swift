internal import ContactCenter
internal import EventLog
internal import KPIs
internal import Reporting
internal import ResultsStore
internal import ScenarioFiles

extension RunListReport.Row {
  /// A stored run with its first two figures.
  init(_ record: RunRecord, in store: ResultsStore) throws {
    let results = try store.results(of: record.id)
    let days = results.map(\.days)
    // A scenario that this version cannot read leaves its figures out, not the run.
    let document = try? store.scenario(fingerprint: record.scenario).document(overrides: record.overrides.map(\.text))
    let context = document.map { ScoringContext(scenario: $0.scenario) }
    let figure = { (kpi: KPI) in context.flatMap { Estimate(kpi, of: days, in: $0)?.mean } }
    self.init(
      id: record.id.description, name: record.name, scenario: record.scenarioName, startedAt: record.createdAt,
      replications: results.count, plannedReplications: record.replications, seed: record.seed,
      digest: ReplicationResult.digest(of: results).description, serviceLevel: figure(.serviceLevel),
      averageSpeedOfAnswerSeconds: figure(.averageSpeedOfAnswer))
  }
}
