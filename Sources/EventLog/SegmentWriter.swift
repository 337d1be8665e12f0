/// Codes a stream of events into segments.
public struct SegmentWriter {
  private var bytes: [UInt8] = []
  private var memory = SegmentMemory()
  private var firstPosition = 0
  private var count = 0
  private var extent = LogSegment.Extent(firstTime: 0, lastTime: 0, leastContact: 0, greatestContact: 0)
  /// The segments that are full.
  public private(set) var segments: [LogSegment] = []

  public init() {}

  /// Adds the next events of the stream. O(events).
  public mutating func append(_ records: UnsafeBufferPointer<EventRecord>) {
    for record in records {
      append(record)
      if count == SegmentCodec.segmentEvents { closeSegment() }
    }
  }

  /// Closes the last segment; every event appended lies in ``segments`` then.
  public mutating func finish() {
    if count > 0 { closeSegment() }
  }

  private mutating func closeSegment() {
    if extent.greatestContact == 0 { extent.leastContact = 0 }
    segments.append(
      LogSegment(
        firstPosition: firstPosition, eventCount: count, codecVersion: SegmentCodec.version,
        checksum: SegmentCodec.checksum(bytes), extent: extent, bytes: bytes))
    firstPosition += count
    (count, bytes, memory) = (0, [], SegmentMemory())
  }

  private mutating func append(_ record: EventRecord) {
    let flags = derivation(of: record)
    let elapsed = record.time - memory.time
    bytes.append(record.kindCode | flags | (elapsed == 0 ? SegmentCodec.sameTime : 0))
    if elapsed != 0 { put(UInt64(elapsed)) }
    putFields(of: record, flags)
    memory.note(record)
    if count == 0 { extent = .init(firstTime: record.time, lastTime: 0, leastContact: .max, greatestContact: 0) }
    extent.lastTime = record.time
    if record.contact > 0 { extent.leastContact = min(extent.leastContact, record.contact) }
    extent.greatestContact = max(extent.greatestContact, record.contact)
    count += 1
  }

  /// Which flags let the reader work out the record: what it would derive must be what is there.
  private func derivation(of record: EventRecord) -> UInt8 {
    switch EventKind(rawValue: record.kindCode) {
    case .contactArrived: return record.contact == memory.lastContact &+ 1 ? SegmentCodec.derived : 0
    case .contactQueued: return isNewest(record) ? SegmentCodec.derived : 0
    case .contactAnswered:
      if isNewest(record), record.reference == memory.lastArrival { return SegmentCodec.newest | SegmentCodec.derived }
      return waits(record) ? SegmentCodec.derived : 0
    case .contactAbandoned, .contactDisconnected: return waits(record) ? SegmentCodec.derived : 0
    case .contactCompleted, .wrapUpEnded, .breakEnded:
      guard let activity = memory.activity(of: record.agent) else { return 0 }
      let isSame =
        activity.contact == record.contact && activity.queue == record.queue && activity.since == record.reference
        && (record.kindCode != EventKind.breakEnded.rawValue || activity.detail == record.detail)
      return isSame ? SegmentCodec.derived : 0
    default: return 0
    }
  }

  private func isNewest(_ record: EventRecord) -> Bool {
    record.contact == memory.lastContact && record.queue == memory.lastQueue && record.time == memory.lastArrival
  }

  private func waits(_ record: EventRecord) -> Bool {
    guard let line = memory.line(of: record.contact) else { return false }
    return line.queue == record.queue && line.since == record.reference
  }

  private mutating func putFields(of record: EventRecord, _ flags: UInt8) {
    for field in SegmentLayout.fields(of: record.kindCode, flags) {
      switch field {
      case .contact: put(UInt64(record.contact))
      case .queue: put(UInt64(record.queue))
      case .agent: put(UInt64(record.agent))
      case .detail: put(UInt64(record.detail))
      case .reference: put(UInt64(bitPattern: record.reference))
      case .contactsBack: put(UInt64(memory.lastContact &- record.contact))
      }
    }
  }

  private mutating func put(_ value: UInt64) {
    var value = value
    while value >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: value) | 0x80)
      value >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: value))
  }
}
