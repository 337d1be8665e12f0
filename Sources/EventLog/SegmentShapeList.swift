/// The shapes that a segment being written uses, in the order in which they came.
struct SegmentShapeList: ~Copyable {
  private static let slotBits: UInt32 = 10
  private static let slots = 1 << Int(slotBits)
  private let list = UnsafeMutablePointer<UInt32>.allocate(capacity: SegmentCodec.mostShapes)
  /// For each slot of a hash the shape that used it last and its tag: `tag << 32 | shape`.
  private let recent = UnsafeMutablePointer<UInt64>.allocate(capacity: slots)
  private(set) var count = 0

  init() { reset() }

  deinit {
    list.deallocate()
    recent.deallocate()
  }

  mutating func reset() {
    count = 0
    // No shape has all its bits set: it would have a reference of seven bytes.
    recent.initialize(repeating: .max, count: Self.slots)
  }

  func bits(_ index: Int) -> UInt32 { list[index] }

  /// - Returns: the tag of a shape, listed now if it is new; ``SegmentCodec/mostShapes`` where there is no room for it.
  @inline(__always) mutating func tag(of bits: UInt32) -> Int {
    let slot = Int((bits &* 0x9E37_79B1) &>> (32 &- Self.slotBits))
    let entry = recent[slot]
    if UInt32(truncatingIfNeeded: entry) == bits { return Int(entry &>> 32) }
    return search(bits, slot)
  }

  @inline(never) private mutating func search(_ bits: UInt32, _ slot: Int) -> Int {
    var tag = 0
    while tag < count, list[tag] != bits { tag += 1 }
    if tag == count {
      guard count < SegmentCodec.mostShapes else { return SegmentCodec.mostShapes }
      list[count] = bits
      count += 1
    }
    recent[slot] = UInt64(tag) << 32 | UInt64(bits)
    return tag
  }
}
