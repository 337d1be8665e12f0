/// The one of the team with most people idle.
public enum MostIdle: AgentChoiceRule {
  public static let name = "most_idle"
  public static func rank(_ team: IdleTeam) -> Double { -Double(team.idlePeople) }
}

extension AgentChoice {
  public static let mostIdle = AgentChoice(MostIdle.self)
}
