internal import Hashing
public import KPIs

/// What the sums of a point of an experiment follow from, beside the number of the replication: equal keys, equal sums.
public struct PointKey: Hashable, Sendable {
  /// Fingerprint of the scenario at the point.
  public var scenario: String
  /// Whose people the point has, where they are not the scenario's own: empty for those.
  public var people: String
  public var seed: UInt64
  public var engineVersion: String
  /// Of the point's first replication: what it came to, and which sums it is told by. A build that plays or counts
  /// otherwise finds other figures there, whatever version it calls itself. 0 as long as nobody has simulated it.
  public var fingerprint: Int64 = 0

  public init(scenario: String, people: String, seed: UInt64, engineVersion: String) {
    self.scenario = scenario
    self.people = people
    self.seed = seed
    self.engineVersion = engineVersion
  }
}

extension PointKey {
  /// ``fingerprint`` of a point whose replication 0 is this one: 63 bits of the SHA-256 over its digest, its sums, and
  /// the names of all sums, those that are zero too.
  public static func fingerprint(of first: ReplicationResult) -> Int64 {
    var hash = SHA256()
    hash.update(SumColumns.names.joined(separator: " ").utf8)
    hash.update(LedgerFact.bytes(of: first))
    return hash.digest().prefix(8).reduce(0) { $0 << 8 | Int64($1) } & .max
  }
}
