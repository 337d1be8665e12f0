/// What a shape foresees of an event, made ready for use: masks over what reader and writer both remember, so that no
/// branch is needed. Words are those of an ``EventRecord``; a time stands in the upper 48 bits of its word.
struct SegmentForesight {
  var kind: UInt64
  /// What is added to the agent's slot: as much as leads to the upper half where no agent remembers the event, else 0.
  var slotStep: Int
  /// What is added to the newest contact: one where the event opens the next.
  var contactStep: UInt64
  /// All bits where the contact becomes the newest one.
  var opens: UInt64
  /// Contact, from the newest one.
  var fromNewest: UInt64
  /// Contact and detail, from the agent's last event.
  var fromAgent: UInt64
  /// Reference, from the event's own time, the contact's first event, its last (and the lane), the agent's last.
  var fromTime: UInt64
  var fromFirst: UInt64
  var fromLast: UInt64
  var fromAgentsTime: UInt64

  /// One that foresees no event of its kind.
  init(nothingOf kind: UInt8, isRemembered: Bool) {
    self.kind = UInt64(kind ^ 0xFF)
    slotStep = isRemembered ? 0 : SegmentMemory.slots
    (contactStep, opens, fromNewest, fromAgent) = (0, 0, 0, 0)
    (fromTime, fromFirst, fromLast, fromAgentsTime) = (0, 0, 0, 0)
  }

  init(_ shape: SegmentShape) {
    kind = UInt64(shape.kind)
    slotStep = shape.isRemembered ? 0 : SegmentMemory.slots
    let isNext = shape.contactStart == SegmentShape.ContactStart.next
    contactStep = isNext ? SegmentMemory.oneContact : 0
    opens = isNext || shape.contactStart == SegmentShape.ContactStart.zero ? .max : 0
    fromNewest = isNext || shape.contactStart == SegmentShape.ContactStart.newest ? SegmentMemory.contactBits : 0
    fromAgent = shape.contactStart == SegmentShape.ContactStart.agents ? SegmentMemory.contactBits : 0
    if shape.detailStart == SegmentShape.DetailStart.agents { fromAgent |= SegmentMemory.detailBits }
    func times(_ start: UInt32) -> UInt64 { shape.referenceStart == start ? SegmentMemory.timeBits : 0 }
    fromTime = times(SegmentShape.ReferenceStart.time)
    fromFirst = times(SegmentShape.ReferenceStart.contactsFirst)
    fromLast = times(SegmentShape.ReferenceStart.contactsLast)
    if shape.laneStart == SegmentShape.LaneStart.contacts { fromLast |= SegmentMemory.laneBits }
    fromAgentsTime = times(SegmentShape.ReferenceStart.agentsLast)
  }

  /// Word 2: contact, detail and kind. `newest` has been moved on by ``contactStep``.
  @inline(__always) func word2(newest: UInt64, agent: SegmentMemory.Agent) -> UInt64 {
    newest & fromNewest | agent.word2 & fromAgent | kind
  }

  /// Word 1: reference and lane.
  @inline(__always) func word1(
    time: UInt64, agent: SegmentMemory.Agent, contact: SegmentMemory.Contact
  ) -> UInt64 {
    time & fromTime | contact.first & fromFirst | contact.last & fromLast | agent.time & fromAgentsTime
  }
}
