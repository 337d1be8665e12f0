/// How many contacts come, when, and of which type. Arrivals are Poisson with a rate that is constant on each piece.
public struct Demand: Hashable, Sendable {
  /// A stretch of the local day and its share of the day's volume. Rates are constant inside a piece.
  public struct Piece: Hashable, Sendable {
    public var clock: ClockRange
    /// Relative weight; the forecast scales the weights of a day's open time to sum 1.
    public var weight: Double
    public init(clock: ClockRange, weight: Double) {
      self.clock = clock
      self.weight = weight
    }
  }

  /// Expected contacts on an open day of factor 1.
  public var contactsPerDay: Double
  /// Factor by weekday, Monday first, normalised to mean 1 over the open weekdays; 0 on closed ones.
  public var weekdayFactors: [Double]
  /// The shape of the day. Pieces do not overlap and are in order; time outside them has no arrivals.
  public var profile: [Piece]
  /// Share of each contact type, by its index; sums to 1.
  public var mix: [Double]

  public init(contactsPerDay: Double, weekdayFactors: [Double], profile: [Piece], mix: [Double]) {
    self.contactsPerDay = contactsPerDay
    self.weekdayFactors = weekdayFactors
    self.profile = profile
    self.mix = mix
  }
}
