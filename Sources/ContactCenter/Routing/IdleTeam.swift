/// What a rule may know of a team with free people.
public struct IdleTeam: Hashable, Sendable {
  /// People who are free now.
  public var idlePeople: Int
  /// Since when the one is free who is free longest.
  public var idleSince: SimulationTime

  public init(idlePeople: Int, idleSince: SimulationTime) {
    self.idlePeople = idlePeople
    self.idleSince = idleSince
  }
}
