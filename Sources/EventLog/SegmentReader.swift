/// Reads the events of a segment back.
public struct SegmentReader {
  private let segment: LogSegment
  private var position = 0
  private var memory = SegmentMemory()

  /// The records of a segment, bit for bit as they were written. O(events).
  /// - Throws: ``SegmentError``, and then nothing of the segment can be used: a changed byte, a coding of another
  ///   version, an event that does not fit.
  public static func records(of segment: LogSegment) throws(SegmentError) -> [EventRecord] {
    try checkFrame(of: segment)
    var reader = SegmentReader(segment: segment)
    return try reader.read()
  }

  private init(segment: LogSegment) { self.segment = segment }

  /// What can be seen before the first event is read.
  private static func checkFrame(of segment: LogSegment) throws(SegmentError) {
    func error(_ problem: String) -> SegmentError {
      SegmentError(firstPosition: segment.firstPosition, problem: problem)
    }
    guard segment.codecVersion == SegmentCodec.version else {
      throw error("is coded in version \(segment.codecVersion); this build reads version \(SegmentCodec.version)")
    }
    guard SegmentCodec.checksum(segment.bytes) == segment.checksum else { throw error("does not match its checksum") }
    guard segment.eventCount >= 0, segment.eventCount <= SegmentCodec.segmentEvents else {
      throw error("claims \(segment.eventCount) events; a segment has at most \(SegmentCodec.segmentEvents)")
    }
  }

  private mutating func read() throws(SegmentError) -> [EventRecord] {
    var records: [EventRecord] = []
    records.reserveCapacity(segment.eventCount)
    for _ in 0..<segment.eventCount {
      let record = try next()
      memory.note(record)
      records.append(record)
    }
    guard position == segment.bytes.count else { throw error("has bytes after its last event") }
    return records
  }

  private mutating func next() throws(SegmentError) -> EventRecord {
    let tag = try byte()
    guard let kind = EventKind(rawValue: tag & SegmentCodec.kindMask) else {
      throw error("has an event of unknown kind \(tag & SegmentCodec.kindMask)")
    }
    let flags = tag & (SegmentCodec.derived | SegmentCodec.newest)
    let elapsed = tag & SegmentCodec.sameTime == 0 ? Int64(try integer(below: 1 << 48)) : 0
    var fields = Fields(time: memory.time + elapsed)
    guard fields.time < 1 << 48 else { throw error("has an event after the end of time") }
    for field in SegmentLayout.fields(of: kind.rawValue, flags) { try read(field, into: &fields) }
    if flags != 0 { try derive(kind, flags, &fields) }
    return EventRecord(
      kind: kind, time: fields.time, agent: fields.agent, reference: fields.reference, queue: fields.queue,
      contact: fields.contact, detail: fields.detail)
  }

  private struct Fields {
    var time: Int64
    var contact: UInt64 = 0
    var queue: UInt64 = 0
    var agent: UInt64 = 0
    var detail: UInt64 = 0
    var reference: Int64 = 0
  }

  private mutating func read(_ field: SegmentLayout.Field, into fields: inout Fields) throws(SegmentError) {
    switch field {
    case .contact: fields.contact = try integer(below: 1 << 32)
    case .queue: fields.queue = try integer(below: 1 << 8)
    case .agent: fields.agent = try integer(below: 1 << 16)
    case .detail: fields.detail = try integer(below: 1 << 24)
    case .reference: fields.reference = Int64(try integer(below: 1 << 48))
    case .contactsBack: fields.contact = UInt64(memory.lastContact &- UInt32(try integer(below: 1 << 32)))
    }
  }

  /// Fills in what the writer left out because the memory has it.
  private func derive(_ kind: EventKind, _ flags: UInt8, _ fields: inout Fields) throws(SegmentError) {
    switch kind {
    case .contactArrived: fields.contact = UInt64(memory.lastContact &+ 1)
    case .contactQueued: (fields.contact, fields.queue) = (UInt64(memory.lastContact), UInt64(memory.lastQueue))
    case .contactAnswered where flags & SegmentCodec.newest != 0:
      guard memory.lastArrival >= 0 else { throw error("answers a contact that it does not have") }
      (fields.contact, fields.queue) = (UInt64(memory.lastContact), UInt64(memory.lastQueue))
      fields.reference = memory.lastArrival
    case .contactAnswered, .contactAbandoned, .contactDisconnected:
      guard let line = memory.line(of: UInt32(fields.contact)) else {
        throw error("refers to a contact that it does not have")
      }
      (fields.queue, fields.reference) = (UInt64(line.queue), line.since)
    case .contactCompleted, .wrapUpEnded, .breakEnded:
      guard let activity = memory.activity(of: Int(fields.agent)) else {
        throw error("refers to an agent's activity that it does not have")
      }
      (fields.contact, fields.queue, fields.reference) = (
        UInt64(activity.contact), UInt64(activity.queue), activity.since
      )
      if kind == .breakEnded { fields.detail = UInt64(activity.detail) }
    default:
      throw error("has flags that its event does not know")
    }
  }

  private mutating func byte() throws(SegmentError) -> UInt8 {
    guard position < segment.bytes.count else { throw error("ends inside an event") }
    position += 1
    return segment.bytes[position - 1]
  }

  private mutating func integer(below limit: UInt64) throws(SegmentError) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let next = try byte()
      value |= UInt64(next & 0x7F) << shift
      if next & 0x80 == 0 { break }
      shift += 7
      if shift > 49 { throw error("has a number that does not fit") }
    }
    guard value < limit else { throw error("has a number that does not fit") }
    return value
  }

  private func error(_ problem: String) -> SegmentError {
    SegmentError(firstPosition: segment.firstPosition, problem: problem)
  }
}

/// A segment that cannot be read.
public struct SegmentError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Position in the stream of the segment's first event.
  public let firstPosition: Int
  public let problem: String
  public var description: String { "the log segment at position \(firstPosition) \(problem)" }
}
