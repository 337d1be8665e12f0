internal import ContactCenter
internal import KPIs
internal import ResultsStore
internal import ScenarioFiles
internal import Workforce

/// A run of the store by its reference.
struct RunReader {
  var store: ResultsStore

  /// - Parameter keepsDays: whether the sums of the days are kept beside the figures; they take far more room.
  /// - Throws: `StoreError` for an unknown reference, with the nearest names.
  func run(matching reference: String, keepsDays: Bool = false) throws -> Run {
    let record = try store.run(matching: reference)
    let stored = try store.scenario(fingerprint: record.scenario)
    let (overrides, stop) = SequentialStop.parted(record.overrides.map(\.text))
    let document = try stored.document(overrides: overrides)
    var run = Run(
      document: document, staffed: try document.staffed(), id: record.id.description,
      name: record.name, file: stored.fileName, overrides: overrides, seed: record.seed,
      plannedReplications: record.replications, engineVersion: record.engineVersion,
      stop: stop, samples: RunSamples(document.scenario), keepsDays: keepsDays)
    try store.forEachResult(of: record.id) { run.append($0) }
    return run
  }

  /// The scenario of a run, as it was when the run began.
  func document(of record: RunRecord) throws -> ScenarioDocument {
    let overrides = SequentialStop.parted(record.overrides.map(\.text)).scenario
    return try store.scenario(fingerprint: record.scenario).document(overrides: overrides)
  }
}

extension RunSamples {
  /// Nothing yet, of a scenario.
  init(_ scenario: Scenario) {
    self.init(
      context: ScoringContext(scenario: scenario), targets: scenario.targets,
      daysPerReplication: scenario.countedDays.count)
  }
}
