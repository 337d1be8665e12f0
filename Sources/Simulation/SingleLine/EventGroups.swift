internal import EventLog

/// One or two records that follow each other in the log whatever else happens: arrival and answer, arrival and queueing,
/// end of talk and answer of the next.
struct EventGroup {
  var first: EventRecord
  var second: EventRecord
  /// Bytes of the records that count, 0, 24 or 48, in the lowest byte; 256 where the second record is to state the
  /// position in the line; in the upper half by how much the line grows.
  var facts: UInt64
}

/// Groups in order of time, added at the back and taken from the front.
///
/// They lie in one piece and end with a group at the end of time, so that a reader moves a pointer and looks at nothing
/// else; one place more may be read.
struct EventGroups: ~Copyable {
  private var base: UnsafeMutablePointer<EventGroup>
  private var capacity = 256
  var first: UnsafeMutablePointer<EventGroup>
  var last: UnsafeMutablePointer<EventGroup>

  init() {
    base = Self.places(capacity)
    (first, last) = (base, base)
    close()
  }

  deinit { base.deallocate() }

  mutating func removeAll() {
    (first, last) = (base, base)
    close()
  }

  private static func places(_ capacity: Int) -> UnsafeMutablePointer<EventGroup> {
    let places = UnsafeMutablePointer<EventGroup>.allocate(capacity: capacity + 1)
    let none = EventRecord(word0: 0, word1: 0, word2: 0)
    places.initialize(repeating: EventGroup(first: none, second: none, facts: 0), count: capacity + 1)
    return places
  }

  /// To be called after groups were added.
  func close() { last.pointee.first.word0 = UInt64(Int64.max) }

  /// Sees to it that `count` groups can be added, and the list be closed. O(1), amortised.
  mutating func makeRoom(for count: Int) {
    if (last - base) &+ count < capacity { return }
    let used = last - first
    if 2 * (used + count + 1) > capacity {
      capacity = 4 * (used + count + 1)
      let larger = Self.places(capacity)
      larger.update(from: first, count: used)
      base.deallocate()
      base = larger
    } else {
      base.update(from: first, count: used)
    }
    (first, last) = (base, base + used)
    close()
  }
}
