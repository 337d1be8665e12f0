/// A ratio of expectations and what each replication adds to its error: the common ground of intervals and of paired
/// differences.
struct Influence {
  var ratio: Double
  /// (x - R y) / mean y of each replication; they sum to 0.
  var values: [Double]

  /// - Returns: nil where all denominators are 0.
  init?(_ replications: [[KPI.Fraction]]) {
    let sums = replications.map { days in
      days.reduce(KPI.Fraction(0.0, per: 0)) {
        KPI.Fraction($0.numerator + $1.numerator, per: $0.denominator + $1.denominator)
      }
    }
    let numerator = sums.reduce(0) { $0 + $1.numerator }
    let denominator = sums.reduce(0) { $0 + $1.denominator }
    guard denominator > 0 else { return nil }
    let ratio = numerator / denominator
    let meanDenominator = denominator / Double(sums.count)
    self.ratio = ratio
    values = sums.map { ($0.numerator - ratio * $0.denominator) / meanDenominator }
  }

  /// 95% interval of the ratio; nil for fewer than two replications.
  var interval: ClosedRange<Double>? {
    Self.halfWidth(of: values).map { (ratio - $0)...(ratio + $0) }
  }

  /// Student half-width of the mean of values whose mean is known to be 0.
  static func halfWidth(of values: [Double]) -> Double? {
    guard values.count >= 2 else { return nil }
    let variance = values.reduce(0) { $0 + $1 * $1 } / Double(values.count - 1)
    let standardError = (variance / Double(values.count)).squareRoot()
    return StudentQuantile.twoSided95(degreesOfFreedom: values.count - 1) * standardError
  }
}
