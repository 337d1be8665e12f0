/// How the fields of an event lie in a segment: from which foresight each starts, and how many bytes its difference takes.
///
///     bits   0-7   kind of event
///     bits   8-10  bytes of the time since the event before
///     bits  11-12  bytes of the agent
///     bits  13-15  bytes of the contact, 16-18 where it starts: none, newest, newest + 1, the agent's, 0. The third and
///                  the last make it the newest
///     bits  19-20  bytes of the lane (queue and spare bits), 21 where it starts: 0, the contact's
///     bits  22-23  bytes of the detail, 24 where it starts: 0, the agent's
///     bits  25-27  bytes of the reference, 28-30 where it starts: 0, the event's time, the contact's first or last
///                  event, the agent's last event
///     bit   31     whether the agent remembers the event
struct SegmentShape: Equatable {
  var bits: UInt32

  enum ContactStart {
    static let none: UInt32 = 0
    static let newest: UInt32 = 1
    static let next: UInt32 = 2
    static let agents: UInt32 = 3
    static let zero: UInt32 = 4
  }

  enum LaneStart {
    static let zero: UInt32 = 0
    static let contacts: UInt32 = 1
  }

  enum DetailStart {
    static let zero: UInt32 = 0
    static let agents: UInt32 = 1
  }

  enum ReferenceStart {
    static let zero: UInt32 = 0
    static let time: UInt32 = 1
    static let contactsFirst: UInt32 = 2
    static let contactsLast: UInt32 = 3
    static let agentsLast: UInt32 = 4
  }

  init(bits: UInt32) { self.bits = bits }

  func field(_ shift: UInt32, _ width: UInt32) -> UInt32 { bits &>> shift & (1 &<< width &- 1) }

  var kind: UInt8 { UInt8(truncatingIfNeeded: bits) }
  var timeBytes: UInt32 { field(8, 3) }
  var agentBytes: UInt32 { field(11, 2) }
  var contactBytes: UInt32 { field(13, 3) }
  var contactStart: UInt32 { field(16, 3) }
  var laneBytes: UInt32 { field(19, 2) }
  var laneStart: UInt32 { field(21, 1) }
  var detailBytes: UInt32 { field(22, 2) }
  var detailStart: UInt32 { field(24, 1) }
  var referenceBytes: UInt32 { field(25, 3) }
  var referenceStart: UInt32 { field(28, 3) }
  var isRemembered: Bool { field(31, 1) == 1 }

  /// Bytes of all fields.
  var fieldBytes: Int {
    Int(timeBytes + agentBytes + contactBytes + laneBytes + detailBytes + referenceBytes)
  }

  /// Whether an event of this shape is not foreseen but for its time and agent.
  var hasRest: Bool {
    contactBytes + laneBytes + detailBytes + referenceBytes > 0 || contactStart == ContactStart.zero
  }

  /// Whether every part has a meaning and the kind is one that the chain knows.
  func isValid(_ upcasters: UpcasterChain) -> Bool {
    upcasters.knows(kind) && timeBytes <= 6 && agentBytes <= 2 && contactBytes <= 4
      && contactStart <= 4 && laneBytes <= 2 && referenceBytes <= 6 && referenceStart <= 4
  }
}
