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
  var kinds: [Part.Kind] = []
  var console: Console
  /// Whether a scenario without targets is refused before anything is simulated.
  var needsTargets = false

  /// Simulates until done, out of time or interrupted; whole replications are in the store either way.
  func make() async throws -> Run {
    let document = try ScenarioReader().read(file: file, overrides: options.overrides)
    if needsTargets || options.replications == .auto, document.scenario.targets.isEmpty, options.stop.halfWidths.isEmpty
    {
      throw CommandError.noTargets(document.scenario.name)
    }
    try announce(document)
    let store = try ResultsStore(path: database)
    var run = try unstored(document)
    let id = try begin(&run, in: store)
    let claim = try store.claimRun(id)
    do {
      try await simulate(&run, id, into: store)
      try store.completeRun(id, digest: ReplicationResult.digest(of: run.results))
      if let stop = run.stop { console.note(stop.sentence(run.scorecard, count: run.results.count)) }
    } catch {
      run.isOutOfTime = error is OutOfTime
      try Self.interrupt(id, after: error, in: store)
    }
    withExtendedLifetime(claim) {}
    console.note(try store.headline())
    return run
  }

  /// Marks the run as interrupted. Where that fails as well, the first error is the one to tell; the run stays `running`
  /// then, and can be resumed.
  static func interrupt(_ id: RunID, after error: any Error, in store: ResultsStore) throws {
    // What was asked for: the replications so far are the result.
    if error is CancellationError || error is OutOfTime { return try store.interruptRun(id) }
    try? store.interruptRun(id)
    throw error
  }

  private func simulate(_ run: inout Run, _ id: RunID, into store: ResultsStore) async throws {
    let unit = run.stop == nil ? "replications" : "replications at most"
    var progress = ProgressBar(console, total: run.plannedReplications, unit: unit)
    defer { progress.finish() }
    try await run.simulateToItsEnd(in: store) { run, range in
      try await replicate(&run, range) { run, replications in
        try store.record(replications, of: id)
        progress.update(run.results.count)
      }
    }
    let events = NumberText.whole(run.results.reduce(0) { $0 + $1.eventCount })
    let time = DurationText.of(seconds: progress.elapsedSeconds)
    console.detail("Simulated and stored \(events) events in \(time), \(options.threads) at a time.")
  }

  private func replicate(
    _ run: inout Run, _ range: Range<Int>, _ body: (Run, [RecordedReplication]) throws -> Void
  ) async throws {
    var experiment = run.experiment(range)
    experiment.keptLogs = options.keptLogs
    try await ReplicationRunner.run(
      experiment, threads: options.threads, wantsIntervals: kinds.contains(.interval), deadline: options.deadline
    ) { replications in
      for replication in replications { run.append(replication.result) }
      if kinds.contains(.interval) { run.intervals += replications.map(\.intervals) }
      try body(run, replications)
    }
  }

  /// What the user should know before the run: warnings, targets that cannot both hold, defaults.
  private func announce(_ document: ScenarioDocument) throws {
    for warning in document.warnings { console.note(DiagnosticPrinter().text(warning)) }
    for contradiction in try TargetContradiction.find(in: document.scenario) { console.warn(contradiction.sentence) }
    guard !document.defaults.isEmpty else { return }
    let taken = document.distinctDefaults.map { "\($0.path) \($0.value)" }.joined(separator: ", ")
    console.note("Defaults taken: \(taken). Why: busyhour check \(file)")
  }

  private func unstored(_ document: ScenarioDocument) throws -> Run {
    let scenario = document.scenario
    let isAuto = options.replications == .auto
    return Run(
      document: document, staffed: try document.staffed(), id: "", name: options.name, file: file,
      overrides: options.overrides, seed: options.seed ?? scenario.run.seed,
      plannedReplications: isAuto ? options.cap : options.replications?.fixed ?? scenario.run.replications,
      engineVersion: EngineVersion.current, stop: isAuto ? options.stop : nil, samples: RunSamples(scenario),
      keepsDays: kinds.contains { $0 != .interval })
  }

  private func begin(_ run: inout Run, in store: ResultsStore) throws -> RunID {
    let scenario = run.scenario
    try store.registerScenario(StoredScenario(run.document, file: file))
    let layout = RunLayout(
      queues: scenario.queues.map(\.name), teams: scenario.teams.map(\.name), activities: run.staffed.plan.activities)
    let marks = run.stop?.marks ?? []
    let id = try store.beginRun(
      RunRequest(
        scenario: run.document.fingerprint, name: run.name,
        overrides: (run.overrides + marks).map(ScenarioOverride.init(text:)),
        seed: run.seed, replications: run.plannedReplications,
        keptLogs: options.keptLogs.count(of: run.plannedReplications), engineVersion: EngineVersion.current,
        serviceLevelDefinition: scenario.serviceLevelDefinition.rawValue, layout: layout))
    run.id = id.description
    return id
  }
}
