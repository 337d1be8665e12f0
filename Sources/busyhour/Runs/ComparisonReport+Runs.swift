internal import ContactCenter
internal import KPIs
internal import Reporting
internal import ScenarioFiles
internal import Workforce

extension ComparisonReport {
  /// Paired where the runs share their callers: equal seed, equal arrivals, days in common.
  init(_ first: Run, _ second: Run) {
    let reason = Self.reasonUnpaired(first, second)
    func compared(isPaired: Bool) -> Comparison {
      Comparison(
        first: first.days, in: first.context, second: second.days, in: second.context, isPaired: isPaired)
    }
    self.init(
      first: Side(facts: first.facts, scorecard: first.scorecard),
      second: Side(facts: second.facts, scorecard: second.scorecard), comparison: compared(isPaired: reason == nil),
      unpaired: reason == nil ? compared(isPaired: false) : nil, reasonUnpaired: reason,
      differences: Self.differences(first, second))
  }

  private static func reasonUnpaired(_ first: Run, _ second: Run) -> String? {
    if first.seed != second.seed { return "different seeds" }
    return first.staffed.plan.arrivals == second.staffed.plan.arrivals ? nil : "different demand"
  }

  private static func differences(_ first: Run, _ second: Run) -> [String] {
    // Seed and replications of the files may have been replaced by flags: those of the runs count.
    let texts = InputDifferences.between(first.document.expandedText, second.document.expandedText)
      .filter { !$0.hasPrefix("run.") && !$0.hasPrefix("name ") }
    let seeds = first.seed == second.seed ? [] : ["seed \(first.seed) -> \(second.seed)"]
    let counts =
      first.results.count == second.results.count
      ? [] : ["replications \(first.results.count) -> \(second.results.count)"]
    return texts + seeds + counts
  }
}
