/// A shape made ready for the reader: what it foresees, and where the fields lie that say the rest.
///
/// Most events are foreseen but for their time and agent. What only the others have lies apart, in a
/// ``SegmentRestPlan``.
struct SegmentFieldPlan {
  var foresight: SegmentForesight
  /// Bytes of all fields.
  var length: Int
  var timeMask: UInt64
  var agentOffset: Int
  var agentMask: UInt64
  /// Whether there is more to read than time and agent, or the contact is not the newest one and becomes it.
  var hasRest: Bool

  init(_ shape: SegmentShape) {
    foresight = SegmentForesight(shape)
    length = shape.fieldBytes
    timeMask = Self.mask(shape.timeBytes)
    agentOffset = Int(shape.timeBytes)
    agentMask = Self.mask(shape.agentBytes)
    hasRest = shape.hasRest
  }

  static func mask(_ bytes: UInt32) -> UInt64 { bytes == 0 ? 0 : UInt64.max >> (64 - 8 * UInt64(bytes)) }

  @inline(__always) static func word(_ place: UnsafeRawPointer, _ offset: Int) -> UInt64 {
    UInt64(littleEndian: place.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}

/// Where the differences lie of what a shape does not foresee.
struct SegmentRestPlan {
  private var contactOffset: Int
  private var contactMask: UInt64
  private var laneOffset: Int
  private var laneMask: UInt64
  private var detailOffset: Int
  private var detailMask: UInt64
  private var referenceOffset: Int
  private var referenceMask: UInt64

  init(_ shape: SegmentShape) {
    contactOffset = Int(shape.timeBytes + shape.agentBytes)
    contactMask = SegmentFieldPlan.mask(shape.contactBytes)
    laneOffset = contactOffset + Int(shape.contactBytes)
    laneMask = SegmentFieldPlan.mask(shape.laneBytes)
    detailOffset = laneOffset + Int(shape.laneBytes)
    detailMask = SegmentFieldPlan.mask(shape.detailBytes)
    referenceOffset = detailOffset + Int(shape.detailBytes)
    referenceMask = SegmentFieldPlan.mask(shape.referenceBytes)
  }

  /// Word 2 from the one foreseen and the fields: the contact so much less, the detail so much more.
  @inline(__always) func word2(_ foreseen: UInt64, _ fields: UnsafeRawPointer) -> UInt64 {
    let contactRest = SegmentFieldPlan.word(fields, contactOffset) & contactMask
    let detailRest = SegmentFieldPlan.word(fields, detailOffset) & detailMask
    let detail = foreseen &+ detailRest &<< 8
    return (foreseen &- contactRest &<< 32) & ~SegmentMemory.detailBits | detail & SegmentMemory.detailBits
  }

  /// Word 1: the reference so much less, the lane so much more. The queue's byte counts lowest in a lane's difference.
  @inline(__always) func word1(_ foreseen: UInt64, _ fields: UnsafeRawPointer) -> UInt64 {
    let referenceRest = SegmentFieldPlan.word(fields, referenceOffset) & referenceMask
    let laneRest = UInt16(truncatingIfNeeded: SegmentFieldPlan.word(fields, laneOffset) & laneMask)
    let lane = (UInt16(truncatingIfNeeded: foreseen).byteSwapped &+ laneRest).byteSwapped
    return (foreseen &- referenceRest &<< 16) & SegmentMemory.timeBits | UInt64(lane)
  }
}
