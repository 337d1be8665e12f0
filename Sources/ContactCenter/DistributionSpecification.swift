/// A probability law of durations as plain data: a family of the distribution catalogue, its mean, its shape.
///
/// Every family is normalised to mean 1 and scaled by `mean`, so that contact types whose laws differ only in scale
/// share one stream of unit variates. The Randomness room owns the families; this room only carries their names.
public struct DistributionSpecification: Hashable, Sendable {
  /// Name in the catalogue: `exponential`, `lognormal`, `gamma`, `weibull`, `deterministic`, `uniform`, `empirical`.
  public var family: String
  public var mean: TimeSpan
  /// Dimensionless parameters of the family, in the order that the catalogue documents (lognormal: the coefficient of
  /// variation). For `empirical`: the ordered sample, each value divided by the mean.
  public var shape: [Double]

  public init(family: String, mean: TimeSpan, shape: [Double] = []) {
    self.family = family
    self.mean = mean
    self.shape = shape
  }

  public static func exponential(mean: TimeSpan) -> Self { Self(family: "exponential", mean: mean) }
  public static func lognormal(mean: TimeSpan, coefficientOfVariation: Double) -> Self {
    Self(family: "lognormal", mean: mean, shape: [coefficientOfVariation])
  }
  public static func deterministic(_ value: TimeSpan) -> Self { Self(family: "deterministic", mean: value) }
}
