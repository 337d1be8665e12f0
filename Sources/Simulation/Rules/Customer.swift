/// What the simulator knows, under rules, of somebody who is inside or will come back: the present contact and all that
/// decides the next one.
struct Customer {
  /// Number of the present contact, or of the last one while the customer is away.
  var contact: UInt32 = 0
  /// The customer's first contact, its queue, and when it came. Number 0 for work that is nobody's contact: a review.
  var firstContact: UInt32 = 0
  var firstQueue: Int32 = 0
  var cameAt: Int64 = 0
  /// Key of the customer's draws: number in the arrival stream.
  var number: UInt64
  var stream: Int32
  var queue: Int32
  /// Contacts before the present one; draws of a later contact are keyed by it.
  var rank: Int32 = 0
  /// Attempts since the last talk, for the limit of redials.
  var attempts: Int32 = 1
  /// How the present contact continues the one before; nil for the first.
  var cause: UInt8 = 0
  /// Trunk group of the line that the contact holds; -1 for none.
  var trunk: Int32 = -1
  /// Slot in the waiting lines; -1 while the contact does not wait.
  var slot: Int32 = -1
  /// The hand that holds the contact, while one does.
  var hand: Int32 = -1
  /// Queue to which the contact is being handed over warm; -1 while it is not.
  var handingTo: Int32 = -1
  /// The earlier contact whose agent stays on the line until a colleague answers this one; -1 for none.
  var companion: Int32 = -1
  var handleTime: Int64
  var wrapUp: Int64
  var patience: Int64
  /// Since when the present contact waits, or was in self-service.
  var queuedAt: Int64 = 0
  /// From where the wait counts in the choice of the next contact: earlier than `queuedAt` for a kept place.
  var turn: Int64 = 0
  /// Whom the attempt in hand reaches.
  var party = DialledParty.right
  /// Whether handle time and patience are drawn anew and not yet scaled by the time at which the contact comes.
  var isUnscaled = false
  /// Place in the pool of matters; -1 for none.
  var matter: Int32 = -1
  /// What outcomes may depend on: the waits since the customer came, how often they were handed on since, and how often of
  /// these to a higher tier.
  var waited: Int64 = 0
  var transfers: Int32 = 0
  var escalations: Int32 = 0
  fileprivate var nextFree: Int32 = -1
}

extension Customer {
  init(
    number: UInt64, stream: Int, queue: Int, handleTime: Int64, wrapUp: Int64, patience: Int64
  ) {
    self.init(
      number: number, stream: Int32(truncatingIfNeeded: stream), queue: Int32(truncatingIfNeeded: queue),
      handleTime: handleTime, wrapUp: wrapUp, patience: patience)
  }

  /// What the customer's draws are keyed by: three numbers, where a copy of the customer would be twenty.
  struct Key {
    let number: UInt64
    let stream: Int32
    var rank: Int32

    /// Number of the draws that belong to the present contact alone.
    var draw: UInt64 { number &<< 16 | UInt64(UInt32(bitPattern: rank)) }
  }

  var key: Key { Key(number: number, stream: stream, rank: rank) }

  /// The number of an arrival stream in 32 bits. Lists and backlogs are numbered from 2^40 and 2^41 on, and keep a bit that no
  /// other stream has: their later draws are their own. Streams of demand and events lie below 2^27, see ``keepsApart(_:)``; bit
  /// 29 is that of who is there at the start, bit 30 that of reviews.
  @inline(__always) static func shortened(_ substream: UInt64) -> Int {
    Int(truncatingIfNeeded: substream & 0x7FF_FFFF | (substream &>> 40) &<< 27)
  }

  /// Whether no other number of a stream is shortened to the same: what a plan is held to.
  static func keepsApart(_ substream: UInt64) -> Bool { substream & ((1 << 40) - 1) < 1 << 27 && substream >> 40 <= 2 }
}

/// Who answers a call that the center makes.
enum DialledParty: UInt8 { case right, wrong, nobody }

/// The customers that are inside or will come back, in reused slots.
struct CustomerPool: ~Copyable {
  private var pool: UnsafeMutablePointer<Customer>
  private var capacity = 256
  private var used = 0
  private var free: Int32 = -1
  var matters = MatterPool()

  init() { pool = .allocate(capacity: capacity) }
  deinit { pool.deallocate() }

  mutating func removeAll() {
    (used, free) = (0, -1)
    matters.removeAll()
  }

  /// In its place, so that a look at a customer copies none.
  @inline(__always) subscript(index: Int32) -> Customer {
    unsafeAddress { UnsafePointer(pool + Int(index)) }
    nonmutating unsafeMutableAddress { pool + Int(index) }
  }

  mutating func insert(_ customer: Customer) -> Int32 {
    if free >= 0 {
      let index = free
      free = pool[Int(index)].nextFree
      pool[Int(index)] = customer
      return index
    }
    if used == capacity { grow() }
    (pool + used).initialize(to: customer)
    used &+= 1
    return Int32(truncatingIfNeeded: used &- 1)
  }

  mutating func remove(_ index: Int32) {
    if pool[Int(index)].matter >= 0 { matters.remove(pool[Int(index)].matter) }
    pool[Int(index)].matter = -1
    pool[Int(index)].nextFree = free
    pool[Int(index)].contact = 0  // A timer left behind finds the customer changed: no contact has number 0.
    free = index
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Customer>.allocate(capacity: 2 * capacity)
    larger.moveInitialize(from: pool, count: used)
    pool.deallocate()
    pool = larger
    capacity *= 2
  }
}
