internal import EventLog

extension SingleLine {
  /// Writes what is known, in order of time, until the buffer is full: ends of talk, then departures, then arrivals at one
  /// instant.
  ///
  /// Which of the two lists gives the next group is as good as random: its place is worked out, not branched on. The sign
  /// of a difference does it, because the compiler makes a branch of whatever it recognises as a choice. The keys behind
  /// the present ones are read a step ahead, so that no step waits for memory.
  mutating func write(into buffer: inout EventBuffer) {
    let limit = UInt64(bitPattern: known) &<< 16
    let size = MemoryLayout<EventGroup>.size
    var (arrival, end, waiting) = (Int(bitPattern: arrivals.first), Int(bitPattern: ends.first), waiting)
    var (arrivalKey, endKey) = (Self.arrivalKey(arrival), Self.endKey(end))
    var (arrivalKeyBehind, endKeyBehind) = (Self.arrivalKey(arrival &+ size), Self.endKey(end &+ size))
    let begin = buffer.end
    let last = begin + (buffer.room &- EventBuffer.slack)
    var out = begin
    /// Nothing special happens before this.
    var bound = min(limit, departureKey)
    while out <= last {
      if min(endKey, arrivalKey) >= bound {
        if departs(before: endKey, Self.groups(arrival).pointee.first, limit) {
          waiting &-= 1
          takeDeparture(to: out)
          out += 1
          bound = min(limit, departureKey)
          continue
        }
        if min(endKey, arrivalKey) >= limit { break }
      }
      // All ones where an arrival comes next, otherwise 0.
      let isArrival = Int(bitPattern: UInt(arrivalKey &- endKey)) &>> 63
      let group = Self.groups(end &+ ((arrival &- end) & isArrival))
      arrival &+= size & isArrival
      end &+= size & ~isArrival
      arrivalKey ^= (arrivalKey ^ arrivalKeyBehind) & UInt64(bitPattern: Int64(isArrival))
      endKey ^= (endKey ^ endKeyBehind) & ~UInt64(bitPattern: Int64(isArrival))
      (arrivalKeyBehind, endKeyBehind) = (Self.arrivalKey(arrival &+ size), Self.endKey(end &+ size))
      let facts = group.pointee.facts
      waiting &+= Int(Int64(bitPattern: facts) &>> 32)
      let position = UInt64(truncatingIfNeeded: min(waiting, EventRecord.largestDetail))
      var second = group.pointee.second
      second.word2 &+= position &* (facts & 256)
      out.initialize(to: group.pointee.first)
      (out + 1).initialize(to: second)
      out = (UnsafeMutableRawPointer(out) + Int(truncatingIfNeeded: facts & 0xFF)).assumingMemoryBound(
        to: EventRecord.self)
    }
    (arrivals.first, ends.first, self.waiting) = (Self.groups(arrival), Self.groups(end), waiting)
    if out > begin { clock = (out - 1).pointee.time }
    buffer.advance(by: out - begin)
  }

  /// Ends of talk at the instant of an arrival come before it.
  @inline(__always) private static func arrivalKey(_ address: Int) -> UInt64 {
    groups(address).pointee.first.word0 | 0xFFFF
  }
  @inline(__always) private static func endKey(_ address: Int) -> UInt64 { groups(address).pointee.first.word0 }
  @inline(__always) private static func groups(_ address: Int) -> UnsafeMutablePointer<EventGroup> {
    UnsafeMutablePointer(bitPattern: address).unsafelyUnwrapped
  }

  /// Behind all ends of talk at its instant, level with arrivals.
  @inline(__always) private var departureKey: UInt64 {
    let time = departing.firstDeadline
    return time == .max ? .max : UInt64(bitPattern: time) &<< 16 | 0xFFFF
  }

  /// Patience ends before an arrival at the same instant, unless the arrival is the contact's own.
  private func departs(before endKey: UInt64, _ arrival: EventRecord, _ limit: UInt64) -> Bool {
    let key = departureKey
    guard key < limit, key < endKey, key <= arrival.word0 | 0xFFFF else { return false }
    return key < arrival.word0 | 0xFFFF || departing[departing.firstToLeave()].contact < arrival.contact
  }

  private mutating func takeDeparture(to place: UnsafeMutablePointer<EventRecord>) {
    let slot = departing.firstToLeave()
    let departure = departing[slot]
    place.initialize(
      to: EventRecord(
        kind: .contactAbandoned, time: departing.firstDeadline, reference: departure.queuedAt,
        contact: UInt64(departure.contact)))
    departing.remove(slot)
  }
}
