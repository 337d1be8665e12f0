/// A queue that a team serves, how well, and when.
public struct Skill: Hashable, Sendable {
  public var queue: Int
  /// 1 is best. Contacts go to the best level first, agents prefer contacts of their own best level.
  public var level: Int
  /// Handle times of these people in units of the queue's own: 0.75 is a quarter faster.
  public var handleTimeFactor: Double
  /// Overflow: only contacts that have waited so long.
  public var afterWait: TimeSpan
  /// Overflow: only while so many of the queue wait.
  public var fromLineLength: Int
  /// Reserve: only while more than so many of the team are free.
  public var keepsFree: Int
  /// Blending: only while the team's busy people / its busy and free ones are below this; nil for no such rule.
  public var occupancyBelow: Share?
  /// Only in these stretches of the horizon; nil at all times.
  public var hours: [TimeStretch]?
  /// What an hour of these people's work for the queue costs, where the queue goes by it; else 0.
  public var costPerHour = 0.0

  public init(
    queue: Int, level: Int = 1, handleTimeFactor: Double = 1, afterWait: TimeSpan = .zero, fromLineLength: Int = 0,
    keepsFree: Int = 0, occupancyBelow: Share? = nil, hours: [TimeStretch]? = nil
  ) {
    self.queue = queue
    self.level = level
    self.handleTimeFactor = handleTimeFactor
    self.afterWait = afterWait
    self.fromLineLength = fromLineLength
    self.keepsFree = keepsFree
    self.occupancyBelow = occupancyBelow
    self.hours = hours
  }

  /// Whether nothing but the queue is said.
  public var isPlain: Bool { self == Skill(queue: queue) }
  /// Whether it holds only at times: after a wait, from a line length, in some hours, beyond a reserve.
  public var isConditional: Bool {
    afterWait > .zero || fromLineLength > 0 || keepsFree > 0 || occupancyBelow != nil || hours != nil
  }
}
