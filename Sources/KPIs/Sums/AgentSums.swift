/// How agents spent one stretch of time, in agent-microseconds. A talk that spans two stretches counts in each with its
/// part.
public struct AgentSums: Hashable, Sendable {
  /// Paid: from sign-in to the scheduled end, breaks and absences included.
  public var scheduled: Int64 = 0
  /// Scheduled and not on a break or absent: on the phones.
  public var present: Int64 = 0
  /// Talk and wrap-up.
  public var busy: Int64 = 0
  /// From the scheduled end to sign-out, while the last contacts are finished.
  public var overtime: Int64 = 0

  public init() {}

  public static func += (left: inout AgentSums, right: AgentSums) {
    left.scheduled += right.scheduled
    left.present += right.present
    left.busy += right.busy
    left.overtime += right.overtime
  }
}
