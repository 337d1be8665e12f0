public import ContactCenter
public import EventLog
public import KPIs

/// Folds a stored log again: the proof that the stored figures are the log's.
public enum LogReplay {
  /// The result that the log itself gives.
  /// - Throws: ``SegmentError`` for a damaged segment, ``LogGap`` where segments are missing, ``ForeignLog`` where the
  ///   log is not one of this plan.
  public static func result(
    of segments: [LogSegment], replication: Int, plan: SimulationPlan, acceptableWaits: [TimeSpan],
    upcasters: UpcasterChain = .current
  ) throws -> ReplicationResult {
    var fold = IntervalFold(FoldParameters(plan: plan, acceptableWaits: acceptableWaits))
    var digest = StreamDigest()
    var position = 0
    var reader = SegmentReader(upcasters: upcasters)
    for segment in segments {
      guard segment.firstPosition == position else { throw LogGap(expected: position, found: segment.firstPosition) }
      try reader.read(segment) { written in
        try upcasters.lend(written) { records in
          try check(records, from: position, plan, queues: acceptableWaits.count)
          fold.apply(records)
        }
        digest.absorb(written)
        position += written.count
      }
    }
    return ReplicationResult(index: replication, days: fold.daySums(), digest: digest.value, eventCount: position)
  }

  /// The fold trusts the simulator's numbers as indices; a stored log may come from anywhere.
  /// - Parameter position: of the first record in the stream.
  public static func check(
    _ records: UnsafeBufferPointer<EventRecord>, from position: Int, _ plan: SimulationPlan, queues: Int
  ) throws(ForeignLog) {
    for (offset, record) in records.enumerated() {
      let isKnown: Bool
      switch record.event {
      case .replicationStarted(let horizon): isKnown = horizon == plan.horizon
      case .replicationFinished: isKnown = true
      case .contactArrived(_, let queue), .contactQueued(_, let queue, _), .contactBlocked(_, let queue, _),
        .contactLinked(_, let queue, _), .contactBalked(_, let queue), .selfServiceStarted(_, let queue),
        .outageStarted(let queue), .limitStarted(_, let queue, _, _):
        isKnown = queue < queues
      case .contactAbandoned(_, let queue, let start), .contactDisconnected(_, let queue, let start),
        .contactLeftMessage(_, let queue, let start), .callbackPromised(_, let queue, let start),
        .contactSelfServed(_, let queue, let start), .selfServiceLeft(_, let queue, let start),
        .outageEnded(let queue, let start),
        .dialStarted(_, let queue, let start), .dialFailed(_, let queue, let start),
        .dialDropped(_, let queue, let start), .limitKept(_, let queue, _, _, let start),
        .limitMissed(_, let queue, _, _, let start):
        isKnown = queue < queues && start.microseconds <= record.time
      case .contactAnswered(_, let queue, let agent, let start), .contactCompleted(_, let queue, let agent, let start),
        .wrapUpEnded(_, let queue, let agent, let start), .attemptFailed(_, let queue, let agent, let start),
        .talkDropped(_, let queue, let agent, let start):
        isKnown = queue < queues && plan.agents.indices.contains(agent) && start.microseconds <= record.time
      case .contactTransferred(_, let queue, let agent, let start, let target):
        isKnown =
          queue < queues && target < queues && plan.agents.indices.contains(agent) && start.microseconds <= record.time
      case .contactDiverted(_, let queue, let target): isKnown = queue < queues && target < queues
      case .outcomeRecorded(_, let queue, let agent, _), .wrapUpStarted(_, let queue, let agent),
        .refundDecided(_, let queue, let agent, _, _),
        .satisfactionRated(_, let queue, let agent, _), .recommendationRated(_, let queue, let agent, _),
        .appointmentMade(_, let queue, let agent, _), .qualityChecked(_, let queue, let agent, _, _):
        isKnown = queue < queues && plan.agents.indices.contains(agent)
      case .agentSignedIn(let agent, let team), .agentSignedOut(let agent, let team, _),
        .agentResigned(let agent, let team), .agentHired(let agent, let team):
        isKnown = plan.agents.indices.contains(agent) && plan.agents[agent].team == team
      case .breakStarted(let agent, let activity):
        isKnown = plan.agents.indices.contains(agent) && plan.activities.indices.contains(activity)
      case .breakEnded(let agent, let activity, let start), .breakDelayed(let agent, let activity, let start):
        isKnown =
          plan.agents.indices.contains(agent) && plan.activities.indices.contains(activity)
          && start.microseconds <= record.time
      case nil: isKnown = false
      }
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
