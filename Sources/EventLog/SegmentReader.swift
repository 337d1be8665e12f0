/// Reads the events of segments back, bit for bit as they were written.
///
/// One reader serves for many segments: its memory and its buffer are used again.
public struct SegmentReader: ~Copyable {
  private var memory = SegmentMemory()
  private let plans = UnsafeMutablePointer<SegmentFieldPlan>.allocate(capacity: SegmentCodec.mostShapes)
  private let buffer = UnsafeMutablePointer<EventRecord>.allocate(capacity: Self.bufferEvents)
  /// As many as a second-level cache holds, with what is folded from them.
  private static let bufferEvents = 4_096

  public init() {}

  deinit {
    plans.deallocate()
    buffer.deallocate()
  }

  /// Lends the events of a segment in order, some thousands at a time. O(events), in constant memory.
  /// - Throws: ``SegmentError``, and then nothing of the segment can be used: a changed byte, a coding of another
  ///   version, an event that does not fit; what `body` throws.
  public mutating func read(
    _ segment: LogSegment, _ body: (UnsafeBufferPointer<EventRecord>) throws -> Void
  ) throws {
    try Self.checkFrame(of: segment)
    memory.reset()
    try segment.bytes.withUnsafeBytes { bytes in
      var source = try layOut(segment, bytes)
      var rest = segment.eventCount
      while rest > 0 {
        let count = min(rest, Self.bufferEvents)
        guard decode(count, from: &source) else { throw segment.error("has an event after the end of time") }
        try body(UnsafeBufferPointer(start: buffer, count: count))
        rest -= count
      }
    }
  }

  /// All records of a segment at once, for those who need them together.
  /// - Throws: ``SegmentError``.
  public static func records(of segment: LogSegment) throws -> [EventRecord] {
    var reader = SegmentReader()
    var records: [EventRecord] = []
    records.reserveCapacity(max(0, min(segment.eventCount, SegmentCodec.segmentEvents)))
    try reader.read(segment) { records.append(contentsOf: $0) }
    return records
  }

  /// What can be seen before the bytes are looked into.
  private static func checkFrame(of segment: LogSegment) throws(SegmentError) {
    guard segment.codecVersion == SegmentCodec.version else {
      throw segment.error(
        "is coded in version \(segment.codecVersion); this build reads version \(SegmentCodec.version)")
    }
    guard SegmentCodec.checksum(segment.bytes) == segment.checksum else {
      throw segment.error("does not match its checksum")
    }
    guard segment.eventCount > 0, segment.eventCount <= SegmentCodec.segmentEvents else {
      throw segment.error("claims \(segment.eventCount) events; a segment has 1 to \(SegmentCodec.segmentEvents)")
    }
  }

  /// Where the next event's tag and fields lie.
  private struct Source {
    var tags: UnsafeRawPointer
    var fields: UnsafeRawPointer
  }

