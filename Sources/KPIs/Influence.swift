/// A ratio of expectations and what each replication adds to its error: the common ground of intervals, of paired
/// differences and of break-even values.
public struct Influence: Sendable {
  public var ratio: Double
  /// (x - R y) / mean y of each replication; they sum to 0.
  public var values: [Double]

  /// - Returns: nil where all denominators are 0.
  public init?(_ sample: KPISample) {
    let sums = sample.replicationSums
    let numerator = sums.reduce(0) { $0 + $1.numerator }
    let denominator = sums.reduce(0) { $0 + $1.denominator }
    guard denominator > 0 else { return nil }
    let ratio = numerator / denominator
    let meanDenominator = denominator / Double(sums.count)
    self.ratio = ratio
    values = sums.map { ($0.numerator - ratio * $0.denominator) / meanDenominator }
  }

  /// Half-width of the ratio's interval; nil for fewer than two replications.
  func halfWidth(errorProbability: Double) -> Double? {
    Self.standardError(of: values).map {
      StudentQuantile.twoSided(errorProbability: errorProbability, degreesOfFreedom: values.count - 1) * $0
    }
  }

  /// Standard error of the mean of values whose mean is known to be 0; nil for fewer than two.
  static func standardError(of values: [Double]) -> Double? {
    guard values.count >= 2 else { return nil }
    let variance = values.reduce(0) { $0 + $1 * $1 } / Double(values.count - 1)
    return (variance / Double(values.count)).squareRoot()
  }
}
