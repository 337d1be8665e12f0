internal import ContactCenter
internal import EventLog
internal import Experiments
internal import KPIs
internal import ResultsStore
internal import ScenarioFiles
internal import Workforce

/// A stored run under another target, definition or basis of waits: its kept logs are folded again.
struct Rescoring {
  var store: ResultsStore
  var reference: String
  /// `key=value`, as `--set` takes them.
  var changes: [String]

  /// - Throws: ``CommandError/noKeptLogs(_:)``; `ScenarioProblems` for a target that cannot be read.
  func run() throws -> Run {
    let record = try store.run(matching: reference)
    guard try !store.keptReplications(of: record.id).isEmpty else { throw CommandError.noKeptLogs(record.title) }
    let overrides = SequentialStop.parted(record.overrides.map(\.text)).scenario
    let document = try changed(try store.scenario(fingerprint: record.scenario), overrides)
    // The plan is the run's own: where staffing follows from a target, the people stay who they were.
    var staffed = try PlanBuilder.build(try RunReader(store: store).document(of: record).scenario)
    staffed.plan.waitBasis = document.scenario.waitBasis
    var run = Run(
      document: document, staffed: staffed, id: record.id.description, name: record.name,
      overrides: overrides + changes,
      seed: record.seed, plannedReplications: record.replications, engineVersion: record.engineVersion,
      samples: RunSamples(document.scenario))
    var digests: [Int: StreamDigest.Value] = [:]
    try store.forEachResult(of: record.id) { digests[$0.index] = $0.digest }
    let replay = LogReplay(plan: staffed.plan, acceptableWaits: run.acceptableWaits)
    try store.forEachLog(of: record.id) { index, segments in
      let log = KeptLog(store: store, run: record.id, replication: index)
      let result = try log.reading { try replay.result(of: segments, replication: index) }
      if let stored = digests[index] { try log.check(result.digest, against: stored) }
      run.append(result)
    }
    return run
  }

  /// The user's text with the changes as overrides; where that was another spelling, the long form.
  private func changed(_ stored: StoredScenario, _ overrides: [String]) throws -> ScenarioDocument {
    try TemporaryFolder.with(files: stored.dataFiles.map { ($0.name, $0.content) }) { folder in
      let reader = ScenarioReader()
      let spelt = try? reader.read(
        text: stored.source, name: stored.fileName, directory: folder, overrides: overrides)
      if let spelt, spelt.fingerprint == stored.fingerprint {
        return try reader.read(
          text: stored.source, name: stored.fileName, directory: folder, overrides: overrides + changes)
      }
      return try reader.read(
        text: stored.expanded, name: stored.fileName, directory: folder,
        overrides: changes.map { $0.hasPrefix("target=") ? "targets.service_level=" + $0.dropFirst(7) : $0 })
    }
  }
}
