/// What the sums of a point of an experiment follow from, beside the number of the replication: equal keys, equal sums.
public struct PointKey: Hashable, Sendable {
  /// Fingerprint of the scenario at the point.
  public var scenario: String
  /// Whose people the point has, where they are not the scenario's own: empty for those.
  public var people: String
  public var seed: UInt64
  public var engineVersion: String
  /// How many sums a day is told by: a build that counts more cannot use those of one that counted less.
  var sumCount = SumColumns.count

  public init(scenario: String, people: String, seed: UInt64, engineVersion: String) {
    self.scenario = scenario
    self.people = people
    self.seed = seed
    self.engineVersion = engineVersion
  }
}
