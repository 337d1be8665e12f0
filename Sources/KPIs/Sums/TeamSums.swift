/// How the people of one team spent one day, and the contacts that they took.
public struct TeamSums: Hashable, Sendable {
  public var time = AgentSums()
  /// Contacts answered, on the day of their arrival.
  public var answered: Int64 = 0
  /// Paid time that premiums add, in microseconds at the plain wage.
  public var premium: Int64 = 0
  /// Scheduled time away that no schedule holds: absences, lateness, overruns, straying; and time at work although a break
  /// was due. Told where the plan says how people keep to it.
  public var unplanned: Int64 = 0
  public var delayed: Int64 = 0
  /// Of an interval: time on a break that by schedule is over, less ``delayed``. Over a day none: who goes late is back late.
  public var breakShift: Int64 = 0

  public init() {}

  public static func += (left: inout TeamSums, right: TeamSums) {
    left.time += right.time
    left.answered += right.answered
    left.premium += right.premium
    left.unplanned += right.unplanned
    left.delayed += right.delayed
    left.breakShift += right.breakShift
  }
}
