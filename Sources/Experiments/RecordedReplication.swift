public import EventLog
public import KPIs

/// One replication as it is stored: its sums and digest, and its log where that is kept.
public struct RecordedReplication: Hashable, Sendable {
  public var result: ReplicationResult
  /// Empty where the log is not kept.
  public var segments: [LogSegment]
  /// Sums of each interval of the horizon, where they were asked for.
  public var intervals: [DaySums]

  public init(result: ReplicationResult, segments: [LogSegment], intervals: [DaySums] = []) {
    self.result = result
    self.segments = segments
    self.intervals = intervals
  }
}
