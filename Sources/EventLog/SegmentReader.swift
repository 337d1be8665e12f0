/// Reads the events of segments back, bit for bit as they were written.
///
/// One reader serves for many segments: its memory and its buffer are used again.
public struct SegmentReader: ~Copyable {
  private var memory = SegmentMemory()
  private let plans = UnsafeMutablePointer<SegmentFieldPlan>.allocate(capacity: SegmentCodec.mostShapes)
  private let quickPlans = UnsafeMutablePointer<SegmentQuickPlan>.allocate(capacity: SegmentCodec.mostShapes)
  /// Bytes of the fields by tag.
  private let lengths = UnsafeMutablePointer<Int>.allocate(capacity: SegmentCodec.mostShapes + 1)
  /// Stands for the length where a tag is not listed: more than all events of a segment take.
  private static let unlisted = 1 << 40
  private let buffer = UnsafeMutablePointer<EventRecord>.allocate(capacity: Self.bufferEvents)
  /// As many as leave room in a first-level cache for what is remembered, and for the sums of whoever folds: 12 KiB.
  private static let bufferEvents = 512

  private let upcasters: UpcasterChain

  /// - Parameter upcasters: versions of events from before today that are known. Records are lent as they were written,
  ///   see ``UpcasterChain/lend(_:_:)``.
  public init(upcasters: UpcasterChain = .current) {
    self.upcasters = upcasters
    lengths.initialize(repeating: Self.unlisted, count: SegmentCodec.mostShapes + 1)
  }

  deinit {
    plans.deallocate()
    quickPlans.deallocate()
    lengths.deallocate()
    buffer.deallocate()
  }

