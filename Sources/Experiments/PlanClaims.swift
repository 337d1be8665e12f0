public import ContactCenter
public import EventLog

/// What the events of a log may name in a plan, and the search for those that name something else.
///
/// The folds trust the simulator's numbers as indices; a stored log may come from anywhere.
public struct PlanClaims: Sendable {
  /// Of a kind of event.
  private struct Bounds {
    /// The greatest numbers that its fields may hold; -1 for a kind that this build does not know.
    var lastQueue: Int64 = -1
    var lastAgent: Int64 = -1
    /// Ones where its reference is an instant that has been, else zeros.
    var startMask: Int64 = 0
    /// -1 where the bounds do not tell all, else 0.
    var doubt: Int64 = 0
  }

  private let plan: SimulationPlan
  private let queueCount: Int
  /// By the code of the kind.
  private let bounds: [Bounds]

  /// - Parameter queues: how many the reader of the events has room for.
  public init(_ plan: SimulationPlan, queues: Int) {
    (self.plan, queueCount) = (plan, queues)
    bounds = EventClaims.byCode.map { claims in
      guard claims.contains(.known) else { return Bounds() }
      return Bounds(
        lastQueue: claims.contains(.queue) ? Int64(queues) - 1 : 0,
        lastAgent: claims.contains(.agent) ? Int64(plan.agents.count) - 1 : 0,
        startMask: claims.contains(.start) ? -1 : 0, doubt: claims.isDisjoint(with: .details) ? 0 : -1)
    }
  }

  /// Holds records against the plan. O(records); those whose kind tells all by bounds cost a few instructions.
  ///
  /// - Parameters:
  ///   - position: of the first record in the stream.
  ///   - suits: a further look at those that bounds alone do not settle, ``EventKind/demandFactorDrawn`` among them.
  public func check(
    _ records: UnsafeBufferPointer<EventRecord>, from position: Int, suits: (EventRecord) -> Bool = { _ in true }
  ) throws(ForeignLog) {
    var index = firstInDoubt(records, from: 0)
    while index < records.count {
      guard fits(records[index]), suits(records[index]) else { throw ForeignLog(position: position + index) }
      index = firstInDoubt(records, from: index + 1)
    }
  }

  /// The first record beyond its bounds, or that they do not settle; the count where there is none.
  private func firstInDoubt(_ records: UnsafeBufferPointer<EventRecord>, from first: Int) -> Int {
    bounds.withUnsafeBufferPointer { table in
      var index = first
      while index < records.count {
        let record = records[index]
        let kind = table[Int(record.kindCode)]
        // Each is negative where the field is beyond its bound, and so is the union of their bits.
        let room =
          (kind.lastQueue &- Int64(record.queue)) | (kind.lastAgent &- Int64(record.agent))
          | (record.time &- (record.reference & kind.startMask)) | kind.doubt
        if room < 0 { break }
        index &+= 1
      }
      return index
    }
  }

  private func fits(_ record: EventRecord) -> Bool {
    let (claims, kind) = (EventClaims.byCode[Int(record.kindCode)], bounds[Int(record.kindCode)])
    return record.queue <= kind.lastQueue && record.agent <= kind.lastAgent
      && record.reference & kind.startMask <= record.time
      && claims.fitDetails(of: record, plan, queues: queueCount)
  }
}
