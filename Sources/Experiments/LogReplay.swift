public import ContactCenter
public import EventLog
public import KPIs
internal import Simulation

/// Folds a stored log again: the proof that the stored figures are the log's.
public enum LogReplay {
  /// The result that the log itself gives.
  ///
  /// - Parameter seed: of the run; with it the factors that the log tells of are held against those that plan and seed draw.
  /// - Throws: ``SegmentError`` for a damaged segment, ``LogGap`` where segments are missing, ``ForeignLog`` where the
  ///   log is not one of this plan.
  public static func result(
    of segments: [LogSegment], replication: Int, plan: SimulationPlan, acceptableWaits: [TimeSpan],
    seed: UInt64? = nil, upcasters: UpcasterChain = .current
  ) throws -> ReplicationResult {
    var fold = IntervalFold(FoldParameters(plan: plan, acceptableWaits: acceptableWaits))
    var digest = StreamDigest()
    var position = 0
    var factors = seed.map { DemandFactors(plan).events(seed: $0, replication: replication)[...] } ?? []
    var reader = SegmentReader(upcasters: upcasters)
    for segment in segments {
      guard segment.firstPosition == position else { throw LogGap(expected: position, found: segment.firstPosition) }
      try reader.read(segment) { written in
        try upcasters.lend(written) { records in
          try check(records, from: position, plan, queues: acceptableWaits.count)
          if seed != nil { try check(records, from: position, against: &factors) }
          fold.apply(records)
        }
        digest.absorb(written)
        position += written.count
      }
    }
    return ReplicationResult(index: replication, days: fold.daySums(), digest: digest.value, eventCount: position)
  }

  /// Takes the factors that are told off those that are drawn. A log of a version before they were told has none.
  private static func check(
    _ records: UnsafeBufferPointer<EventRecord>, from position: Int, against factors: inout ArraySlice<EventRecord>
  ) throws(ForeignLog) {
    for (offset, record) in records.enumerated() where record.kindCode == EventKind.demandFactorDrawn.rawValue {
      guard factors.popFirst() == record else { throw ForeignLog(position: position + offset) }
    }
  }

  /// The fold trusts the simulator's numbers as indices; a stored log may come from anywhere.
  /// - Parameter position: of the first record in the stream.
  public static func check(
    _ records: UnsafeBufferPointer<EventRecord>, from position: Int, _ plan: SimulationPlan, queues: Int
  ) throws(ForeignLog) {
    let agents = plan.agents.count
    for (offset, record) in records.enumerated() {
      let claims = EventClaims.byCode[Int(record.kindCode)]
      let isKnown =
        claims.contains(.known) && record.queue < (claims.contains(.queue) ? queues : 1)
        && record.agent < (claims.contains(.agent) ? agents : 1)
        && (!claims.contains(.start) || record.reference <= record.time)
        && (claims.isDisjoint(with: .details) || claims.fitDetails(of: record, plan, queues: queues))
      guard isKnown else { throw ForeignLog(position: position + offset) }
    }
  }
}

/// A log that is not one of the plan: an event names an agent, a queue or an activity that the plan lacks, or closes on
/// an instant that is still to come.
public struct ForeignLog: Error, Hashable, Sendable, CustomStringConvertible {
  /// Position in the stream of the first such event.
  public let position: Int
  public var description: String { "the log is not one of this plan: event \(position) does not fit it" }
}

/// A stream whose segments do not follow one another.
public struct LogGap: Error, Hashable, Sendable, CustomStringConvertible {
  public let expected: Int
  public let found: Int
  public var description: String { "the log misses events: position \(expected) was expected, \(found) comes next" }
}
