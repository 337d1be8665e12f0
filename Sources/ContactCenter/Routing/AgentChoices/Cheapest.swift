/// The one of the team whose work for the queue costs least.
public enum Cheapest: AgentChoiceRule {
  public static let name = "cheapest"
  public static func rank(_ team: IdleTeam) -> Double { team.costPerHour }
}

extension AgentChoice {
  public static let cheapest = AgentChoice(Cheapest.self)
}
