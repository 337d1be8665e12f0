internal import ContactCenter
internal import EventLog

/// What the end of a wait does not say, because it lies in earlier contacts: how long a caller waited in the attempts before
/// this one, and whether the contact is a review. It follows the links between contacts.
struct LinkFold {
  /// Of one queue in one slot.
  private struct Sums {
    var answeredLate: Int64 = 0
    var abandonedLate: Int64 = 0
    var reviewsAnswered: Int64 = 0
  }

  /// Whether the waits of earlier attempts are asked for.
  private let addsWaits: Bool
  private let length: Int64
  private let queueCount: Int
  private let acceptableWaits: [Int64]
  /// By interval, as the fold has them.
  private let slots: [Int]
  private let takesReviews: [Bool]
  private var sums: [Sums]
  /// By the last of a caller's attempts, none of which was answered: their waits together. An entry stays where the caller
  /// does not try again.
  private var waited: [UInt32: Int64] = [:]
  /// By contact that is inside: the waits before it.
  private var before: [UInt32: Int64] = [:]
  /// One bit a contact, as far as the last review: a set would cost more than all the rest.
  private var reviews: [UInt64] = []

  /// nil where nobody asks.
  init?(_ parameters: FoldParameters, slots: [Int], slotCount: Int) {
    addsWaits = parameters.waitBasis == .customer && !parameters.isPlain
    guard addsWaits || parameters.takesReviews.contains(true) else { return nil }
    length = parameters.interval.microseconds
    acceptableWaits = parameters.acceptableWaits.map(\.microseconds)
    queueCount = acceptableWaits.count
    self.slots = slots
    takesReviews = parameters.takesReviews
    sums = Array(repeating: Sums(), count: queueCount * slotCount)
  }

  mutating func reset() {
    for index in sums.indices { sums[index] = Sums() }
    waited.removeAll(keepingCapacity: true)
    before.removeAll(keepingCapacity: true)
    reviews.removeAll(keepingCapacity: true)
  }

  /// One bit a kind: events of the queue that ``follow(_:)`` wants to see. Others change nothing.
  func kinds(of queue: Int) -> UInt64 { addsWaits ? Self.waitKinds : takesReviews[queue] ? Self.reviewKinds : 0 }

  /// Of an answer that has not been followed yet: whether it is late by the waits before its contact alone, and whether it
  /// is a review's.
  func answer(_ record: EventRecord) -> (isLate: Bool, isReview: Bool) {
    (isLate(record, own: record.time - record.reference), isReview(record.contact))
  }

  /// - Parameter place: slot x queues + queue.
  func add(at place: Int, to target: inout ContactSums) {
    target.answeredInTime -= sums[place].answeredLate
    target.abandonedInTime -= sums[place].abandonedLate
    target.reviewsAnswered += sums[place].reviewsAnswered
  }

  private static let reviewKinds = bits([.contactLinked, .contactAnswered])
  private static let waitKinds =
    reviewKinds
    | bits([
      .contactAbandoned, .contactDisconnected, .contactBalked, .contactBlocked, .contactDiverted, .contactLeftMessage,
      .callbackPromised, .contactSelfServed,
    ])

  private static func bits(_ kinds: [EventKind]) -> UInt64 { kinds.reduce(0) { $0 | 1 << UInt64($1.rawValue) } }

  mutating func follow(_ record: EventRecord) {
    guard kinds(of: record.queue) >> UInt64(record.kindCode) & 1 == 1 else { return }
    switch EventKind(rawValue: record.kindCode) {
    case .contactLinked: continues(record)
    case .contactAnswered:
      if isReview(record.contact) { sums[place(record, at: record.reference)].reviewsAnswered += 1 }
      guard addsWaits else { return }
      if isLate(record, own: record.time - record.reference) {
        sums[place(record, at: record.reference)].answeredLate += 1
      }
      before[record.contact] = nil
    case .contactAbandoned:
      if isLate(record, own: record.time - record.reference) {
        sums[place(record, at: record.reference)].abandonedLate += 1
      }
      fails(record, own: record.time - record.reference)
    case .contactDisconnected: fails(record, own: record.time - record.reference)
    case .contactBalked:
      if isLate(record, own: 0) { sums[place(record, at: record.time)].abandonedLate += 1 }
      fails(record, own: 0)
    case .contactBlocked, .contactDiverted: fails(record, own: 0)
    // A message, a promise, or self-service that was enough: nobody waits any more.
    default: before[record.contact] = nil
    }
  }

  private mutating func continues(_ record: EventRecord) {
    switch ContactLink.Cause(rawValue: UInt8(truncatingIfNeeded: record.detail)) {
    case .redial where addsWaits, .diversion where addsWaits:
      before[record.contact] = waited.removeValue(forKey: UInt32(truncatingIfNeeded: record.reference))
    case .review: addReview(record.contact)
    default: break
    }
  }

  private mutating func addReview(_ contact: UInt32) {
    let word = Int(contact >> 6)
    if word >= reviews.count { reviews.append(contentsOf: repeatElement(0, count: word + 1 - reviews.count)) }
    reviews[word] |= 1 << UInt64(contact & 63)
  }

  private func isReview(_ contact: UInt32) -> Bool {
    let word = Int(contact >> 6)
    return word < reviews.count && reviews[word] >> UInt64(contact & 63) & 1 == 1
  }

  /// The contact ends without an answer; the caller may try again.
  private mutating func fails(_ record: EventRecord, own: Int64) {
    let wait = own + (before.removeValue(forKey: record.contact) ?? 0)
    if wait > 0 { waited[record.contact] = wait }
  }

  /// Whether the wait is acceptable by itself, and is not with those before it.
  private func isLate(_ record: EventRecord, own: Int64) -> Bool {
    guard let earlier = before[record.contact] else { return false }
    let acceptable = acceptableWaits[record.queue]
    return own <= acceptable && own + earlier > acceptable
  }

  private func place(_ record: EventRecord, at time: Int64) -> Int {
    slots[min(Int(time / length), slots.count - 1)] * queueCount + record.queue
  }
}
