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
  var deadline: ContinuousClock.Instant?
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
    let isOutOfTime = try await simulateMissing(of: record, in: store)
    withExtendedLifetime(claim) {}
    console.note(try store.headline())
    var run = try await result(record, in: store)
    run.isOutOfTime = isOutOfTime
    return run
  }

  private func result(_ record: RunRecord, in store: ResultsStore) async throws -> Run {
    var run = try RunReader(store: store).run(
      matching: record.id.description, keepsDays: kinds.contains { $0 != .interval })
    if run.isWhole, kinds.contains(.interval) { try await run.makeIntervals(threads: threads) }
    return run
  }

  /// - Returns: whether the granted time ended it.
  private func simulateMissing(of record: RunRecord, in store: ResultsStore) async throws -> Bool {
    var run = try RunReader(store: store).run(matching: record.id.description)
    let missing = try store.missingReplications(of: record.id)
    try store.resumeRun(record.id)
    var progress = ProgressBar(console, total: run.plannedReplications, unit: "replications")
    defer { progress.finish() }
    do {
      try await run.simulateToItsEnd(in: store) { run, range in
        for part in missing.map({ $0.clamped(to: range) }) where !part.isEmpty {
          var experiment = run.experiment(part)
          experiment.keptLogs = .init(count: record.keptLogs)
          try await ReplicationRunner.run(experiment, threads: threads, deadline: deadline) {
            try store.record($0, of: record.id)
            for replication in $0 { run.append(replication.result) }
            progress.update(run.results.count)
          }
        }
      }
      try store.completeRun(record.id, digest: try store.progress(of: record).digest)
      if let stop = run.stop { console.note(stop.sentence(run.scorecard, count: run.results.count)) }
    } catch {
      try RunMaker.interrupt(record.id, after: error, in: store)
      return error is OutOfTime
    }
    return false
  }
}
