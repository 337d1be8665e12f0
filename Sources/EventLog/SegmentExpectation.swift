/// What the writer expects of the next event of a kind: that it is foreseen as the latest one was that could be foreseen.
struct SegmentExpectation {
  private(set) var foresight: SegmentForesight
  /// The shape without the widths of time and agent.
  private var bits: UInt32 = 0

  /// Contacts from here on are not expected: the newest one, which an expectation may move on with every event of a
  /// segment, stays a number of 32 bits.
  static let firstFarContact = UInt32.max - UInt32(2 * SegmentCodec.segmentEvents)

  /// Expects nothing: the first event of a kind is always looked into.
  init(of kind: UInt8) {
    // By the catalogue an agent remembers the events that name one.
    let isRemembered = EventKind(rawValue: kind).map { EventCatalog.entry(of: $0).namesAgent } ?? false
    foresight = SegmentForesight(nothingOf: kind, isRemembered: isRemembered)
  }

  var isRemembered: Bool { foresight.slotStep == 0 }

  mutating func forget(_ kind: UInt8) {
    bits = 0
    foresight = SegmentForesight(nothingOf: kind, isRemembered: isRemembered)
  }

  /// - Returns: whether it expected something else before.
  mutating func learn(_ bits: UInt32) -> Bool {
    guard bits != self.bits else { return false }
    self.bits = bits
    foresight = SegmentForesight(SegmentShape(bits: bits))
    return true
  }
}
