/// What the writer and the reader of a segment both remember of its earlier events, to foresee the next. It starts empty
/// with each segment.
///
/// Agents and contacts share slots by the last bits of their numbers. A slot may hold another one's facts: the foresight
/// is wrong then, for the writer and the reader alike, and costs some bytes. So nothing has to be looked up or checked.
struct SegmentMemory: ~Copyable {
  static let slots = 1_024
  static let mask: UInt64 = 1_023

  struct Agent {
    /// Time of the last event.
    var time: UInt64
    /// The contact, 32 bits; the detail, 24 bits; zero, 8 bits.
    var contactAndDetail: UInt64
  }

  struct Contact {
    /// Time of the first event.
    var first: UInt64
    /// Time of the last event, 48 bits; its lane, 16 bits.
    var lastAndLane: UInt64
  }

  /// The upper half is for events that no agent remembers.
  let agents = UnsafeMutablePointer<Agent>.allocate(capacity: 2 * slots)
  let contacts = UnsafeMutablePointer<Contact>.allocate(capacity: slots)
  var time: UInt64 = 0
  var newest: UInt64 = 0

  init() { reset() }

  deinit {
    agents.deallocate()
    contacts.deallocate()
  }

  mutating func reset() {
    agents.initialize(repeating: Agent(time: 0, contactAndDetail: 0), count: 2 * Self.slots)
    contacts.initialize(repeating: Contact(first: 0, lastAndLane: 0), count: Self.slots)
    (time, newest) = (0, 0)
  }
}
