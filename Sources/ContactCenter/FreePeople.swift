/// A threshold: so many people free, in these teams together.
public struct FreePeople: Hashable, Sendable {
  /// At least 1.
  public var count: Int
  /// Numbers of the teams, in order; empty for those that serve the queue.
  public var teams: [Int]

  public init(count: Int, teams: [Int] = []) {
    self.count = count
    self.teams = teams
  }
}
