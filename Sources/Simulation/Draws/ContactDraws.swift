public import ContactCenter

/// What chance gave one contact, whatever became of it: derived again from (plan, seed, replication, contact), for no draw
/// depends on what happens in the center.
public struct ContactDraws: Hashable, Sendable {
  /// What a draw decides. A name keeps its meaning for ever: exports carry it.
  public enum Subject: String, CaseIterable, Hashable, Sendable {
    case patience
    case handleTime
    case wrapUp
    case selfServiceTime
    case selfService
    case balking
    case offer
    case agentChoice
    case transfer
    case resolution
    case repeatContact
    case repeatDelay
    case redial
    case redialDelay
    case escalation
    case refund
    case complaint
    case complaintDelay
  }

  public enum Value: Hashable, Sendable {
    /// A length of time.
    case span(TimeSpan)
    /// The caller never hangs up.
    case endless
    /// A uniform number in (0, 1): the thing happens, should it come to it, where the number is less than the share.
    /// Without a share the number chooses among several.
    case uniform(Double, below: Share?)
  }

  public struct Draw: Hashable, Sendable {
    public var subject: Subject
    public var value: Value
  }

  /// In the order of ``Subject``; only what the plan asks for.
  public var draws: [Draw] = []

  public func value(of subject: Subject) -> Value? { draws.first { $0.subject == subject }?.value }
}
