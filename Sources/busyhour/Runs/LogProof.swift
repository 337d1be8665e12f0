internal import ContactCenter
internal import EventLog
internal import Experiments
internal import KPIs
internal import Reporting
internal import ResultsStore
internal import Workforce

/// Folds a run's log again, stored or made again, and holds the sums and digests against the stored ones.
struct LogProof: Sendable {
  var reference: String
  /// nil: all of them.
  var replication: Int?
  var database: String
  var threads: Int
  var console: Console

  func report() async throws -> ReplayReport {
    let store = try ResultsStore.open(database, readOnly: true)
    let run = try RunReader(store: store).run(matching: reference, keepsDays: true).expectResults()
    guard let id = RunID(run.id) else { throw CommandError.noResults(run.title) }
    let kept = Set(try store.keptReplications(of: id))
    let chosen = try chosen(of: run)
    let remade = chosen.filter { !kept.contains($0.index) }
    guard run.engineVersion == EngineVersion.current || remade.isEmpty else {
      throw CommandError.otherEngine(run: run.title, version: run.engineVersion, current: EngineVersion.current)
    }
    var tally = Tally(progress: ProgressBar(console, total: chosen.count, unit: "replications"))
    let range = replication.map { $0..<$0 + 1 } ?? 0..<Int.max
    let replay = LogReplay(
      plan: run.staffed.plan, acceptableWaits: run.acceptableWaits,
      seed: run.engineVersion == EngineVersion.current ? run.seed : nil)  // Another version may draw otherwise.
    try store.forEachLog(of: id, in: range) { index, segments in
      guard let stored = run.results.first(at: index) else { return }
      let again = try KeptLog(store: store, run: id, replication: index).reading {
        try replay.result(of: segments, replication: index)
      }
      tally.add(again, stored, isFromLog: true)
    }
    try await remake(remade, of: run, &tally)
    return tally.report(run)
  }

  private func chosen(of run: Run) throws -> [ReplicationResult] {
    guard let replication else { return run.results }
    guard let result = run.results.first(at: replication) else {
      throw CommandError.noReplication(replication, count: run.plannedReplications)
    }
    return [result]
  }

  /// Replications without a kept log, made again from scenario, seed and number.
  private func remake(_ results: [ReplicationResult], of run: Run, _ tally: inout Tally) async throws {
    for range in Self.ranges(of: results) {
      try await ReplicationRunner.run(run.experiment(range), threads: threads) {
        for replication in $0 {
          guard let stored = run.results.first(at: replication.result.index) else { continue }
          tally.add(replication.result, stored, isFromLog: false)
        }
      }
    }
  }

  /// Stretches of neighbouring numbers.
  private static func ranges(of results: [ReplicationResult]) -> [Range<Int>] {
    results.reduce(into: []) { ranges, result in
      if let last = ranges.last, last.upperBound == result.index {
        ranges[ranges.count - 1] = last.lowerBound..<(result.index + 1)
      } else {
        ranges.append(result.index..<(result.index + 1))
      }
    }
  }

  private struct Tally {
    var progress: ProgressBar
    var folded = 0
    var regenerated = 0
    var eventCount = 0
    var contradictions: [String] = []

    init(progress: ProgressBar) { self.progress = progress }

    mutating func add(_ again: ReplicationResult, _ stored: ReplicationResult, isFromLog: Bool) {
      if isFromLog { folded += 1 } else { regenerated += 1 }
      eventCount += again.eventCount
      progress.update(folded + regenerated)
      guard again != stored else { return }
      let what =
        again.digest == stored.digest
        ? "the sums differ" : "the digest is \(again.digest), the stored one \(stored.digest)"
      contradictions.append("replication \(stored.index): \(what)")
    }

    mutating func report(_ run: Run) -> ReplayReport {
      progress.finish()
      return ReplayReport(
        run: run.id, eventCount: eventCount, folded: folded, regenerated: regenerated,
        kpiCount: run.scorecard.metrics.count, seconds: progress.elapsedSeconds, digest: run.facts.digest,
        otherEngine: run.engineVersion == EngineVersion.current ? nil : run.engineVersion,
        contradictions: contradictions)
    }
  }
}

extension [ReplicationResult] {
  /// The result with a number; results are in order, and usually there is none missing.
  fileprivate func first(at index: Int) -> ReplicationResult? {
    if indices.contains(index), self[index].index == index { return self[index] }
    return first { $0.index == index }
  }
}
