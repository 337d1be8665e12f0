/// Codes a stream of events into segments.
public struct SegmentWriter: ~Copyable {
  private var memory = SegmentMemory()
  private var shapes = SegmentShapeList()
  private let tags = UnsafeMutablePointer<UInt8>.allocate(capacity: SegmentCodec.segmentEvents)
  private var fields: UnsafeMutableRawPointer
  private var fieldCapacity = 1 << 16
  private var fieldCount = 0
  private var firstPosition = 0
  private var count = 0
  private var extent = Self.emptyExtent
  private static let emptyExtent = LogSegment.Extent(
    firstTime: 0, lastTime: 0, leastContact: .max, greatestContact: 0)
  /// By kind: what its latest events lead to expect of the next.
  private let expectations = UnsafeMutablePointer<SegmentExpectation>.allocate(capacity: 256)
  /// By kind and widths of time and agent: the tag of the expected shape.
  private let knownTags = UnsafeMutablePointer<UInt8>.allocate(capacity: 256 << 5)
  private static let unknownTag = UInt8.max
  /// Has a bit beyond 48 when an event came before the one before it.
  private var disorder: UInt64 = 0
  private var segments: [LogSegment] = []

  public init() {
    fields = .allocate(byteCount: fieldCapacity, alignment: 8)
    for code in UInt8.min...UInt8.max { (expectations + Int(code)).initialize(to: SegmentExpectation(of: code)) }
    knownTags.initialize(repeating: Self.unknownTag, count: 256 << 5)
  }

  deinit {
    tags.deallocate()
    expectations.deallocate()
    knownTags.deallocate()
    fields.deallocate()
  }

  /// Adds the next events of the stream. O(events).
  public mutating func append(_ records: UnsafeBufferPointer<EventRecord>) {
    var rest = records[...]
    while !rest.isEmpty {
      let part = rest.prefix(SegmentCodec.segmentEvents - count)
      makeRoom(for: part.count)
      let written = write(UnsafeBufferPointer(rebasing: part))
      rest = rest.dropFirst(written)
      if written < part.count || count == SegmentCodec.segmentEvents { closeSegment() }
    }
  }

  /// Closes the last segment and hands over all of them: every event appended since the last call. The next event begins
  /// another stream.
  public mutating func finish() -> [LogSegment] {
    if count > 0 { closeSegment() }
    firstPosition = 0
    defer { segments = [] }
    return segments
  }

  private mutating func makeRoom(for events: Int) {
    let needed = fieldCount + events * SegmentCodec.mostFieldBytes
    guard needed > fieldCapacity else { return }
    let capacity = max(needed, 2 * fieldCapacity)
    let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 8)
    larger.copyMemory(from: fields, byteCount: fieldCount)
    fields.deallocate()
    (fields, fieldCapacity) = (larger, capacity)
  }

  private mutating func closeSegment() {
    // Whatever names a contact beyond the newest makes it the newest.
    extent.greatestContact = UInt32(memory.newest >> 32)
    if extent.greatestContact == 0 { extent.leastContact = 0 }
    let bytes = coded()
    segments.append(
      LogSegment(
        firstPosition: firstPosition, eventCount: count, codecVersion: SegmentCodec.version,
        checksum: SegmentCodec.checksum(bytes), extent: extent, bytes: bytes))
    firstPosition += count
    (count, fieldCount, extent) = (0, 0, Self.emptyExtent)
    memory.reset()
    shapes.reset()
    forgetExpectations()
  }

  private func coded() -> [UInt8] {
    let header = 1 + shapes.count * SegmentCodec.shapeBytes
    let total = header + count + fieldCount + SegmentCodec.padding
    return [UInt8](unsafeUninitializedCapacity: total) { bytes, initialized in
      let base = UnsafeMutableRawPointer(bytes.baseAddress!)
      base.storeBytes(of: UInt8(shapes.count), as: UInt8.self)
      for index in 0..<shapes.count {
        base.storeBytes(
          of: shapes.bits(index).littleEndian, toByteOffset: 1 + index * SegmentCodec.shapeBytes, as: UInt32.self)
      }
      (base + header).copyMemory(from: tags, byteCount: count)
      (base + header + count).copyMemory(from: fields, byteCount: fieldCount)
      (base + header + count + fieldCount).initializeMemory(as: UInt8.self, repeating: 0, count: SegmentCodec.padding)
      initialized = total
    }
  }
}

extension SegmentWriter {
  /// Writes events until the segment has no room for another shape. The caller has made room for the fields of every event.
  /// - Returns: how many were written.
  private mutating func write(_ records: UnsafeBufferPointer<EventRecord>) -> Int {
    if count == 0, let first = records.first { extent.firstTime = first.time }
    var index = 0
    while true {
      index = writeExpected(records, from: index)
      guard index < records.count, writeOther(records[index]) else { break }
      index += 1
    }
    precondition(disorder >> 48 == 0, "a log is in order of time")
    extent.lastTime = Int64(bitPattern: memory.time)
    return index
  }

