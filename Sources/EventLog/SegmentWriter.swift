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
  /// Kinds whose events an agent remembers: by the catalogue, those that name one.
  private let remembered: [UInt64]
  private var segments: [LogSegment] = []

  public init() {
    fields = .allocate(byteCount: fieldCapacity, alignment: 8)
    remembered = (0...255).map { code in
      EventKind(rawValue: UInt8(code)).map { EventCatalog.entry(of: $0).namesAgent ? 1 : 0 } ?? 0
    }
  }

  deinit {
    tags.deallocate()
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
  /// Writes events until the segment has no room for another shape.
  ///
  /// One function, and without branches that an event decides where that is possible: the bars of `Benchmarks/` stand on
  /// it. The caller has made room for the fields of every event.
  /// - Returns: how many were written.
  private mutating func write(_ records: UnsafeBufferPointer<EventRecord>) -> Int {
    var (time, newest) = (memory.time, memory.newest)
    let (agents, contacts) = (memory.agents, memory.contacts)
    var place = fields + fieldCount
    var (least, greatest) = (extent.leastContact, extent.greatestContact)
    var (written, disorder) = (0, UInt64(0))
    let remembered = remembered
    remembered.withUnsafeBufferPointer { remembered in
      while written < records.count {
        let record = records[written]
        let kind = record.word2 & 0xFF
        let (now, agent) = (record.word0 &>> 16, record.word0 & 0xFFFF)
        let (reference, lane) = (record.word1 &>> 16, record.lane)
        let (contact, detail) = (record.word2 &>> 32, record.word2 &>> 8 & 0xFF_FFFF)
        let isRemembered = remembered[Int(kind)]
        let slotStep = isRemembered != 0 ? 0 : UInt64(SegmentMemory.slots)
        let slot = Int(truncatingIfNeeded: agent & SegmentMemory.mask &+ slotStep)
        let mine = agents[slot]
        let place0 = place

        // What each field starts from, and what is left to write.
        let held = mine.contactAndDetail &>> 32
        let contactStart: UInt32 =
          contact == 0
          ? SegmentShape.ContactStart.none
          : contact == held
            ? SegmentShape.ContactStart.agents
            : contact == newest &+ 1
              ? SegmentShape.ContactStart.next
              : contact <= newest ? SegmentShape.ContactStart.newest : SegmentShape.ContactStart.zero
        let opens = contactStart == SegmentShape.ContactStart.next || contactStart == SegmentShape.ContactStart.zero
        let contactRest =
          contactStart == SegmentShape.ContactStart.newest
          ? newest &- contact : contactStart == SegmentShape.ContactStart.zero ? (0 &- contact) & 0xFFFF_FFFF : 0
        let theirs = contacts[Int(contact & SegmentMemory.mask)]
        let isSameLane = lane == theirs.lastAndLane & 0xFFFF
        let laneRest = isSameLane ? 0 : lane
        let isSameDetail = detail == mine.contactAndDetail &>> 8 & 0xFF_FFFF
        let detailRest = isSameDetail ? 0 : detail
        let referenceStart: UInt32 =
          reference == 0
          ? SegmentShape.ReferenceStart.zero
          : reference == mine.time
            ? SegmentShape.ReferenceStart.agentsLast
            : reference == theirs.first
              ? SegmentShape.ReferenceStart.contactsFirst
              : reference == theirs.lastAndLane &>> 16
                ? SegmentShape.ReferenceStart.contactsLast : SegmentShape.ReferenceStart.time
        let referenceRest =
          referenceStart == SegmentShape.ReferenceStart.time ? (now &- reference) & 0xFFFF_FFFF_FFFF : 0
        let elapsed = (now &- time) & 0xFFFF_FFFF_FFFF
        disorder |= now &- time

        let widths = (
          time: Self.bytes(elapsed), agent: Self.bytes(agent), contact: Self.bytes(contactRest),
          lane: Self.bytes(laneRest), detail: Self.bytes(detailRest), reference: Self.bytes(referenceRest)
        )
        var bits = UInt32(truncatingIfNeeded: kind) | widths.time &<< 8 | widths.agent &<< 11
        bits |= widths.contact &<< 13 | contactStart &<< 16 | widths.lane &<< 19
        bits |= (isSameLane ? 1 &<< 21 : 0) | widths.detail &<< 22 | (isSameDetail ? 1 &<< 24 : 0)
        bits |= widths.reference &<< 25 | referenceStart &<< 28 | UInt32(truncatingIfNeeded: isRemembered) &<< 31
        let tag = shapes.tag(of: bits)
        guard tag < SegmentCodec.mostShapes else { break }
        tags[count &+ written] = UInt8(truncatingIfNeeded: tag)

        place.storeBytes(of: elapsed.littleEndian, as: UInt64.self)
        place += Int(widths.time)
        place.storeBytes(of: agent.littleEndian, as: UInt64.self)
        place += Int(widths.agent)
        place.storeBytes(of: contactRest.littleEndian, as: UInt64.self)
        place += Int(widths.contact)
        place.storeBytes(of: laneRest.littleEndian, as: UInt64.self)
        place += Int(widths.lane)
        place.storeBytes(of: detailRest.littleEndian, as: UInt64.self)
        place += Int(widths.detail)
        place.storeBytes(of: referenceRest.littleEndian, as: UInt64.self)
        place += Int(widths.reference)
        fieldCount &+= place - place0

        agents[slot] = SegmentMemory.Agent(time: now, contactAndDetail: contact &<< 32 | detail &<< 8)
        contacts[Int(contact & SegmentMemory.mask)] = SegmentMemory.Contact(
          first: opens ? now : theirs.first, lastAndLane: now &<< 16 | lane)
        newest = opens ? contact : newest
        time = now
        let number = UInt32(truncatingIfNeeded: contact)
        least = min(least, number == 0 ? .max : number)
        greatest = max(greatest, number)
        written &+= 1
      }
    }
    precondition(disorder &>> 48 == 0, "a log is in order of time")
    if written > 0 {
      if count == 0 { extent.firstTime = records[0].time }
      extent.lastTime = Int64(bitPattern: time)
    }
    (extent.leastContact, extent.greatestContact) = (least, greatest)
    (memory.time, memory.newest) = (time, newest)
    count += written
    return written
  }

  /// Bytes that hold a number.
  @inline(__always) private static func bytes(_ value: UInt64) -> UInt32 {
    (71 &- UInt32(truncatingIfNeeded: value.leadingZeroBitCount)) &>> 3
  }
}

extension EventRecord {
  /// Queue and spare bits, the queue below: a queue alone takes one byte.
  @inline(__always) var lane: UInt64 { (word1 & 0xFF) &<< 8 | word1 &>> 8 & 0xFF }
}
