/// A shape made ready for the reader: where the fields lie, and masks that let through the foresight that each starts from.
struct SegmentFieldPlan {
  var kind: UInt64
  /// Bytes of all fields.
  var length: Int

  var timeMask: UInt64
  var agentOffset: Int
  var agentMask: UInt64
  /// What is added to the agent's slot: as much as leads to the upper half where no agent remembers the event, else 0.
  var slotStep: UInt64

  var contactOffset: Int
  var contactMask: UInt64
  var contactStep: UInt64
  var fromNewest: UInt64
  var fromAgentsContact: UInt64
  /// All bits where the contact becomes the newest one.
  var opens: UInt64

  var laneOffset: Int
  var laneMask: UInt64
  var fromContactsLane: UInt64
  var detailOffset: Int
  var detailMask: UInt64
  var fromAgentsDetail: UInt64

  var referenceOffset: Int
  var referenceMask: UInt64
  var fromTime: UInt64
  var fromFirst: UInt64
  var fromLast: UInt64
  var fromAgentsLast: UInt64

  init(_ shape: SegmentShape) {
    kind = UInt64(shape.kind)
    timeMask = Self.mask(shape.timeBytes)
    agentOffset = Int(shape.timeBytes)
    agentMask = Self.mask(shape.agentBytes)
    slotStep = shape.isRemembered ? 0 : UInt64(SegmentMemory.slots)

    contactOffset = agentOffset + Int(shape.agentBytes)
    contactMask = Self.mask(shape.contactBytes)
    contactStep = shape.contactStart == SegmentShape.ContactStart.next ? 1 : 0
    let isFromNewest = [SegmentShape.ContactStart.newest, SegmentShape.ContactStart.next].contains(shape.contactStart)
    fromNewest = Self.all(isFromNewest)
    opens = Self.all([SegmentShape.ContactStart.next, SegmentShape.ContactStart.zero].contains(shape.contactStart))
    fromAgentsContact = Self.all(shape.contactStart == SegmentShape.ContactStart.agents)

    laneOffset = contactOffset + Int(shape.contactBytes)
    laneMask = Self.mask(shape.laneBytes)
    fromContactsLane = shape.laneStart == SegmentShape.LaneStart.contacts ? 0xFFFF : 0
    detailOffset = laneOffset + Int(shape.laneBytes)
    detailMask = Self.mask(shape.detailBytes)
    fromAgentsDetail = shape.detailStart == SegmentShape.DetailStart.agents ? 0xFF_FFFF : 0

    referenceOffset = detailOffset + Int(shape.detailBytes)
    referenceMask = Self.mask(shape.referenceBytes)
    fromTime = Self.all(shape.referenceStart == SegmentShape.ReferenceStart.time)
    fromFirst = Self.all(shape.referenceStart == SegmentShape.ReferenceStart.contactsFirst)
    fromLast = Self.all(shape.referenceStart == SegmentShape.ReferenceStart.contactsLast)
    fromAgentsLast = Self.all(shape.referenceStart == SegmentShape.ReferenceStart.agentsLast)
    length = referenceOffset + Int(shape.referenceBytes)
  }

  private static func mask(_ bytes: UInt32) -> UInt64 { bytes == 0 ? 0 : UInt64.max >> (64 - 8 * UInt64(bytes)) }
  private static func all(_ isThere: Bool) -> UInt64 { isThere ? .max : 0 }
}