  /// Writes events that are as the latest of their kind led to expect, up to the first that is not.
  ///
  /// As in the reader masks select, so that there is no branch on which kind it is; works on copies of the state. The bars
  /// of `Benchmarks/` stand on this loop.
  /// - Returns: index of the event that is not expected; the number of records where all are.
  private mutating func writeExpected(_ records: UnsafeBufferPointer<EventRecord>, from first: Int) -> Int {
    let (agents, contacts, expectations, knownTags) = (memory.agents, memory.contacts, expectations, knownTags)
    var (time, newest, disorder, index) = (memory.time, memory.newest, disorder, first)
    var place = fields + fieldCount
    let tags = tags + count - first
    while index < records.count {
      let record = records[index]
      let kind = Int(record.kindCode)
      let expectation = expectations + kind
      let now = record.word0 & SegmentMemory.timeBits
      let agent = record.word0 & SegmentMemory.agentBits
      let mine = agents + SegmentMemory.slot(ofAgent: agent, expectation.pointee.foresight)
      let theirs = contacts + SegmentMemory.slot(ofContactIn: record.word2)
      let next = newest &+ expectation.pointee.foresight.contactStep
      let foreseen2 = expectation.pointee.foresight.word2(newest: next, agent: mine.pointee)
      let foreseen1 = expectation.pointee.foresight.word1(time: now, agent: mine.pointee, contact: theirs.pointee)
      let elapsed = record.word0 &>> 16 &- time
      let widths = Self.widths(elapsed: elapsed, agent: agent)
      let tag = knownTags[kind &<< 5 | widths.index]
      if foreseen1 != record.word1 || foreseen2 != record.word2 || tag == Self.unknownTag { break }
      tags[index] = tag
      place.storeBytes(of: elapsed.littleEndian, as: UInt64.self)
      place += widths.time
      place.storeBytes(of: agent.littleEndian, as: UInt64.self)
      place += widths.agent
      mine.pointee = SegmentMemory.Agent(time: now, word2: record.word2)
      theirs.pointee.add(now, record.word1, expectation.pointee.foresight)
      disorder |= elapsed
      (time, newest) = (time &+ elapsed, next)
      index &+= 1
    }
    (memory.time, memory.newest, self.disorder) = (time, newest, disorder)
    fieldCount = place - fields
    count += index - first
    return index
  }

  /// Writes any event.
  /// - Returns: false where the segment has no room for its shape; it is left as it was then.
  private mutating func writeOther(_ record: EventRecord) -> Bool {
    let kind = record.kindCode
    let expectation = expectations + Int(kind)
    let agent = record.word0 & SegmentMemory.agentBits
    let mine = memory.agents + SegmentMemory.slot(ofAgent: agent, expectation.pointee.foresight)
    let theirs = memory.contacts + SegmentMemory.slot(ofContactIn: record.word2)
    let elapsed = record.word0 &>> 16 &- memory.time
    disorder |= elapsed
    let widths = Self.widths(elapsed: elapsed & UInt64.max >> 16, agent: agent)
    let found = SegmentShapeSearch(
      record, isRemembered: expectation.pointee.isRemembered, newest: memory.newest, agent: mine.pointee,
      contact: theirs.pointee)
    let tag = shapes.tag(of: found.bits | UInt32(widths.time) << 8 | UInt32(widths.agent) << 11)
    guard tag < SegmentCodec.mostShapes else { return false }
    tags[count] = UInt8(tag)
    var place = fields + fieldCount
    place.storeBytes(of: elapsed.littleEndian, as: UInt64.self)
    place += widths.time
    place.storeBytes(of: agent.littleEndian, as: UInt64.self)
    place += widths.agent
    fieldCount = found.writeRests(to: place) - fields
    count += 1
    mine.pointee = SegmentMemory.Agent(time: record.word0 & SegmentMemory.timeBits, word2: record.word2)
    theirs.pointee.add(record.word0 & SegmentMemory.timeBits, record.word1, SegmentForesight(found.shape))
    memory.time = record.word0 &>> 16
    if found.opens { memory.newest = record.word2 & SegmentMemory.contactBits }
    learn(found, of: record, Int(kind) << 5 | widths.index, UInt8(tag))
    return true
  }

  private mutating func learn(_ found: SegmentShapeSearch, of record: EventRecord, _ place: Int, _ tag: UInt8) {
    // What is expected names a contact that was named before, or the one after the newest: none less than these.
    if record.contact > 0 { extent.leastContact = min(extent.leastContact, record.contact) }
    if record.contact >= SegmentExpectation.firstFarContact { return forgetExpectations() }
    guard found.isForeseen else { return }
    if expectations[Int(record.kindCode)].learn(found.bits) { forgetTags(of: record.kindCode) }
    knownTags[place] = tag
  }

  private func forgetExpectations() {
    for kind in EventKind.allCases {
      expectations[Int(kind.rawValue)].forget(kind.rawValue)
      forgetTags(of: kind.rawValue)
    }
  }

  private func forgetTags(of kind: UInt8) {
    (knownTags + Int(kind) << 5).update(repeating: Self.unknownTag, count: 1 << 5)
  }

  /// Bytes of time and agent; together, below 32, where the tag of a kind's expected shape with these widths is kept.
  @inline(__always) private static func widths(elapsed: UInt64, agent: UInt64) -> (time: Int, agent: Int, index: Int) {
    let time = Int(bytes(elapsed))
    let agent = (agent > 0 ? 1 : 0) &+ (agent > 0xFF ? 1 : 0)
    return (time, agent, (time & 7) &<< 2 | agent)
  }

  /// Bytes that hold a number.
  @inline(__always) static func bytes(_ value: UInt64) -> UInt32 {
    (71 &- UInt32(truncatingIfNeeded: value.leadingZeroBitCount)) &>> 3
  }
}