  /// Reads the shapes, and proves that tags and fields fill the bytes exactly: what follows needs no check.
  private func layOut(_ segment: LogSegment, _ bytes: UnsafeRawBufferPointer) throws(SegmentError) -> Source {
    guard let shapeCount = bytes.first.map({ Int($0) }) else { throw segment.error("is empty") }
    let tags = 1 + shapeCount * SegmentCodec.shapeBytes
    let fields = tags + segment.eventCount
    guard fields + SegmentCodec.padding <= bytes.count else { throw segment.error("ends inside its tags") }
    for index in 0..<shapeCount {
      let offset = 1 + index * SegmentCodec.shapeBytes
      let shape = SegmentShape(
        bits: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
      guard shape.isValid else {
        throw segment.error("has an event of a shape that this build does not know (kind \(shape.kind))")
      }
      (plans + index).initialize(to: SegmentFieldPlan(shape))
    }
    var end = fields
    for index in tags..<fields {
      let tag = Int(bytes[index])
      guard tag < shapeCount else { throw segment.error("has an event of a shape that it does not list") }
      end &+= plans[tag].length
    }
    guard end + SegmentCodec.padding == bytes.count, bytes[end...].allSatisfy({ $0 == 0 }) else {
      throw segment.error("has more or fewer bytes than its events take")
    }
    guard let base = bytes.baseAddress else { throw segment.error("is empty") }
    return Source(tags: base + tags, fields: base + fields)
  }

  /// Fills the buffer with the next events.
  ///
  /// One function without a branch that an event decides: the bars of `Benchmarks/` stand on it. ``layOut(_:_:)`` has
  /// proved that every load lies inside the bytes.
  /// - Returns: whether every time fits 48 bits.
  private mutating func decode(_ count: Int, from source: inout Source) -> Bool {
    var (time, newest, beyond) = (memory.time, memory.newest, UInt64(0))
    let (agents, contacts, plans, buffer) = (memory.agents, memory.contacts, plans, buffer)
    var fields = source.fields
    let tags = source.tags
    for index in 0..<count {
      let plan = plans + Int(tags.load(fromByteOffset: index, as: UInt8.self))
      time &+= Self.word(fields, 0) & plan.pointee.timeMask
      let agent = Self.word(fields, plan.pointee.agentOffset) & plan.pointee.agentMask
      let slot = Int(truncatingIfNeeded: agent & SegmentMemory.mask &+ plan.pointee.slotStep)
      let mine = agents[slot]

      let contactRest = Self.word(fields, plan.pointee.contactOffset) & plan.pointee.contactMask
      let contactStart =
        (newest &+ plan.pointee.contactStep) & plan.pointee.fromNewest
        | mine.contactAndDetail &>> 32 & plan.pointee.fromAgentsContact
      let contact = (contactStart &- contactRest) & 0xFFFF_FFFF
      let theirs = contacts[Int(truncatingIfNeeded: contact & SegmentMemory.mask)]

      let laneRest = Self.word(fields, plan.pointee.laneOffset) & plan.pointee.laneMask
      let lane = ((theirs.lastAndLane & plan.pointee.fromContactsLane) &+ laneRest) & 0xFFFF
      let detailRest = Self.word(fields, plan.pointee.detailOffset) & plan.pointee.detailMask
      let detail = ((mine.contactAndDetail &>> 8 & plan.pointee.fromAgentsDetail) &+ detailRest) & 0xFF_FFFF

      let referenceRest = Self.word(fields, plan.pointee.referenceOffset) & plan.pointee.referenceMask
      let referenceStart =
        time & plan.pointee.fromTime | theirs.first & plan.pointee.fromFirst
        | theirs.lastAndLane &>> 16 & plan.pointee.fromLast | mine.time & plan.pointee.fromAgentsLast
      let reference = (referenceStart &- referenceRest) & 0xFFFF_FFFF_FFFF
      fields += plan.pointee.length

      (buffer + index).initialize(
        to: EventRecord(
          word0: time &<< 16 | agent, word1: reference &<< 16 | (lane & 0xFF) &<< 8 | lane &>> 8,
          word2: contact &<< 32 | detail &<< 8 | plan.pointee.kind))
      agents[slot] = SegmentMemory.Agent(time: time, contactAndDetail: contact &<< 32 | detail &<< 8)
      contacts[Int(truncatingIfNeeded: contact & SegmentMemory.mask)] = SegmentMemory.Contact(
        first: theirs.first ^ (theirs.first ^ time) & plan.pointee.opens, lastAndLane: time &<< 16 | lane)
      newest ^= (newest ^ contact) & plan.pointee.opens
      beyond |= time
    }
    (memory.time, memory.newest) = (time, newest)
    source = Source(tags: tags + count, fields: fields)
    return beyond &>> 48 == 0
  }

  @inline(__always) private static func word(_ place: UnsafeRawPointer, _ offset: Int) -> UInt64 {
    UInt64(littleEndian: place.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}

extension LogSegment {
  fileprivate func error(_ problem: String) -> SegmentError {
    SegmentError(firstPosition: firstPosition, problem: problem)
  }
}
