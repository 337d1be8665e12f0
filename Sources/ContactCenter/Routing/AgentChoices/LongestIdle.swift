/// The one who has idled longest.
public enum LongestIdle: AgentChoiceRule {
  public static let name = "longest_idle"
  public static func rank(_ team: IdleTeam) -> Double { Double(team.idleSince.microseconds) }
}

extension AgentChoice {
  public static let longestIdle = AgentChoice(LongestIdle.self)
}
