import BusyHourTesting
import ContactCenter
import Simulation
import Testing

@testable import EventLog

@Suite(.labelled)
struct SegmentTests {
  private func roundTrip(_ records: [EventRecord], cutEvery length: Int = 1_000) throws -> [EventRecord] {
    try RandomRecords.segments(of: records, cutEvery: length).flatMap { try SegmentReader.records(of: $0) }
  }

  @Test func `simulated logs come back bit for bit`() throws {
    try withEvery("plan", in: 0..<60) { number in
      let records = try simulate(RandomPlan.make(seed: number), seed: 5)
      let back = try roundTrip(records)
      #expect(back == records)
      #expect(digest(of: back) == digest(of: records))
    }
  }

  @Test func `any valid records come back bit for bit, extreme fields too`() throws {
    try withEvery("seed", in: 0..<100) { seed in
      let records = RandomRecords.make(seed: seed, count: 400)
      let back = try roundTrip(records, cutEvery: 37)
      #expect(back == records)
    }
    let extremes = EventRecordTests.extremes.map { EventRecord($0, at: EventRecordTests.latest) }
    let back = try roundTrip(extremes)
    #expect(back == extremes)
  }

  @Test func `segments follow one another and hold every event once`() throws {
    let records = RandomRecords.make(seed: 4, count: 2 * SegmentCodec.segmentEvents + 17)
    let segments = RandomRecords.segments(of: records, cutEvery: 5_000)
    var position = 0
    for segment in segments {
      #expect(segment.firstPosition == position)
      position += segment.eventCount
    }
    #expect(position == records.count && segments.count > 10, "records at random need many shapes")
    // Each is coded on its own: read in any order, the last first.
    guard TestSwitch.slow else { return }
    let back = try segments.reversed().map { try SegmentReader.records(of: $0) }.reversed().flatMap { $0 }
    #expect(back == records)
    #expect(segments == RandomRecords.segments(of: records, cutEvery: 1))
  }

  @Test func `a log without events has no segment`() {
    #expect(RandomRecords.segments(of: []).isEmpty)
  }

  /// The good day of the laws, 31 events, coded: every byte replaced by every other value.
  @Test func `every changed byte of a segment is found`() throws {
    let segment = try #require(RandomRecords.segments(of: LogInvariantsTests.goodDay.records).first)
    withEvery("byte", in: segment.bytes.indices) { index in
      for value in UInt8.min...UInt8.max where value != segment.bytes[index] {
        var damaged = segment
        damaged.bytes[index] = value
        #expect(throws: SegmentError.self, "value \(value)") { try SegmentReader.records(of: damaged) }
      }
    }
  }

  @Test func `a segment cut short, lengthened or with wrong figures is found`() throws {
    let segment = try #require(RandomRecords.segments(of: LogInvariantsTests.goodDay.records).first)
    withEvery("length", in: segment.bytes.indices) { length in
      var damaged = segment
      damaged.bytes.removeLast(segment.bytes.count - length)
      #expect(throws: SegmentError.self) { try SegmentReader.records(of: damaged) }
      damaged.checksum = SegmentCodec.checksum(damaged.bytes)
      #expect(throws: SegmentError.self, "with its checksum right") { try SegmentReader.records(of: damaged) }
    }
    let changes: [(String, @Sendable (inout LogSegment) -> Void)] = [
      (
        "one byte more",
        {
          $0.bytes.append(2)
          $0.checksum = SegmentCodec.checksum($0.bytes)
        }
      ),
      ("one event fewer", { $0.eventCount -= 1 }), ("one event more", { $0.eventCount += 1 }),
      ("no events", { $0.eventCount = 0 }), ("minus one event", { $0.eventCount = -1 }),
      ("endless events", { $0.eventCount = .max }),
      ("more than a segment holds", { $0.eventCount = SegmentCodec.segmentEvents + 1 }),
      ("another version", { $0.codecVersion = 1 }), ("another checksum", { $0.checksum ^= 1 }),
    ]
    for (name, change) in changes {
      var damaged = segment
      change(&damaged)
      #expect(throws: SegmentError.self, "\(name)") { try SegmentReader.records(of: damaged) }
    }
  }

  /// Whoever can write the store can write a checksum too. Whatever the bytes: an error or records, never a trap.
  @Test func `hostile bytes with a right checksum are read or refused`() {
    var readable = 0
    withEvery("seed", in: 0..<(TestSwitch.slow ? 20_000 : 700)) { seed in
      var random = RepeatableRandom(seed: seed)
      var bytes: [UInt8]
      if random.chance(0.5) {
        bytes = (0..<random.whole(0...60)).map { _ in UInt8(random.whole(0...255)) }
      } else {
        bytes = RandomRecords.segments(of: RandomRecords.make(seed: seed, count: 20)).first!.bytes
        for _ in 0..<random.whole(1...6) {
          bytes[random.whole(0...(bytes.count - 1))] = random.pick([
            0xFF, 0x80, 0x00, 0x7F, UInt8(random.whole(0...255)),
          ])
        }
      }
      for count in [1, 20] {
        let segment = LogSegment(
          firstPosition: 0, eventCount: count, codecVersion: SegmentCodec.version,
          checksum: SegmentCodec.checksum(bytes),
          extent: .init(firstTime: 0, lastTime: 0, leastContact: 0, greatestContact: 0), bytes: bytes)
        guard let records = try? SegmentReader.records(of: segment) else { continue }
        readable += 1
        #expect(records.count == count)
        #expect(zip(records, records.dropFirst()).allSatisfy { $0.time <= $1.time })
        // The meaning of a detail is not the coding's: who reads the events asks for it (a log of another plan).
        #expect(records.allSatisfy { EventKind(rawValue: $0.kindCode) != nil })
      }
    }
    #expect(readable > 5, "the bytes are too wild to reach the reader's later lines")
  }

