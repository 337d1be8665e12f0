internal import ContactCenter
internal import KPIs
internal import Reporting
internal import ScenarioFiles
internal import Workforce

extension ComparisonReport {
  /// Each run against the first; paired where they share their callers.
  init(_ first: Run, _ others: [Run]) {
    self.init(
      first: Side(first),
      pairs: others.map { other in
        let reason = Self.reasonUnpaired(first, other)
        let isSequential = [first, other].contains { $0.stop != nil }
        let error = isSequential ? SequentialRule().errorProbability : 1 - Estimate.confidence
        return Pair(
          second: Side(other),
          comparison: Comparison(
            first: first.samples, second: other.samples, isPaired: reason == nil, errorProbability: error),
          reasonUnpaired: reason, differences: Self.differences(first, other), isSequential: isSequential)
      })
  }

  /// Equal seed, equal arrivals and the same engine draw the same calls; anything else does not.
  private static func reasonUnpaired(_ first: Run, _ second: Run) -> String? {
    if first.seed != second.seed { return "different seeds" }
    if first.engineVersion != second.engineVersion {
      return "different versions, \(first.engineVersion) and \(second.engineVersion)"
    }
    guard first.staffed.plan.arrivals == second.staffed.plan.arrivals else { return "different demand" }
    let indices = Set(first.samples.indices)
    return second.samples.indices.contains(where: indices.contains) ? nil : "no replication in common"
  }

  private static func differences(_ first: Run, _ second: Run) -> [String] {
    // Seed and replications of the files may have been replaced by flags: those of the runs count.
    let texts = InputDifferences.between(first.document.expandedText, second.document.expandedText)
      .filter { !$0.hasPrefix("run.") && !$0.hasPrefix("name ") }
    let seeds = first.seed == second.seed ? [] : ["seed \(first.seed) -> \(second.seed)"]
    let counts =
      first.samples.count == second.samples.count
      ? [] : ["replications \(first.samples.count) -> \(second.samples.count)"]
    return texts + seeds + counts
  }
}

extension ComparisonReport.Side {
  init(_ run: Run) { self.init(facts: run.facts, scorecard: run.scorecard) }
}
