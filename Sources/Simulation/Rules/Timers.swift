/// What rules have put off, in order of time, then of setting.
///
/// A timer that has lost its reason stays; whoever takes it asks whether it still holds. What is due soon, which most of it
/// is, lies apart: a few entries, instead of hundreds that wait for days.
struct Timers: ~Copyable {
  private static let soonest: Int64 = 600_000_000
  private var soon = TimerHeap()
  private var later = TimerHeap()
  private var set: UInt32 = 0

  var nextTime: Int64 { min(soon.nextTime, later.nextTime) }

  mutating func removeAll() {
    soon.removeAll()
    later.removeAll()
    set = 0
  }

  /// O(log n).
  mutating func insert(_ timer: TimerHeap.Timer, at now: Int64) {
    var timer = timer
    timer.order = set
    set &+= 1
    if timer.time &- now < Self.soonest { soon.insert(timer) } else { later.insert(timer) }
  }

  /// O(log n).
  /// - Precondition: not empty.
  mutating func removeFirst() -> TimerHeap.Timer {
    if soon.isEmpty || !later.isEmpty && later.first.isBefore(soon.first) { return later.removeFirst() }
    return soon.removeFirst()
  }
}
