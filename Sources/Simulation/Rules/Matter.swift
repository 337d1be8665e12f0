/// What the center keeps of a matter beyond its present contact: limits of time that run, a refund asked for.
struct Matter {
  struct RunningLimit {
    /// The contact with which it began; 0 while none runs.
    var contact: UInt32 = 0
    var queue: Int32 = 0
    var startedAt: Int64 = 0
    var dueAt: Int64 = 0
    var isEscalation = false
    /// Whether it runs on over later contacts.
    var isOfMatter = false
  }

  var answered = RunningLimit()
  var done = RunningLimit()
  /// Hundredths of the currency; 0: no refund beyond somebody's authority is open.
  var refundCents: Int64 = 0
  fileprivate var nextFree: Int32 = -1

  var isIdle: Bool { answered.contact == 0 && done.contact == 0 && refundCents == 0 }
}

/// The matters of customers who are inside or will come back, in reused slots.
struct MatterPool {
  private var pool: [Matter] = []
  private var free: Int32 = -1

  mutating func removeAll() {
    pool.removeAll(keepingCapacity: true)
    free = -1
  }

  subscript(index: Int32) -> Matter {
    get { pool[Int(index)] }
    set { pool[Int(index)] = newValue }
  }

  mutating func insert() -> Int32 {
    guard free >= 0 else {
      pool.append(Matter())
      return Int32(truncatingIfNeeded: pool.count - 1)
    }
    let index = free
    free = pool[Int(index)].nextFree
    pool[Int(index)] = Matter()
    return index
  }

  mutating func remove(_ index: Int32) {
    pool[Int(index)] = Matter()
    pool[Int(index)].nextFree = free
    free = index
  }
}
