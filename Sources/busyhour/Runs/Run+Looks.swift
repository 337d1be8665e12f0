internal import KPIs
internal import ResultsStore

extension Run {
  /// Simulates what the run lacks: up to its number, or look by look until its figures are settled. The store learns how
  /// many there are in the end.
  ///
  /// A run that was stopped and goes on looks where it would have looked undisturbed, so it ends where it would have ended.
  /// - Parameter simulate: those replications of the range that are not there; it appends them to the run.
  mutating func simulateToItsEnd(
    in store: ResultsStore, simulate: (inout Run, Range<Int>) async throws -> Void
  ) async throws {
    guard let stop else { return try await simulate(&self, 0..<plannedReplications) }
    for look in SequentialRule.looks where results.count <= look && results.count < plannedReplications {
      let end = min(look, plannedReplications)
      if results.count < end { try await simulate(&self, results.count..<end) }
      guard stop.isSettled(scorecard) else { continue }
      plannedReplications = results.count
      if let id = RunID(id) { try store.settleRun(id, replications: results.count) }
      return
    }
  }
}
