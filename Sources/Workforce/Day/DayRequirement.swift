internal import ContactCenter
internal import Erlang

/// What one team needs in one interval by a method, and which target decides.
public struct DayRequirement: Hashable, Sendable {
  /// The interval's own work.
  public var load: IntervalLoad
  /// The load that the method staffs for, erlangs; nil for iterative staffing.
  public var sizedErlangs: Double?
  /// People on the phones, and scheduled for them.
  public var positions: Int
  public var scheduled: Int
  /// `service_level`, `occupancy`, `asa`, `abandonment`, `p_wait`, `stability`, or `none`.
  public var binding: String
  /// Steady state of the interval's own load with these people; nil where it has none.
  public var serviceLevel: Double?
  public var averageSpeedOfAnswerSeconds: Double?
  public var occupancy: Double?
  public var waitProbability: Double?
  public var abandonmentProbability: Double?
  /// Service level that one more agent would add.
  public var nextAgentAdds: Double?
}
