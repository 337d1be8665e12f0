/// How the people of one team spent one day, and the contacts that they took.
public struct TeamSums: Hashable, Sendable {
  public var time = AgentSums()
  /// Contacts answered, on the day of their arrival.
  public var answered: Int64 = 0
  /// Paid time that premiums add, in microseconds at the plain wage.
  public var premium: Int64 = 0

  public init() {}

  public static func += (left: inout TeamSums, right: TeamSums) {
    left.time += right.time
    left.answered += right.answered
    left.premium += right.premium
  }
}
