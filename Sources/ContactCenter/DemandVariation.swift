/// How far the contacts of a day are from what was expected, beyond the chance of single callers. Each figure is the
/// coefficient of variation of a factor of mean 1; 0 is none.
public struct DemandVariation: Hashable, Sendable {
  /// The forecast as a whole: one factor a replication.
  public var uncertainty: Double
  /// Busy and quiet days: one factor a day.
  public var busyness: Double
  /// Whether every queue has busy days of its own.
  public var isBusynessByQueue: Bool
  /// Busy and quiet intervals: one factor an interval.
  public var fluctuation: Double
  /// Correlation of neighbouring intervals of a day, 0 ..< 1.
  public var correlation: Double

  public init(
    uncertainty: Double = 0, busyness: Double = 0, isBusynessByQueue: Bool = false, fluctuation: Double = 0,
    correlation: Double = 0
  ) {
    self.uncertainty = uncertainty
    self.busyness = busyness
    self.isBusynessByQueue = isBusynessByQueue
    self.fluctuation = fluctuation
    self.correlation = correlation
  }

  public static let none = DemandVariation()
}
