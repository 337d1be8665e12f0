/// The search for the shape of an event that was not expected: what each field had best start from, and what is left.
struct SegmentShapeSearch {
  /// The shape without the widths of time and agent.
  private(set) var bits: UInt32
  /// Whether the contact becomes the newest one.
  let opens: Bool
  private let contactRest: UInt64
  private let laneRest: UInt64
  private let detailRest: UInt64
  private let referenceRest: UInt64

  @inline(never) init(
    _ record: EventRecord, isRemembered: Bool, newest: UInt64, agent: SegmentMemory.Agent,
    contact: SegmentMemory.Contact
  ) {
    let number = UInt64(record.contact)
    let contactStart = Self.contactStart(number, newest: newest &>> 32, held: agent.word2 &>> 32)
    opens = contactStart == SegmentShape.ContactStart.next || contactStart == SegmentShape.ContactStart.zero
    contactRest =
      switch contactStart {
      case SegmentShape.ContactStart.newest: newest &>> 32 &- number
      case SegmentShape.ContactStart.zero: (0 &- number) & 0xFFFF_FFFF
      default: 0
      }
    let isSameLane = (record.word1 ^ contact.last) & SegmentMemory.laneBits == 0
    laneRest = isSameLane ? 0 : UInt64(UInt16(truncatingIfNeeded: record.word1).byteSwapped)
    let isSameDetail = (record.word2 ^ agent.word2) & SegmentMemory.detailBits == 0
    detailRest = isSameDetail ? 0 : (record.word2 & SegmentMemory.detailBits) &>> 8
    let reference = record.word1 & SegmentMemory.timeBits
    let referenceStart = Self.referenceStart(reference, agent, contact)
    let now = record.word0 & SegmentMemory.timeBits
    referenceRest = referenceStart == SegmentShape.ReferenceStart.time ? (now &- reference) &>> 16 : 0

    bits = UInt32(record.kindCode) | SegmentWriter.bytes(contactRest) << 13 | contactStart << 16
    bits |= SegmentWriter.bytes(laneRest) << 19 | (isSameLane ? 1 << 21 : 0)
    bits |= SegmentWriter.bytes(detailRest) << 22 | (isSameDetail ? 1 << 24 : 0)
    bits |= SegmentWriter.bytes(referenceRest) << 25 | referenceStart << 28 | (isRemembered ? 1 << 31 : 0)
  }

  private static func contactStart(_ contact: UInt64, newest: UInt64, held: UInt64) -> UInt32 {
    if contact == 0 { return SegmentShape.ContactStart.none }
    if contact == held { return SegmentShape.ContactStart.agents }
    if contact == newest + 1 { return SegmentShape.ContactStart.next }
    return contact <= newest ? SegmentShape.ContactStart.newest : SegmentShape.ContactStart.zero
  }

  private static func referenceStart(
    _ reference: UInt64, _ agent: SegmentMemory.Agent, _ contact: SegmentMemory.Contact
  ) -> UInt32 {
    if reference == 0 { return SegmentShape.ReferenceStart.zero }
    if reference == agent.time { return SegmentShape.ReferenceStart.agentsLast }
    if reference == contact.first { return SegmentShape.ReferenceStart.contactsFirst }
    if reference == contact.last & SegmentMemory.timeBits { return SegmentShape.ReferenceStart.contactsLast }
    return SegmentShape.ReferenceStart.time
  }

  /// Whether another event of this shape would be foreseen but for its time and agent.
  var isForeseen: Bool { !shape.hasRest }
  var shape: SegmentShape { SegmentShape(bits: bits) }

  /// Writes what is not foreseen, and returns where it ends.
  func writeRests(to place: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
    var place = place
    for rest in [contactRest, laneRest, detailRest, referenceRest] {
      place.storeBytes(of: rest.littleEndian, as: UInt64.self)
      place += Int(SegmentWriter.bytes(rest))
    }
    return place
  }
}
