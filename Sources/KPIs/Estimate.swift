/// A KPI with its uncertainty, from the days of independent replications.
public struct Estimate: Hashable, Sendable {
  /// Sum of numerators / sum of denominators over all days: the long-run figure.
  public var mean: Double
  /// 95% confidence interval of `mean`; nil with fewer than two replications.
  public var interval: ClosedRange<Double>?
  /// 5th, 50th and 95th percentile of the daily figures; nil where no day has one.
  public var percentiles: Percentiles?
  /// Replications behind it.
  public var count: Int
  public var unit: KPI.Unit

  public struct Percentiles: Hashable, Sendable {
    public var p05, p50, p95: Double
  }

  /// The estimator's name in outputs.
  public static let estimatorName = "ratio_of_expectations"
  public static let confidence = 0.95

  /// Half the width of the confidence interval.
  public var halfWidth: Double? { interval.map { ($0.upperBound - $0.lowerBound) / 2 } }
}

extension Estimate {
  /// Ratio of expectations with the delta-method interval: with x and y the sums of a replication and R = mean x / mean
  /// y, the variance of R is that of (x - R y) / mean y over n, and n - 1 degrees of freedom (Law, "Simulation Modeling
  /// and Analysis", section 9.5). Sums run in the order of replications, so the bits do not depend on threads.
  ///
  /// - Returns: nil where no day knows of the KPI.
  public init?(_ kpi: KPI, of replications: [[DaySums]], in context: ScoringContext) {
    let fractions = replications.map { days in days.map { kpi.fraction($0, context) } }
    guard let influence = Influence(fractions) else { return nil }
    mean = influence.ratio
    interval = influence.interval
    count = replications.count
    unit = kpi.unit
    let days = fractions.joined().filter { $0.denominator > 0 }
    percentiles = Percentiles(of: days.map { $0.numerator / $0.denominator })
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
