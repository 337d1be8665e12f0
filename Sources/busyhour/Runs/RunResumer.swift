internal import EventLog
internal import Experiments
internal import KPIs
internal import Reporting
internal import ResultsStore

/// A run of the store that stopped before its end -> the same run, complete: bit for bit the one that was not disturbed.
struct RunResumer: Sendable {
  var reference: String
  var database: String
  var threads: Int
  var kinds: [Part.Kind]
  var console: Console

  /// Simulates what is missing; a complete run is read back as it is.
  /// - Throws: `StoreError` for an unknown run, and for one that another process records; ``CommandError`` for one of
  ///   another engine version.
  func resume() async throws -> Run {
    let store = try ResultsStore.open(database, readOnly: false)
    let record = try store.run(matching: reference)
    guard record.state != .complete else {
      console.note("Run \(record.title) is complete: nothing is left to simulate.")
      return try await result(record, in: store)
    }
    guard record.engineVersion == EngineVersion.current else {
      throw CommandError.otherEngine(
        run: record.title, version: record.engineVersion, current: EngineVersion.current)
    }
    let claim = try store.claimRun(record.id)
    try await simulateMissing(of: record, in: store)
    withExtendedLifetime(claim) {}
    console.note(try store.headline())
    return try await result(record, in: store)
  }

  private func result(_ record: RunRecord, in store: ResultsStore) async throws -> Run {
    var run = try RunReader(store: store).run(
      matching: record.id.description, keepsDays: kinds.contains { $0 != .interval })
    if run.isWhole, kinds.contains(.interval) { try await run.makeIntervals(threads: threads) }
    return run
  }

  private func simulateMissing(of record: RunRecord, in store: ResultsStore) async throws {
    let run = try RunReader(store: store).run(matching: record.id.description)
    guard !run.isSequential else {
      throw CommandError.notReproducible(
        run: record.title, reason: "its figures were to decide how many replications it has")
    }
    let missing = try store.missingReplications(of: record.id)
    try store.resumeRun(record.id)
    var progress = ProgressBar(console, total: run.plannedReplications, unit: "replications")
    defer { progress.finish() }
    var count = run.results.count
    do {
      for range in missing {
        var experiment = run.experiment(range)
        experiment.keptLogs = .init(count: record.keptLogs)
        try await ReplicationRunner.run(experiment, threads: threads) {
          try store.record($0, of: record.id)
          count += $0.count
          progress.update(count)
        }
      }
      try store.completeRun(record.id, digest: try store.progress(of: record).digest)
    } catch {
      try RunMaker.interrupt(record.id, after: error, in: store)
    }
  }
}
