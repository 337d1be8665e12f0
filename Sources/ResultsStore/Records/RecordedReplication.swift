public import EventLog
public import KPIs

/// What a store keeps of one replication: its sums and, if its log is kept, the log's segments.
public struct RecordedReplication: Hashable, Sendable {
  public var result: ReplicationResult
  /// In order, holding every event once; nil when the log is not kept.
  public var segments: [LogSegment]?

  public init(result: ReplicationResult, segments: [LogSegment]? = nil) {
    self.result = result
    self.segments = segments
  }

  /// Whether the segments hold every event of the replication once, in order.
  var isWhole: Bool {
    guard let segments else { return true }
    var position = 0
    for segment in segments {
      guard segment.firstPosition == position, segment.eventCount > 0 else { return false }
      position += segment.eventCount
    }
    return position == result.eventCount
  }
}
