/// A way to choose among free agents of the best level.
public protocol AgentChoiceRule: Sendable {
  /// Name in scenario files.
  static var name: String { get }
  /// Whether chance decides, with equal chances for everybody who is free; ranks are not asked then.
  static var isByChance: Bool { get }
  /// The longest idle agent of the team with the least rank goes; among equals, of the team that the plan names first.
  static func rank(_ team: IdleTeam) -> Double
}

extension AgentChoiceRule {
  public static var isByChance: Bool { false }
}
