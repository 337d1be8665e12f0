internal import KPIs
internal import Reporting
internal import ResultsStore

// How a run goes from look to look; a run whose length is fixed has one stage and no look.

extension SequentialStop {
  /// Stretches of replications that are still to be simulated, each up to the next look.
  func stages(of run: Run) -> [Range<Int>] {
    let (done, cap) = (run.results.count, run.plannedReplications)
    guard run.isSequential else { return done < cap ? [done..<cap] : [] }
    let ends = SequentialRule.looks.filter { $0 > done && $0 < cap } + (done < cap ? [cap] : [])
    return zip([done] + ends, ends).map { $0..<$1 }
  }

  /// Whether the figures are enough: asked at looks only, so that a run that was stopped between two of them ends where
  /// one that was not disturbed does.
  func isOver(_ run: Run) -> Bool {
    guard run.isSequential, SequentialRule.looks.contains(run.results.count) else { return false }
    return isSettled(run.scorecard)
  }

  /// Says in the store that the run is complete, and how many replications it came to.
  func complete(_ run: inout Run, _ id: RunID, in store: ResultsStore, _ console: Console) throws {
    let digest = ReplicationResult.digest(of: run.results)
    guard run.isSequential else { return try store.completeRun(id, digest: digest) }
    run.plannedReplications = run.results.count
    try store.completeRun(id, digest: digest, replications: run.results.count)
    console.note(sentence(run.scorecard, count: run.results.count))
  }
}
