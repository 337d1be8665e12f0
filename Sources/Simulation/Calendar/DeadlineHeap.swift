/// When the patience of waiting contacts ends: a binary heap in order of time, then of contact.
///
/// A contact that is answered leaves its deadline behind; whoever reads the first deadline asks whether it still holds.
struct DeadlineHeap: ~Copyable {
  struct Deadline {
    var time: Int64
    var contact: UInt32
    var slot: Int32

    /// One number, so that a comparison is no branch.
    @inline(__always) private var key: UInt128 { UInt128(UInt64(bitPattern: time)) &<< 32 | UInt128(contact) }
    @inline(__always) func isBefore(_ other: Deadline) -> Bool { key < other.key }
  }

  static let none = Deadline(time: .max, contact: .max, slot: -1)
  private var heap: UnsafeMutablePointer<Deadline>
  private var capacity: Int
  private(set) var count = 0

  init() {
    capacity = 256
    heap = .allocate(capacity: capacity)
    heap[0] = Self.none
  }

  deinit { heap.deallocate() }

  /// The earliest deadline, or one at the end of time.
  @inline(__always) var first: Deadline { heap[0] }

  mutating func removeAll() {
    count = 0
    heap[0] = Self.none
  }

  /// O(log n).
  mutating func insert(_ deadline: Deadline) {
    if count &+ 1 == capacity { grow() }
    var child = count
    count &+= 1
    while child > 0 {
      let parent = (child &- 1) &>> 1
      if !deadline.isBefore(heap[parent]) { break }
      heap[child] = heap[parent]
      child = parent
    }
    heap[child] = deadline
    heap[count] = Self.none
  }

  /// The hole sinks to the bottom and the last deadline rises from there, mostly not at all: on the way down nothing is
  /// decided but which child is first, and that without a branch. Behind the last deadline lies one at the end of time. O(log n).
  /// - Precondition: not empty.
  mutating func removeFirst() {
    count &-= 1
    let moved = heap[count]
    heap[count] = Self.none
    if count == 0 { return }
    var (hole, child) = (0, 1)
    while child < count {
      child &+= heap[child &+ 1].isBefore(heap[child]) ? 1 : 0
      heap[hole] = heap[child]
      hole = child
      child = 2 &* hole &+ 1
    }
    while hole > 0 {
      let parent = (hole &- 1) &>> 1
      if !moved.isBefore(heap[parent]) { break }
      heap[hole] = heap[parent]
      hole = parent
    }
    heap[hole] = moved
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Deadline>.allocate(capacity: 2 * capacity)
    larger.moveInitialize(from: heap, count: count)
    heap.deallocate()
    heap = larger
    capacity *= 2
  }
}
