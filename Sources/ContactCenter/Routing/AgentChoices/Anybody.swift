/// Any of them, with equal chances.
public enum Anybody: AgentChoiceRule {
  public static let name = "uniform"
  public static let isByChance = true
  public static func rank(_ team: IdleTeam) -> Double { 0 }
}

extension AgentChoice {
  public static let uniform = AgentChoice(Anybody.self)
}
