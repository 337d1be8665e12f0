public import ContactCenter
internal import Numerics

/// A target beside what was measured.
public struct TargetResult: Hashable, Sendable {
  public var target: Target
  /// nil where the replications know nothing of the metric, such as a cost without wages.
  public var estimate: Estimate?
  public var verdict: Verdict
  public var grade: Grade?
  /// Share of the days whose own figure lies in the range: the chance that a day meets the target. nil where no day has
  /// a figure.
  public var shareOfDaysMet: Double?
  /// 95% interval of that chance (Wilson, 1927); it tells what the simulation does not know of it.
  public var shareOfDaysInterval: ClosedRange<Double>?
  /// Share of the weeks whose own figure lies in the range; nil without a whole week.
  public var shareOfWeeksMet: Double?
  /// About how many more replications would settle an unsure target; nil where it is settled, or none would.
  public var replicationsToSettle: Int?

  /// - Parameter place: of the target among those of the samples.
  /// - Returns: nil for a metric that no catalogue knows.
  init?(_ place: Int, of samples: RunSamples, errorProbability: Double) {
    let target = samples.targets[place]
    guard let kpi = KPICatalog.kpi(named: target.metric), let sample = samples.sample(ofTarget: place) else {
      return nil
    }
    self.target = target
    estimate = Estimate(sample, unit: kpi.unit, errorProbability: errorProbability)
    verdict = Verdict(estimate, in: target.range)
    grade = Grade(verdict, estimate: estimate, range: target.range)
    let days = sample.daysMet(target.range.contains)
    if let influence = Influence(days) {
      shareOfDaysMet = influence.ratio
      shareOfDaysInterval = Wilson.interval(influence, observations: days.denominators.count { $0 > 0 })
    }
    let weeks = sample.weekFigures(openDaysPerWeek: Int(samples.context.openDaysPerWeek))
    if !weeks.isEmpty { shareOfWeeksMet = Double(weeks.count(where: target.range.contains)) / Double(weeks.count) }
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

/// The interval of a chance that is seen in so many trials.
enum Wilson {
  /// Wilson's score interval at 95%. Days of one replication may hang together: the trials then count for as many as give
  /// the variance that the replications show (Kish's design effect), never for more than there are.
  static func interval(_ share: Influence, observations: Int) -> ClosedRange<Double>? {
    guard observations > 0 else { return nil }
    var count = Double(observations)
    let alone = share.ratio * (1 - share.ratio)
    let squares = share.values.reduce(0) { $0 + $1 * $1 }
    let replications = Double(share.values.count)
    if squares > 0 { count = min(count, alone * replications * replications / squares) }
    let z = 1.959963984540054
    let scale = 1 + z * z / count
    let center = (share.ratio + z * z / (2 * count)) / scale
    let halfWidth = z / scale * (alone / count + z * z / (4 * count * count)).squareRoot()
    return max(0, center - halfWidth)...min(1, center + halfWidth)
  }
}
