internal import ContactCenter
internal import EventLog
internal import KPIs
internal import Reporting
internal import ResultsStore

extension RunListReport.Row {
  /// A stored run with its first two figures.
  init(_ record: RunRecord, in store: ResultsStore) throws {
    let run = try? RunReader(store: store).run(matching: record.id.description)
    let results = try run?.results ?? store.results(of: record.id)
    let figure = { (kpi: KPI) in run.flatMap { Estimate(kpi, of: $0.days, in: $0.context)?.mean } }
    self.init(
      id: record.id.description, name: record.name, scenario: record.scenarioName, startedAt: record.createdAt,
      replications: results.count, plannedReplications: record.replications, seed: record.seed,
      digest: ReplicationResult.digest(of: results).description, serviceLevel: figure(.serviceLevel),
      averageSpeedOfAnswerSeconds: figure(.averageSpeedOfAnswer))
  }
}
