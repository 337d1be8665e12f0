/// A factor of mean 1, drawn by chance, by which the contacts of a stretch of time are more or fewer than expected.
///
/// With one or more of them an arrival process is doubly stochastic: the rate itself is random. Source: Avramidis,
/// Deslauriers & L'Ecuyer, "Modeling daily arrivals to a telephone call center" (2004).
public struct RateFactor: Hashable, Sendable {
  public enum Scope: Hashable, Sendable {
    /// One draw a replication, gamma: the forecast is wrong as a whole.
    case replication
    /// One draw a day, gamma: busy days and quiet ones.
    case day
    /// One draw a reporting interval, lognormal. `correlation`, 0 ..< 1, is that of the logarithms of neighbouring
    /// intervals of one day; days are independent.
    case interval(correlation: Double)
  }

  public var scope: Scope
  /// Standard deviation of the factor (its mean is 1); above 0, at most 10.
  public var coefficientOfVariation: Double
  /// Streams whose factors have the same scope and group share the draws.
  public var group: Int

  public init(_ scope: Scope, coefficientOfVariation: Double, group: Int = 0) {
    self.scope = scope
    self.coefficientOfVariation = coefficientOfVariation
    self.group = group
  }
}
