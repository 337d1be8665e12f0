/// The people that an interval needs, and what they achieve by the formula.
public struct IntervalRequirement: Hashable, Sendable {
  public var load: IntervalLoad
  /// On the phones.
  public var positions: Int
  /// Positions inflated by shrinkage.
  public var scheduled: Int
  /// The target that one agent fewer would break: `service_level`, `occupancy`, `asa`, `stability`, or `none`.
  public var binding: String
  // What the formula says of this staffing; nil where the load is not below the positions, or there is none.
  /// Share of contacts answered within the acceptable wait, in 0...1.
  public var serviceLevel: Double?
  /// Mean wait of all contacts, seconds.
  public var averageSpeedOfAnswerSeconds: Double?
  /// Share of time that an agent is busy, in 0..<1.
  public var occupancy: Double?
  /// P(wait > 0), in 0..<1.
  public var waitProbability: Double?
  /// Service level that the last agent adds to a team of one fewer; nil where that team cannot carry the load.
  public var lastAgentAdds: Double?
  /// Service level that one more agent would add.
  public var nextAgentAdds: Double?

  init(load: IntervalLoad, positions: Int, scheduled: Int, binding: String = "none") {
    self.load = load
    self.positions = positions
    self.scheduled = scheduled
    self.binding = binding
  }
}
