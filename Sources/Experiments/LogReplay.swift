public import ContactCenter
public import EventLog
public import KPIs

/// Folds a stored log again: the proof that the stored figures are the log's.
public enum LogReplay {
  /// The result that the log itself gives.
  /// - Throws: ``SegmentError`` for a damaged segment, ``LogGap`` where segments are missing.
  public static func result(
    of segments: [LogSegment], replication: Int, plan: SimulationPlan, acceptableWaits: [TimeSpan]
  ) throws -> ReplicationResult {
    var fold = IntervalFold(FoldParameters(plan: plan, acceptableWaits: acceptableWaits))
    var digest = StreamDigest()
    var position = 0
    for segment in segments {
      guard segment.firstPosition == position else { throw LogGap(expected: position, found: segment.firstPosition) }
      let records = try SegmentReader.records(of: segment)
      records.withUnsafeBufferPointer {
        fold.apply($0)
        digest.absorb($0)
      }
      position += records.count
    }
    return ReplicationResult(index: replication, days: fold.daySums(), digest: digest.value, eventCount: position)
  }
}

/// A stream whose segments do not follow one another.
public struct LogGap: Error, Hashable, Sendable, CustomStringConvertible {
  public let expected: Int
  public let found: Int
  public var description: String { "the log misses events: position \(expected) was expected, \(found) comes next" }
}
