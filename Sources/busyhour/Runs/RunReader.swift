internal import KPIs
internal import ResultsStore
internal import ScenarioFiles
internal import Workforce

/// A run of the store by its reference.
struct RunReader {
  var store: ResultsStore

  /// - Throws: `StoreError` for an unknown reference, with the nearest names.
  func run(matching reference: String) throws -> Run {
    let record = try store.run(matching: reference)
    let stored = try store.scenario(fingerprint: record.scenario)
    let overrides = record.overrides.map(\.text)
    let document = try stored.document(overrides: overrides)
    return Run(
      document: document, staffed: try PlanBuilder.build(document.scenario), id: record.id.description,
      name: record.name, file: stored.fileName, overrides: overrides, seed: record.seed,
      plannedReplications: record.replications, engineVersion: record.engineVersion,
      results: try store.results(of: record.id))
  }
}
