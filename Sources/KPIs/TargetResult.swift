public import ContactCenter

/// A target beside what was measured.
public struct TargetResult: Hashable, Sendable {
  public var target: Target
  /// nil where the replications know nothing of the metric, such as a cost without wages.
  public var estimate: Estimate?
  public var verdict: Verdict
  public var grade: Grade?
  /// Share of the days whose own figure lies in the range; nil where no day has one.
  public var shareOfDaysMet: Double?
  /// About how many more replications would settle an unsure target; nil where it is settled, or none would.
  public var replicationsToSettle: Int?

  init(_ target: Target, kpi: KPI, replications: [[DaySums]], context: ScoringContext) {
    var context = context
    context.queue = target.queue
    self.target = target
    estimate = Estimate(kpi, of: replications, in: context)
    verdict = Verdict(estimate, in: target.range)
    grade = Grade(verdict, estimate: estimate, range: target.range)
    let days = replications.joined().map { kpi.fraction($0, context) }.filter { $0.denominator > 0 }
    if !days.isEmpty {
      let met = days.count { target.range.contains($0.numerator / $0.denominator) }
      shareOfDaysMet = Double(met) / Double(days.count)
    }
    replicationsToSettle = verdict == .unsure ? estimate.flatMap { target.range.replicationsToSettle($0) } : nil
  }
}

extension Target.Range {
  public func contains(_ value: Double) -> Bool { value >= lower ?? -.infinity && value <= upper ?? .infinity }

  /// The half-width shrinks with the root of the replications: how many more until it is the distance to the nearer end.
  func replicationsToSettle(_ estimate: Estimate) -> Int? {
    guard let halfWidth = estimate.halfWidth else { return nil }
    let distances = [lower, upper].compactMap { $0 }.map { abs(estimate.mean - $0) }
    guard let distance = distances.min(), distance > 0, halfWidth > distance else { return nil }
    let factor = (halfWidth / distance) * (halfWidth / distance)
    let more = Double(estimate.count) * (factor - 1)
    return more < 1e9 ? Int(more.rounded(.up)) : nil
  }
}
