public import EventLog

/// What is kept of one replication when its log is folded: the sums of its days and the digest of its log.
public struct ReplicationResult: Hashable, Sendable {
  public var index: Int
  public var days: [DaySums]
  public var digest: StreamDigest.Value
  public var eventCount: Int

  public init(index: Int, days: [DaySums], digest: StreamDigest.Value, eventCount: Int) {
    self.index = index
    self.days = days
    self.digest = digest
    self.eventCount = eventCount
  }

  /// The digest of a run: of the replications' digests in order.
  public static func digest(of results: [ReplicationResult]) -> StreamDigest.Value {
    var digest = StreamDigest()
    for result in results { digest.absorb(result.digest) }
    return digest.value
  }
}
