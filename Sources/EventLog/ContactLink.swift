/// How a contact continues an earlier one: the customer basis of counts follows these links.
public struct ContactLink: Hashable, Sendable {
  /// Why it came. Codes lie in logs: they are never reused and never renumbered.
  public enum Cause: UInt8, CaseIterable, Hashable, Sendable {
    /// The caller hung up or met a busy signal, and tries again.
    case redial = 1
    /// The earlier contact did not resolve the matter.
    case repeatContact = 2
    /// The center keeps its promise to call back.
    case callback = 3
    /// Work on a message that was left.
    case message = 4
    /// An agent handed the caller on.
    case transfer = 5
    /// An agent handed the matter to a higher tier.
    case escalation = 6
    /// The caller complains about an earlier contact.
    case complaint = 7
    /// The center tries again to reach somebody.
    case retry = 8
    /// An outage sent the contact to another queue.
    case diversion = 9
    /// A supervisor looks at how the contact was handled.
    case review = 10
  }

  public var cause: Cause
  /// Number of the contact that this one continues.
  public var previous: UInt32
  /// The customer's contacts before this one, at most 65,535.
  public var rank: Int

  public init(cause: Cause, previous: UInt32, rank: Int) {
    self.cause = cause
    self.previous = previous
    self.rank = rank
  }
}

extension ContactLink {
  /// Cause and rank, as a record of the link holds them.
  public var detail: UInt64 { UInt64(cause.rawValue) | UInt64(rank) << 8 }

  init?(_ record: EventRecord) {
    guard let cause = Cause(rawValue: UInt8(truncatingIfNeeded: record.detail)) else { return nil }
    self.init(cause: cause, previous: UInt32(truncatingIfNeeded: record.reference), rank: record.detail >> 8)
  }
}
