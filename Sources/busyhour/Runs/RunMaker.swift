internal import ContactCenter
internal import EventLog
internal import Experiments
internal import KPIs
internal import Reporting
internal import ResultsStore
internal import ScenarioFiles
internal import Workforce

/// Scenario file -> simulated, stored run.
struct RunMaker: Sendable {
  var file: String
  var options: SimulationOptions.Values
  var database: String
  var wantsIntervals: Bool
  var console: Console

  /// Simulates until done or interrupted; whole replications are in the store either way.
  func make() async throws -> Run {
    let document = try ScenarioReader().read(file: file, overrides: options.overrides)
    try announce(document)
    let store = try ResultsStore(path: database)
    var (run, id) = try begin(document, in: store)
    do {
      try await simulate(&run, id, into: store)
      try store.completeRun(id, digest: ReplicationResult.digest(of: run.results))
    } catch {
      try interrupt(id, after: error, in: store)
    }
    console.note(try store.headline())
    return run
  }

  /// Marks the run as interrupted. Where that fails as well, the first error is the one to tell; the run stays `running`
  /// then, and can be resumed.
  private func interrupt(_ id: RunID, after error: any Error, in store: ResultsStore) throws {
    // What was asked for: the replications so far are the result.
    if error is CancellationError { return try store.interruptRun(id) }
    try? store.interruptRun(id)
    throw error
  }

  private func simulate(_ run: inout Run, _ id: RunID, into store: ResultsStore) async throws {
    var progress = ProgressBar(console, total: run.plannedReplications, unit: "replications")
    defer { progress.finish() }
    var experiment = run.experiment(0..<run.plannedReplications)
    experiment.keptLogs = options.keptLogs
    try await ReplicationRunner.run(experiment, threads: options.threads, wantsIntervals: wantsIntervals) {
      try store.record($0, of: id)
      run.results += $0.map(\.result)
      run.intervals += $0.map(\.intervals)
      progress.update(run.results.count)
    }
    let events = NumberText.whole(run.results.reduce(0) { $0 + $1.eventCount })
    let time = DurationText.of(seconds: progress.elapsedSeconds)
    console.detail("Simulated and stored \(events) events in \(time), \(options.threads) at a time.")
  }

  /// What the user should know before the run: warnings, targets that cannot both hold, defaults.
  private func announce(_ document: ScenarioDocument) throws {
    for warning in document.warnings { console.note(DiagnosticPrinter().text(warning)) }
    for contradiction in try TargetContradiction.find(in: document.scenario) { console.warn(contradiction.sentence) }
    guard !document.defaults.isEmpty else { return }
    let taken = document.distinctDefaults.map { "\($0.path) \($0.value)" }.joined(separator: ", ")
    console.note("Defaults taken: \(taken). Why: busyhour check \(file)")
  }

  private func begin(_ document: ScenarioDocument, in store: ResultsStore) throws -> (Run, RunID) {
    let scenario = document.scenario
    let staffed = try PlanBuilder.build(scenario)
    let replications = options.replications ?? scenario.run.replications
    let seed = options.seed ?? scenario.run.seed
    try store.registerScenario(StoredScenario(document, file: file))
    let layout = RunLayout(
      queues: scenario.queues.map(\.name), teams: scenario.teams.map(\.name), activities: staffed.plan.activities)
    let id = try store.beginRun(
      RunRequest(
        scenario: document.fingerprint, name: options.name,
        overrides: options.overrides.map(ScenarioOverride.init(text:)),
        seed: seed, replications: replications, keptLogs: options.keptLogs.count(of: replications),
        engineVersion: EngineVersion.current, serviceLevelDefinition: scenario.serviceLevelDefinition.rawValue,
        layout: layout))
    let run = Run(
      document: document, staffed: staffed, id: id.description, name: options.name, file: file,
      overrides: options.overrides, seed: seed, plannedReplications: replications, engineVersion: EngineVersion.current,
      results: [])
    return (run, id)
  }
}