  /// Lends the events of a segment in order, some hundred at a time. O(events), in constant memory.
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
    let readable = SegmentCodec.readableVersions
    guard readable.contains(segment.codecVersion) else {
      throw segment.error(
        "is coded in version \(segment.codecVersion); this build reads \(readable.lowerBound) to \(readable.upperBound)"
      )
    }
    guard SegmentCodec.checksum(segment.bytes, version: segment.codecVersion) == segment.checksum else {
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
  private mutating func layOut(_ segment: LogSegment, _ bytes: UnsafeRawBufferPointer) throws(SegmentError) -> Source {
    guard let shapeCount = bytes.first.map({ Int($0) }) else { throw segment.error("is empty") }
    let tags = 1 + shapeCount * SegmentCodec.shapeBytes
    let fields = tags + segment.eventCount
    guard fields + SegmentCodec.padding <= bytes.count else { throw segment.error("ends inside its tags") }
    var agentBytes: UInt32 = 0
    for index in 0..<shapeCount {
      let offset = 1 + index * SegmentCodec.shapeBytes
      let shape = SegmentShape(
        bits: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
      guard shape.isValid(upcasters) else {
        throw segment.error("has an event of a shape that this build does not know (kind \(shape.kind))")
      }
      let quickPlan = SegmentQuickPlan(shape, memory)
      (quickPlans + index).initialize(to: quickPlan)
      if quickPlan.isOther { (plans + index).initialize(to: SegmentFieldPlan(shape)) }
      lengths[index] = quickPlan.length
      agentBytes = max(agentBytes, shape.agentBytes)
    }
    // Most centers have fewer than 256 agents: three quarters of the memory stay empty, and need no clearing.
    memory.agentSlots = min(1 << (8 * agentBytes), SegmentMemory.slots)
    (lengths + shapeCount).update(repeating: Self.unlisted, count: SegmentCodec.mostShapes + 1 - shapeCount)
    var end = fields
    for index in tags..<fields { end &+= lengths[Int(bytes[index])] }
    guard end < Self.unlisted else { throw segment.error("has an event of a shape that it does not list") }
    guard end + SegmentCodec.padding == bytes.count, bytes[end...].allSatisfy({ $0 == 0 }) else {
      throw segment.error("has more or fewer bytes than its events take")
    }
    guard let base = bytes.baseAddress else { throw segment.error("is empty") }
    return Source(tags: base + tags, fields: base + fields)
  }

  /// Fills the buffer with the next events. ``layOut(_:_:)`` has proved that every load lies inside the bytes.
  /// - Returns: whether every time fits 48 bits.
  private mutating func decode(_ count: Int, from source: inout Source) -> Bool {
    var index = 0
    while true {
      let (first, time, tags) = (index, memory.time, source.tags)
      index = decodeForeseen(from: first, to: count, &source)
      completeForeseen(from: first, to: index, tags)
      // The quick way's time goes round at 48 bits. As many times of four bytes as the buffer has events don't lead all
      // the way round.
      guard memory.time >= time else { return false }
      guard index < count else { return true }
      decodeOther(at: index, &source)
      guard memory.time >> 48 == 0 else { return false }
      index += 1
    }
  }

  /// Decodes events that are foreseen but for their time and agent, up to the first that is not: all but what follows
  /// from their contacts.
  ///
  /// Whether an arrival, an answer or an end of talk comes next is chance, so no branch is on that: masks select. What
  /// contacts remember comes in a loop of its own: the address of a contact's slot may hang on what its agent remembers,
  /// and while addresses of stores are not known, the processor holds back the loads of the next event. Works on copies
  /// of the state, which then stay in registers. The bars of `Benchmarks/` stand on these two loops.
  /// - Returns: index of the event that is not foreseen; `end` where all are.
  private mutating func decodeForeseen(from first: Int, to end: Int, _ source: inout Source) -> Int {
    let plans = quickPlans
    // Ones below the contact, so that the mask that takes it or not also brings the kind.
    var (now, newest) = (memory.time &<< 16, memory.newest | ~SegmentMemory.contactBits)
    var (tags, fields, place) = (source.tags, source.fields, buffer + first)
    let last = tags + (end - first)
    while tags < last {
      let plan = plans + Int(tags.load(as: UInt8.self))
      if plan.pointee.isOther { break }
      // From two bytes before, which are there, so that the time stands in the upper 48 bits.
      now &+= SegmentFieldPlan.word(fields, -2) & plan.pointee.timeMask
      let agent = SegmentFieldPlan.word(fields, plan.pointee.agentOffset) & plan.pointee.agentMask
      fields += plan.pointee.length
      newest &+= plan.pointee.contactStep
      let mine = plan.pointee.agents + Int(truncatingIfNeeded: agent & SegmentMemory.mask)
      let word2 = newest & plan.pointee.fromNewest | mine.pointee.word2 & plan.pointee.fromAgent
      place.initialize(
        to: EventRecord(word0: now | agent, word1: mine.pointee.time & plan.pointee.fromAgentsTime, word2: word2))
      mine.pointee = SegmentMemory.Agent(time: now, word2: word2)
      place += 1
      tags += 1
    }
    (memory.time, memory.newest) = (now &>> 16, newest & SegmentMemory.contactBits)
    (source.tags, source.fields) = (tags, fields)
    return place - buffer
  }

  /// Adds to word 1 of events that are foreseen what their contacts remember.
  private func completeForeseen(from first: Int, to end: Int, _ tags: UnsafeRawPointer) {
    let (plans, contacts, tags) = (quickPlans, UnsafeMutableRawPointer(memory.contacts), tags - first)
    for index in first..<end {
      let plan = plans + Int(tags.load(fromByteOffset: index, as: UInt8.self))
      let place = buffer + index
      let slot = SegmentMemory.offset(ofContactIn: place.pointee.word2)
      let (first, last) = (contacts + slot, contacts + slot + SegmentMemory.Contact.offsetOfLast)
      let word1 =
        place.pointee.word1 | first.load(as: UInt64.self) & plan.pointee.fromFirst
        | last.load(as: UInt64.self) & plan.pointee.fromLast
      let now = place.pointee.word0 & SegmentMemory.timeBits
      // Where the contact has begun before, this falls on its last time, which comes next.
      (plan.pointee.firsts + slot).storeBytes(of: now, as: UInt64.self)
      last.storeBytes(of: now | word1 & SegmentMemory.laneBits, as: UInt64.self)
      place.pointee.word1 = word1
    }
  }

  /// Decodes any event.
  private mutating func decodeOther(at index: Int, _ source: inout Source) {
    let (plan, fields) = (plans + Int(source.tags.load(as: UInt8.self)), source.fields)
    memory.time &+= SegmentFieldPlan.word(fields, 0) & plan.pointee.timeMask
    let now = memory.time &<< 16
    let agent = SegmentFieldPlan.word(fields, plan.pointee.agentOffset) & plan.pointee.agentMask
    let mine = memory.agents + SegmentMemory.slot(ofAgent: agent, plan.pointee.foresight)
    memory.newest &+= plan.pointee.foresight.contactStep
    let word2 = plan.pointee.word2(plan.pointee.foresight.word2(newest: memory.newest, agent: mine.pointee), fields)
    if plan.pointee.foresight.opens != 0 { memory.newest = word2 & SegmentMemory.contactBits }
    let theirs = memory.contacts + SegmentMemory.slot(ofContactIn: word2)
    let word1 = plan.pointee.word1(
      plan.pointee.foresight.word1(time: now, agent: mine.pointee, contact: theirs.pointee), fields)
    (buffer + index).initialize(to: EventRecord(word0: now | agent, word1: word1, word2: word2))
    mine.pointee = SegmentMemory.Agent(time: now, word2: word2)
    theirs.pointee.add(now, word1, plan.pointee.foresight)
    source = Source(tags: source.tags + 1, fields: fields + plan.pointee.length)
  }
}

extension LogSegment {
  fileprivate func error(_ problem: String) -> SegmentError {
    SegmentError(firstPosition: firstPosition, problem: problem)
  }
}
