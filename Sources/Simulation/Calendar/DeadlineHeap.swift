/// When the patience of waiting contacts ends: a binary heap in order of time, then of contact.
///
/// A contact that is answered leaves its deadline behind; whoever reads the first deadline asks whether it still holds.
struct DeadlineHeap: ~Copyable {
  struct Deadline {
    var time: Int64
    var contact: UInt32
    var slot: Int32

    @inline(__always) func isBefore(_ other: Deadline) -> Bool {
      time < other.time || (time == other.time && contact < other.contact)
    }
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
    if count == capacity { grow() }
    var child = count
    count &+= 1
    while child > 0 {
      let parent = (child &- 1) &>> 1
      if !deadline.isBefore(heap[parent]) { break }
      heap[child] = heap[parent]
      child = parent
    }
    heap[child] = deadline
  }

  /// O(log n).
  /// - Precondition: not empty.
  mutating func removeFirst() {
    count &-= 1
    let moved = heap[count]
    var hole = 0
    while true {
      var child = 2 &* hole &+ 1
      if child >= count { break }
      if child &+ 1 < count, heap[child &+ 1].isBefore(heap[child]) { child &+= 1 }
      if !heap[child].isBefore(moved) { break }
      heap[hole] = heap[child]
      hole = child
    }
    heap[hole] = count == 0 ? Self.none : moved
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Deadline>.allocate(capacity: 2 * capacity)
    larger.moveInitialize(from: heap, count: count)
    heap.deallocate()
    heap = larger
    capacity *= 2
  }
}
