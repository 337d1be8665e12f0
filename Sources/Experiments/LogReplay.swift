public import ContactCenter
public import EventLog
public import KPIs
internal import Simulation

/// Folds stored logs again: the proof that the stored figures are the log's. One serves for all replications of a run.
public final class LogReplay {
  private let claims: PlanClaims
  private let upcasters: UpcasterChain
  private var reader: SegmentReader
  private var fold: IntervalFold
  /// What the plan draws, and the seed; nil where the log is not held against it.
  private let drawn: (factors: DemandFactors, seed: UInt64)?

  /// - Parameter seed: of the run; with it the factors that the log tells of are held against those that plan and seed draw.
  public init(
    plan: SimulationPlan, acceptableWaits: [TimeSpan], seed: UInt64? = nil, upcasters: UpcasterChain = .current
  ) {
    claims = PlanClaims(plan, queues: acceptableWaits.count)
    self.upcasters = upcasters
    reader = SegmentReader(upcasters: upcasters)
    fold = IntervalFold(FoldParameters(plan: plan, acceptableWaits: acceptableWaits))
    drawn = seed.map { (DemandFactors(plan), $0) }
  }

  /// The result that the log of a replication itself gives. O(events).
  ///
  /// - Throws: ``SegmentError`` for a damaged segment, ``LogGap`` where segments are missing, ``ForeignLog`` where the
  ///   log is not one of this plan.
  public func result(of segments: [LogSegment], replication: Int) throws -> ReplicationResult {
    var digest = StreamDigest()
    var position = 0
    var factors = drawn.map { $0.factors.events(seed: $0.seed, replication: replication)[...] }
    fold.reset()
    for segment in segments {
      guard segment.firstPosition == position else { throw LogGap(expected: position, found: segment.firstPosition) }
      try reader.read(segment) { written in
        try upcasters.lend(written) { records in
          // Factors are told in the order of the draws. A log of a version before they were told has none.
          try claims.check(records, from: position) { record in
            record.kindCode != EventKind.demandFactorDrawn.rawValue || factors == nil || factors?.popFirst() == record
          }
          fold.apply(records)
        }
        digest.absorb(written)
        position += written.count
      }
    }
    return ReplicationResult(index: replication, days: fold.daySums(), digest: digest.value, eventCount: position)
  }
}
