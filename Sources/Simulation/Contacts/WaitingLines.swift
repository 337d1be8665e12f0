/// The contacts that wait: one line a queue, first come, first in a shared pool of slots, and when their patience ends.
///
/// Lines are doubly linked through the pool, so that a caller who hangs up leaves the middle of a line in O(1). Each is a
/// ring that is closed by the slot with the number of its queue, which holds nobody: so nothing asks, by a branch as good
/// as random, whether a line was or becomes empty.
struct WaitingLines: ~Copyable {
  struct Waiting {
    /// The contact x 2^8; ``nobody`` in the slots that close lines.
    fileprivate(set) var key: UInt64
    var queue: Int32
    fileprivate(set) var previous: Int32 = -1
    fileprivate(set) var next: Int32 = -1
    /// The customer, under rules; -1 without.
    var customer: Int32 = -1
    var queuedAt: Int64
    var handleTime: Int64
    var wrapUp: Int64

    init(
      contact: UInt32, queue: Int, queuedAt: Int64, handleTime: Int64, wrapUp: Int64, customer: Int32 = -1
    ) {
      key = UInt64(contact) &<< 8
      self.queue = Int32(truncatingIfNeeded: queue)
      self.customer = customer
      (self.queuedAt, self.handleTime, self.wrapUp) = (queuedAt, handleTime, wrapUp)
    }

    @inline(__always) var contact: UInt32 { UInt32(truncatingIfNeeded: key &>> 8) }
  }

  /// Keys from here on mean that nobody waits.
  static let nobody: UInt64 = 1 << 63

  private var pool: UnsafeMutablePointer<Waiting>
  private var capacity: Int32
  private var used: Int32
  private var free: Int32 = -1
  private let lengths: UnsafeMutablePointer<Int>
  /// Of each queue: the contact at the head x 2^8; not below ``nobody`` when nobody waits.
  let keys: UnsafeMutablePointer<UInt64>
  private let queueCount: Int32
  /// Contacts in all lines.
  private(set) var count = 0
  /// When patience ends, by slot.
  private var deadlines: WinnerTree

  init(queueCount: Int) {
    self.queueCount = Int32(truncatingIfNeeded: queueCount)
    lengths = .allocate(capacity: queueCount)
    keys = .allocate(capacity: queueCount + 1)
    keys.initialize(repeating: .max, count: queueCount + 1)
    deadlines = WinnerTree(leafCount: queueCount + 32)
    capacity = Int32(truncatingIfNeeded: deadlines.leafCount)
    used = self.queueCount
    pool = .allocate(capacity: Int(capacity))
    clearLines()
  }

  deinit {
    lengths.deallocate()
    keys.deallocate()
    pool.deallocate()
  }

  mutating func removeAll() {
    clearLines()
    deadlines.removeAll()
    (used, free, count) = (queueCount, -1, 0)
  }

  private func clearLines() {
    for queue in 0..<queueCount {
      var closing = Waiting(contact: 0, queue: Int(queue), queuedAt: 0, handleTime: 0, wrapUp: 0)
      (closing.key, closing.previous, closing.next) = (Self.nobody, queue, queue)
      (pool + Int(queue)).initialize(to: closing)
      keys[Int(queue)] = Self.nobody
      lengths[Int(queue)] = 0
    }
  }

  @inline(__always) subscript(slot: Int32) -> Waiting { pool[Int(slot)] }
  /// Slot of the contact at the head of a queue's line; -1 when nobody waits.
  func head(of queue: Int) -> Int32 { occupied(pool[queue].next) }
  /// Slot of the contact before this one in its line; -1 at the head.
  func slot(before slot: Int32) -> Int32 { occupied(pool[Int(slot)].previous) }
  /// Slot of the contact behind this one in its line; -1 at the end.
  func slot(after slot: Int32) -> Int32 { occupied(pool[Int(slot)].next) }
  private func occupied(_ slot: Int32) -> Int32 { slot < queueCount ? -1 : slot }
  @inline(__always) func length(of queue: Int) -> Int { lengths[queue] }

  /// When the first of all is out of patience; at the end of time when nobody will be.
  @inline(__always) var firstDeadline: Int64 { Int64(bitPattern: deadlines.first &>> 1) }

  /// Slot of the contact whose patience ends first, of several at one instant the contact that came first.
  /// - Precondition: there is one.
  @inline(__always) func firstToLeave() -> Int32 {
    let (leaf, isTied) = deadlines.firstLeaf()
    return isTied ? firstOfTied() : Int32(truncatingIfNeeded: leaf)
  }

  @inline(never) private func firstOfTied() -> Int32 {
    Int32(truncatingIfNeeded: deadlines.firstLeaves().min { pool[$0].key < pool[$1].key }!)
  }

  /// - Parameter deadline: when patience ends, or ``ContactBlock/endless``.
  /// - Returns: the slot.
  @inline(__always) mutating func append(_ contact: Waiting, until deadline: Int64) -> Int32 {
    let slot = takeSlot()
    let queue = contact.queue
    let last = pool[Int(queue)].previous
    var contact = contact
    (contact.previous, contact.next) = (last, queue)
    (pool + Int(slot)).initialize(to: contact)
    pool[Int(last)].next = slot
    pool[Int(queue)].previous = slot
    settleKey(of: queue)
    lengths[Int(queue)] &+= 1
    count &+= 1
    if deadline != ContactBlock.endless { deadlines.set(Int(slot), UInt64(bitPattern: deadline) &<< 1) }
    return slot
  }

  /// Moves the last contact of a line forward, right behind `slot`; to its head with -1. O(1).
  mutating func moveLast(of queue: Int, behind slot: Int32) {
    let line = Int32(truncatingIfNeeded: queue)
    let before = slot < 0 ? line : slot
    let moved = pool[queue].previous
    guard pool[Int(moved)].previous != before else { return }
    unlink(moved)
    let after = pool[Int(before)].next
    (pool[Int(moved)].previous, pool[Int(moved)].next) = (before, after)
    pool[Int(before)].next = moved
    pool[Int(after)].previous = moved
    settleKey(of: line)
  }

  /// Takes a contact out of its line.
  @inline(__always) mutating func remove(_ slot: Int32) {
    let queue = pool[Int(slot)].queue
    unlink(slot)
    settleKey(of: queue)
    lengths[Int(queue)] &-= 1
    count &-= 1
    if deadlines[Int(slot)] != WinnerTree.never { deadlines.set(Int(slot), WinnerTree.never) }
    pool[Int(slot)].next = free
    free = slot
  }

  @inline(__always) private func unlink(_ slot: Int32) {
    let (previous, next) = (pool[Int(slot)].previous, pool[Int(slot)].next)
    pool[Int(previous)].next = next
    pool[Int(next)].previous = previous
  }

  @inline(__always) private func settleKey(of queue: Int32) {
    keys[Int(queue)] = pool[Int(pool[Int(queue)].next)].key
  }

  @inline(__always) private mutating func takeSlot() -> Int32 {
    if free >= 0 {
      let slot = free
      free = pool[Int(slot)].next
      return slot
    }
    if used == capacity { grow() }
    used &+= 1
    return used &- 1
  }

  @inline(never) private mutating func grow() {
    let larger = UnsafeMutablePointer<Waiting>.allocate(capacity: 2 * Int(capacity))
    larger.moveInitialize(from: pool, count: Int(used))
    pool.deallocate()
    pool = larger
    capacity *= 2
    deadlines.grow()
  }
}
