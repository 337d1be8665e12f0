/// Timers in a binary heap, in order of time, then of setting.
struct TimerHeap: ~Copyable {
  enum Purpose: UInt8 {
    /// The customer contacts the center again.
    case comesBack
    /// Self-service is over.
    case selfServiceEnds
    /// The caller has waited long enough to be offered something else.
    case offer
    /// The contact has waited long enough for another team.
    case overflow
    /// Free people may take what waits in the queue.
    case wakeQueue
    case outageStarts
    case outageEnds
    /// A limit of time has passed.
    case answerIsDue
    case workIsDue
    /// Somebody answers the dialer, or it gives up.
    case dialEnds
    /// An outage cuts off whoever waits or talks.
    case cutsOff
    /// An agent leaves the phones for a while; `contact` is the tour.
    case strays
    /// Somebody takes an empty place.
    case hires
    /// A contact that is inside when the run starts.
    case isPresent
    /// People who stay after closing may go.
    case letsGo
  }

  struct Timer {
    var time: Int64
    var order: UInt32 = 0
    var purpose: Purpose
    /// Customer, queue or agent.
    var subject: Int32
    /// The contact that it is about, 0 where it is about none; of an outage, its number.
    var contact: UInt32 = 0

    @inline(__always) func isBefore(_ other: Timer) -> Bool {
      time < other.time || (time == other.time && order < other.order)
    }
  }

  private var heap: UnsafeMutablePointer<Timer>
  private var capacity = 256
  private var count = 0

  init() { heap = .allocate(capacity: capacity) }
  deinit { heap.deallocate() }

  var isEmpty: Bool { count == 0 }
  var nextTime: Int64 { count > 0 ? heap[0].time : .max }
  /// - Precondition: not empty.
  var first: Timer { heap[0] }

  mutating func removeAll() { count = 0 }

  /// O(log n).
  mutating func insert(_ timer: Timer) {
    if count == capacity { grow() }
    var child = count
    count &+= 1
    while child > 0 {
      let parent = (child &- 1) &>> 1
      if !timer.isBefore(heap[parent]) { break }
      heap[child] = heap[parent]
      child = parent
    }
    heap[child] = timer
  }

  /// O(log n).
  /// - Precondition: not empty.
  mutating func removeFirst() -> Timer {
    let first = heap[0]
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
    heap[hole] = moved
    return first
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Timer>.allocate(capacity: 2 * capacity)
    larger.moveInitialize(from: heap, count: count)
    heap.deallocate()
    (heap, capacity) = (larger, 2 * capacity)
  }
}
