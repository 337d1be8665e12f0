/// The people that an interval needs, and what they achieve by the formula.
public struct IntervalRequirement: Hashable, Sendable {
  public var load: IntervalLoad
  /// On the phones.
  public var positions: Int
  /// Positions inflated by shrinkage.
  public var scheduled: Int
  // What the formula says of this staffing; nil where the load is not below the positions, or there is none.
  public var serviceLevel: Double?
  public var averageSpeedOfAnswerSeconds: Double?
  public var occupancy: Double?
  public var waitProbability: Double?

  init(load: IntervalLoad, positions: Int, scheduled: Int) {
    self.load = load
    self.positions = positions
    self.scheduled = scheduled
  }
}
