/// The contacts that wait: one line a queue, first come first, in a shared pool of slots.
///
/// Lines are doubly linked through the pool, so that a caller who hangs up leaves the middle of a line in O(1).
struct WaitingLines: ~Copyable {
  struct Waiting {
    var contact: UInt32
    var queue: Int32
    var previous: Int32
    var next: Int32
    var queuedAt: Int64
    var handleTime: Int64
    var wrapUp: Int64
    /// The customer, under rules; -1 without.
    var customer: Int32 = -1
  }

  struct Line {
    var first: Int32 = -1
    var last: Int32 = -1
    var count = 0
  }

  private var pool: UnsafeMutablePointer<Waiting>
  private var capacity: Int32
  private var used: Int32 = 0
  private var free: Int32 = -1
  private let lines: UnsafeMutablePointer<Line>
  /// Of each queue: the contact at the head x 2^8; the greatest number when nobody waits.
  private let heads: UnsafeMutablePointer<UInt64>
  private let queueCount: Int
  /// Contacts in all lines.
  private(set) var count = 0

  init(queueCount: Int) {
    self.queueCount = queueCount
    lines = .allocate(capacity: queueCount)
    lines.initialize(repeating: Line(), count: queueCount)
    heads = .allocate(capacity: max(KeyRow.size, queueCount))
    heads.initialize(repeating: .max, count: max(KeyRow.size, queueCount))
    capacity = 256
    pool = .allocate(capacity: Int(capacity))
  }

  deinit {
    lines.deallocate()
    heads.deallocate()
    pool.deallocate()
  }

  mutating func removeAll() {
    lines.update(repeating: Line(), count: queueCount)
    heads.update(repeating: .max, count: queueCount)
    (used, free, count) = (0, -1, 0)
  }

  @inline(__always) subscript(slot: Int32) -> Waiting { pool[Int(slot)] }
  /// Slot of the contact at the head of a queue's line; -1 when nobody waits.
  @inline(__always) func head(of queue: Int) -> Int32 { lines[queue].first }
  @inline(__always) func length(of queue: Int) -> Int { lines[queue].count }

  /// Slot of the contact to be taken by a team, given its preferences: by queue a rank x 2^40 + the queue, or the greatest
  /// number for a queue that it does not serve; -1 if there is none. For at most ``KeyRow/size`` queues.
  @inline(__always) func first(by preferences: UnsafeMutablePointer<UInt64>) -> Int32 {
    let best = KeyRow.least(heads, with: preferences)
    return best == .max ? -1 : lines[Int(best & 0xFF)].first
  }

  @inline(__always) private func putFirst(_ slot: Int32, _ queue: Int) {
    lines[queue].first = slot
    heads[queue] = slot < 0 ? .max : UInt64(pool[Int(slot)].contact) &<< 8
  }

  /// Whether this slot still holds this contact.
  @inline(__always) func holds(_ contact: UInt32, at slot: Int32) -> Bool { pool[Int(slot)].contact == contact }

  /// - Returns: the slot.
  mutating func append(
    contact: UInt32, queue: Int, queuedAt: Int64, handleTime: Int64, wrapUp: Int64, customer: Int32 = -1
  ) -> Int32 {
    let slot = takeSlot()
    let last = lines[queue].last
    pool[Int(slot)] = Waiting(
      contact: contact, queue: Int32(truncatingIfNeeded: queue), previous: last, next: -1, queuedAt: queuedAt,
      handleTime: handleTime, wrapUp: wrapUp, customer: customer)
    if last >= 0 { pool[Int(last)].next = slot } else { putFirst(slot, queue) }
    lines[queue].last = slot
    lines[queue].count &+= 1
    count &+= 1
    return slot
  }

  /// Moves the last contact of a line forward, right behind `slot`; to its head with -1. O(1).
  mutating func moveLast(of queue: Int, behind slot: Int32) {
    let moved = lines[queue].last
    let before = pool[Int(moved)].previous
    guard before != slot, before >= 0 else { return }
    pool[Int(before)].next = -1
    lines[queue].last = before
    let after = slot >= 0 ? pool[Int(slot)].next : lines[queue].first
    pool[Int(moved)].previous = slot
    pool[Int(moved)].next = after
    pool[Int(after)].previous = moved
    if slot >= 0 { pool[Int(slot)].next = moved } else { putFirst(moved, queue) }
  }

  /// Takes a contact out of its line.
  mutating func remove(_ slot: Int32) {
    let entry = pool[Int(slot)]
    let queue = Int(entry.queue)
    if entry.previous >= 0 { pool[Int(entry.previous)].next = entry.next } else { putFirst(entry.next, queue) }
    if entry.next >= 0 { pool[Int(entry.next)].previous = entry.previous } else { lines[queue].last = entry.previous }
    lines[queue].count &-= 1
    count &-= 1
    pool[Int(slot)].contact = 0  // No contact has number 0: a deadline left behind finds the slot changed.
    pool[Int(slot)].next = free
    free = slot
  }

  private mutating func takeSlot() -> Int32 {
    if free >= 0 {
      let slot = free
      free = pool[Int(slot)].next
      return slot
    }
    if used == capacity { grow() }
    used &+= 1
    return used &- 1
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Waiting>.allocate(capacity: 2 * Int(capacity))
    larger.moveInitialize(from: pool, count: Int(used))
    pool.deallocate()
    pool = larger
    capacity *= 2
  }
}
