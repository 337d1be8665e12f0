/// A KPI with its uncertainty, from the days of independent replications.
public struct Estimate: Hashable, Sendable {
  /// Sum of numerators / sum of denominators over all days: the long-run figure.
  public var mean: Double
  /// Confidence interval of `mean`, 95% unless the maker was asked for another; nil with fewer than two replications. It
  /// ends where the KPI does: no share is above 1, nothing is below 0.
  public var interval: ClosedRange<Double>?
  /// Half the width of the interval before it was cut to what is possible.
  public var halfWidth: Double?
  /// 5th, 50th and 95th percentile of the daily figures; nil where no day has one.
  public var percentiles: Percentiles?
  /// What was divided by what: means of the replications' sums.
  public var numerator = 0.0
  public var denominator = 0.0
  /// Replications behind it.
  public var count: Int
  public var unit: KPI.Unit

  public struct Percentiles: Hashable, Sendable {
    public var p05, p50, p95: Double
  }

  /// The estimator's name in outputs.
  public static let estimatorName = "ratio_of_expectations"
  public static let confidence = 0.95
}

extension Estimate {
  /// Ratio of expectations with the delta-method interval: with x and y the sums of a replication and R = mean x / mean
  /// y, the variance of R is that of (x - R y) / mean y over n, and n - 1 degrees of freedom (Law, "Simulation Modeling
  /// and Analysis", section 9.5). Sums run in the order of replications, so the bits do not depend on threads.
  ///
  /// - Parameter errorProbability: 0.05 for a 95% interval.
  /// - Returns: nil where no day knows of the KPI.
  public init?(_ sample: KPISample, unit: KPI.Unit, errorProbability: Double = 1 - Self.confidence) {
    guard let influence = Influence(sample) else { return nil }
    mean = influence.ratio
    halfWidth = influence.halfWidth(errorProbability: errorProbability)
    count = sample.replicationCount
    self.unit = unit
    interval = halfWidth.map { unit.possible(around: influence.ratio, $0) }
    percentiles = Percentiles(of: sample.dayFigures)
    numerator = sample.numerators.reduce(0, +) / Double(max(1, count))
    denominator = sample.denominators.reduce(0, +) / Double(max(1, count))
  }

  public init?(_ kpi: KPI, of replications: [[DaySums]], in context: ScoringContext) {
    self.init(KPISample(kpi, of: replications, in: context), unit: kpi.unit)
  }
}

extension KPI.Unit {
  /// The interval of a mean, cut to what the unit can be.
  func possible(around mean: Double, _ halfWidth: Double) -> ClosedRange<Double> {
    let upper = mean + halfWidth
    // Scales differ in where they end: a net promoter score may be negative.
    if self == .score { return (mean - halfWidth)...upper }
    let lower = min(mean, max(0, mean - halfWidth))
    return lower...(self == .ratio ? max(mean, min(1, upper)) : upper)
  }
}

extension Estimate.Percentiles {
  /// Percentiles by linear interpolation between order statistics (type 7 of Hyndman & Fan, 1996).
  init?(of values: [Double]) {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    func quantile(_ probability: Double) -> Double {
      let position = probability * Double(sorted.count - 1)
      let below = Int(position)
      let above = min(below + 1, sorted.count - 1)
      return sorted[below] + (position - Double(below)) * (sorted[above] - sorted[below])
    }
    (p05, p50, p95) = (quantile(0.05), quantile(0.5), quantile(0.95))
  }
}
