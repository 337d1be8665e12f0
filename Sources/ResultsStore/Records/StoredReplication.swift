public import EventLog

/// A replication of the store, without its sums.
public struct StoredReplication: Hashable, Sendable {
  public var index: Int
  /// Of its log.
  public var digest: StreamDigest.Value
  public var eventCount: Int
  public var isLogKept: Bool
}
