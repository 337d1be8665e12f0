/// The names behind the indices in a run's sums: what position 0, 1, ... of a list in ``KPIs/DaySums`` stands for.
public struct RunLayout: Hashable, Sendable {
  public var queues: [String]
  public var teams: [String]
  public var activities: [String]

  public init(queues: [String], teams: [String], activities: [String]) {
    self.queues = queues
    self.teams = teams
    self.activities = activities
  }
}