  /// Two shapes of an arrival whose time takes six bytes, and one; a last moment of all, and one beyond it.
  @Test func `an event after the end of time is refused, on the quick way and off it`() throws {
    let next = UInt32(EventKind.contactArrived.rawValue) | SegmentShape.ContactStart.next << 16
    let shapes = [next | 6 << 8, next | 1 << 8, next | 4 << 8]
    func segment(_ tags: [UInt8], _ fields: [UInt8]) -> LogSegment {
      let list = shapes.flatMap { bits in (0..<4).map { UInt8(truncatingIfNeeded: bits >> (8 * $0)) } }
      let bytes = [UInt8(shapes.count)] + list + tags + fields + Array(repeating: 0, count: SegmentCodec.padding)
      return LogSegment(
        firstPosition: 0, eventCount: tags.count, codecVersion: SegmentCodec.version,
        checksum: SegmentCodec.checksum(bytes),
        extent: .init(firstTime: 0, lastTime: 0, leastContact: 0, greatestContact: 0), bytes: bytes)
    }
    let almost: [UInt8] = [0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]
    let last = try SegmentReader.records(of: segment([0, 1, 1], almost + [1] + [0]))
    #expect(last.map(\.time) == [(1 << 48) - 2, (1 << 48) - 1, (1 << 48) - 1])
    let beyond: [([UInt8], [UInt8])] = [
      ([0, 1], almost + [2]), ([0, 1, 1], almost + [2, 0xFF]), ([0, 0], almost + almost),
      ([1, 2, 0], [1, 0xFF, 0xFF, 0xFF, 0xFF] + almost), ([0, 2, 2], almost + Array(repeating: 0xFF, count: 8)),
    ]
    for (tags, fields) in beyond {
      #expect(throws: SegmentError.self, "\(tags)") { try SegmentReader.records(of: segment(tags, fields)) }
    }
  }

  @Test func `a full segment is closed, and spans what it says`() throws {
    let records = (0..<SegmentCodec.segmentEvents + 17).map { index in
      EventRecord(kind: .contactArrived, time: Int64(index) * 3, contact: UInt64(index / 2 + 5))
    }
    let segments = RandomRecords.segments(of: records, cutEvery: 777)
    #expect(segments.map(\.eventCount) == [SegmentCodec.segmentEvents, 17])
    let last = UInt32(SegmentCodec.segmentEvents / 2 + 4)
    #expect(
      segments[0].extent
        == .init(
          firstTime: 0, lastTime: Int64(SegmentCodec.segmentEvents - 1) * 3, leastContact: 5, greatestContact: last))
    #expect(segments[1].extent.leastContact == last + 1)
    let agents = [EventRecord(kind: .agentSignedIn, time: 4, agent: 3)]
    #expect(
      RandomRecords.segments(of: agents)[0].extent
        == .init(firstTime: 4, lastTime: 4, leastContact: 0, greatestContact: 0))
  }

  /// The writer looks only into events that it did not expect; contacts at the end of their numbers are the hard case.
  @Test func `a segment names the least and the greatest contact of its events`() throws {
    try withEvery("seed", in: 0..<60) { seed in
      var random = RepeatableRandom(seed: seed)
      let last = UInt64(UInt32.max)
      var contact = random.pick([0, 1, 7, last - 3, last - UInt64(random.whole(0...200_000))])
      let records = (0..<300).map { index in
        contact = random.chance(0.9) ? (contact + 1) & 0xFFFF_FFFF : UInt64(random.whole(0...3))
        return EventRecord(kind: .contactArrived, time: Int64(index), contact: contact)
      }
      for segment in RandomRecords.segments(of: records) {
        let named = records[segment.firstPosition...].prefix(segment.eventCount).map(\.contact).filter { $0 > 0 }
        #expect(segment.extent.leastContact == named.min() ?? 0)
        #expect(segment.extent.greatestContact == named.max() ?? 0)
      }
      let back = try roundTrip(records)
      #expect(back == records)
    }
  }

  @Test func `every kind, and any bits of its fields, have a shape`() throws {
    let words: [UInt64] = [0, 1, 0xFF, 0xFFFF, .max, 0x5A5A_5A5A_5A5A_5A5A]
    for kind in EventKind.allCases {
      let records = words.flatMap { first in
        words.map { second in
          EventRecord(word0: first & 0xFFFF, word1: second, word2: (first ^ second) << 8 | UInt64(kind.rawValue))
        }
      }
      #expect(try roundTrip(records) == records, "\(kind)")
    }
  }

  @Test func `writing the same events again gives the same bytes, in one writer after another stream`() throws {
    var writer = SegmentWriter()
    let (first, second) = (RandomRecords.make(seed: 1, count: 500), LogInvariantsTests.goodDay.records)
    for records in [first, second, first] {
      records.withUnsafeBufferPointer { writer.append($0) }
      #expect(writer.finish() == RandomRecords.segments(of: records))
    }
  }

  @Test func `a contact of the clinic day costs at most 14 bytes in a segment`() throws {
    let records = try simulate(ReferencePlans.clinicDay)
    let contacts = records.count { $0.kindCode == EventKind.contactArrived.rawValue }
    let bytes = RandomRecords.segments(of: records).reduce(0) { $0 + $1.bytes.count }
    print(
      "clinic day: \(Double(bytes) / Double(contacts)) bytes a contact, \(Double(records.count) / Double(contacts)) events"
    )
    #expect(contacts > 900)
    #expect(Double(bytes) / Double(contacts) <= 14)
  }
}
