/// What the writer and the reader of a segment both remember of its earlier events, to foresee the next. It starts empty
/// with each segment.
///
/// Agents and contacts share slots by the last bits of their numbers. A slot may hold another one's facts: the foresight
/// is wrong then, for the writer and the reader alike, and costs some bytes. So nothing has to be looked up or checked.
/// Everything lies as in the words of an ``EventRecord``, so that foreseeing a word takes masks alone.
struct SegmentMemory: ~Copyable {
  static let slots = 1_024
  static let mask: UInt64 = 1_023

  // Where the fields lie in the words of a record.
  static let timeBits: UInt64 = 0xFFFF_FFFF_FFFF_0000
  static let agentBits: UInt64 = 0xFFFF
  static let laneBits: UInt64 = 0xFFFF
  static let contactBits: UInt64 = 0xFFFF_FFFF_0000_0000
  static let detailBits: UInt64 = 0xFFFF_FF00
  static let oneContact: UInt64 = 1 << 32

  struct Agent {
    /// Time of the last event, in the upper 48 bits.
    var time: UInt64 = 0
    /// Its contact, detail and kind.
    var word2: UInt64 = 0
  }

  struct Contact {
    /// Time of the first event, in the upper 48 bits.
    var first: UInt64 = 0
    /// Time of the last event, in the upper 48 bits; its lane.
    var last: UInt64 = 0
    static let offsetOfLast = 8

    /// The contact's next event: its time, in the upper 48 bits, and its word 1.
    @inline(__always) mutating func add(_ now: UInt64, _ word1: UInt64, _ foresight: borrowing SegmentForesight) {
      first ^= (first ^ now) & foresight.opens
      last = now | word1 & SegmentMemory.laneBits
    }
  }

  /// The upper half is for events that no agent remembers.
  let agents = UnsafeMutablePointer<Agent>.allocate(capacity: 2 * slots)
  let contacts = UnsafeMutablePointer<Contact>.allocate(capacity: slots)
  /// Slots of either half that agents may have used since the memory was empty.
  var agentSlots = slots
  /// Time of the last event; newest contact, in the upper 32 bits.
  var time: UInt64 = 0
  var newest: UInt64 = 0

  init() { reset() }

  deinit {
    agents.deallocate()
    contacts.deallocate()
  }

  mutating func reset() {
    agents.initialize(repeating: Agent(), count: agentSlots)
    (agents + Self.slots).initialize(repeating: Agent(), count: agentSlots)
    contacts.initialize(repeating: Contact(), count: Self.slots)
    (time, newest) = (0, 0)
  }

  @inline(__always) static func slot(ofAgent agent: UInt64, _ foresight: borrowing SegmentForesight) -> Int {
    Int(truncatingIfNeeded: agent & mask) &+ foresight.slotStep
  }

  @inline(__always) static func slot(ofContactIn word2: UInt64) -> Int {
    Int(truncatingIfNeeded: word2 &>> 32 & mask)
  }

  /// Bytes from the first contact's slot to that of a word 2: sixteen a slot.
  @inline(__always) static func offset(ofContactIn word2: UInt64) -> Int {
    Int(truncatingIfNeeded: word2 &>> 28 & mask &<< 4)
  }
}
