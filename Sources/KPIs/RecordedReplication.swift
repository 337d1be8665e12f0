public import EventLog

/// One replication as it is handed from the runner to a store: its sums and, if its log is kept, the log's segments.
public struct RecordedReplication: Hashable, Sendable {
  public var result: ReplicationResult
  /// In order, holding every event once; nil when the log is not kept.
  public var segments: [LogSegment]?

  /// Sums of each interval of the horizon, where they were asked for; a store does not keep them.
  public var intervals: [DaySums]

  public init(result: ReplicationResult, segments: [LogSegment]? = nil, intervals: [DaySums] = []) {
    self.result = result
    self.segments = segments
    self.intervals = intervals
  }

  /// Whether the segments hold every event of the replication once, in order.
  public var isWhole: Bool {
    guard let segments else { return true }
    var position = 0
    for segment in segments {
      guard segment.firstPosition == position, segment.eventCount > 0 else { return false }
      position += segment.eventCount
    }
    return position == result.eventCount
  }
}
