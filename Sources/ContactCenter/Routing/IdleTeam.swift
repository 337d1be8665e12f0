/// What a rule may know of a team with free people.
public struct IdleTeam: Hashable, Sendable {
  /// People who are free now.
  public var idlePeople: Int
  /// Since when the one is free who is free longest.
  public var idleSince: SimulationTime
  /// What an hour of their work for the queue costs, see ``Skill/costPerHour``.
  public var costPerHour: Double

  public init(idlePeople: Int, idleSince: SimulationTime, costPerHour: Double = 0) {
    self.idlePeople = idlePeople
    self.idleSince = idleSince
    self.costPerHour = costPerHour
  }
}
