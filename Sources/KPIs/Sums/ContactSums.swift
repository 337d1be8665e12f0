/// What happened to the contacts of one queue that arrived in one stretch of time. Counts and microseconds, so that
/// merging two stretches is addition and every ratio is derived in one place.
public struct ContactSums: Hashable, Sendable {
  public var offered: Int64 = 0
  public var answered: Int64 = 0
  /// Answered after a wait of at most the acceptable wait.
  public var answeredInTime: Int64 = 0
  public var abandoned: Int64 = 0
  /// Abandoned after a wait of at most the acceptable wait.
  public var abandonedInTime: Int64 = 0
  public var disconnected: Int64 = 0
  /// Wait of the answered.
  public var waitAnswered: Int64 = 0
  /// Wait of those who abandoned or were disconnected.
  public var waitLost: Int64 = 0
  /// Completed, and their talk: booked where the talk began; wrap-up where the wrap-up began.
  public var completed: Int64 = 0
  public var talk: Int64 = 0
  public var wrapUp: Int64 = 0

  public init() {}

  public static func += (left: inout ContactSums, right: ContactSums) {
    left.offered += right.offered
    left.answered += right.answered
    left.answeredInTime += right.answeredInTime
    left.abandoned += right.abandoned
    left.abandonedInTime += right.abandonedInTime
    left.disconnected += right.disconnected
    left.waitAnswered += right.waitAnswered
    left.waitLost += right.waitLost
    left.completed += right.completed
    left.talk += right.talk
    left.wrapUp += right.wrapUp
  }
}
