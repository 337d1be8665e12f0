/// A shape made ready for the reader: what it foresees, and where the differences lie from that.
struct SegmentFieldPlan {
  let foresight: SegmentForesight
  /// Bytes of all fields.
  let length: Int
  let timeMask: UInt64
  let agentOffset: Int
  let agentMask: UInt64
  private let contactOffset: Int
  private let contactMask: UInt64
  private let laneOffset: Int
  private let laneMask: UInt64
  private let detailOffset: Int
  private let detailMask: UInt64
  private let referenceOffset: Int
  private let referenceMask: UInt64

  init(_ shape: SegmentShape) {
    foresight = SegmentForesight(shape)
    length = shape.fieldBytes
    timeMask = Self.mask(shape.timeBytes)
    agentOffset = Int(shape.timeBytes)
    agentMask = Self.mask(shape.agentBytes)
    contactOffset = agentOffset + Int(shape.agentBytes)
    contactMask = Self.mask(shape.contactBytes)
    laneOffset = contactOffset + Int(shape.contactBytes)
    laneMask = Self.mask(shape.laneBytes)
    detailOffset = laneOffset + Int(shape.laneBytes)
    detailMask = Self.mask(shape.detailBytes)
    referenceOffset = detailOffset + Int(shape.detailBytes)
    referenceMask = Self.mask(shape.referenceBytes)
  }

  static func mask(_ bytes: UInt32) -> UInt64 { bytes == 0 ? 0 : UInt64.max >> (64 - 8 * UInt64(bytes)) }

  @inline(__always) static func word(_ place: UnsafeRawPointer, _ offset: Int) -> UInt64 {
    UInt64(littleEndian: place.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Word 2 from the one foreseen and the fields: the contact so much less, the detail so much more.
  @inline(__always) func word2(_ foreseen: UInt64, _ fields: UnsafeRawPointer) -> UInt64 {
    let contactRest = Self.word(fields, contactOffset) & contactMask
    let detailRest = Self.word(fields, detailOffset) & detailMask
    let detail = foreseen &+ detailRest &<< 8
    return (foreseen &- contactRest &<< 32) & ~SegmentMemory.detailBits | detail & SegmentMemory.detailBits
  }

  /// Word 1: the reference so much less, the lane so much more. The queue's byte counts lowest in a lane's difference.
  @inline(__always) func word1(_ foreseen: UInt64, _ fields: UnsafeRawPointer) -> UInt64 {
    let referenceRest = Self.word(fields, referenceOffset) & referenceMask
    let laneRest = UInt16(truncatingIfNeeded: Self.word(fields, laneOffset) & laneMask)
    let lane = (UInt16(truncatingIfNeeded: foreseen).byteSwapped &+ laneRest).byteSwapped
    return (foreseen &- referenceRest &<< 16) & SegmentMemory.timeBits | UInt64(lane)
  }
}
