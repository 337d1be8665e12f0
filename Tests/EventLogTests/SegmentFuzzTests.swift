import BusyHourTesting
import Foundation
import Testing

@testable import EventLog

/// The decoder against bytes that nobody wrote, for as many seconds as BUSYHOUR_FUZZ_SECONDS says (else the same 300
/// rounds): an error or whole records, never a trap, never more memory than a segment's events take.
struct SegmentFuzzTests {
  static let seconds = ProcessInfo.processInfo.environment["BUSYHOUR_FUZZ_SECONDS"].flatMap { Double($0) }

  @Test func `hostile segments are read or refused`() throws {
    let end = Self.seconds.map { ContinuousClock.now + .seconds($0) }
    let seeds = end == nil ? 0 : Int(Date().timeIntervalSince1970) % 1_000_000 * 1_000
    var (round, readable) = (0, 0)
    var reader = SegmentReader()
    while end.map({ ContinuousClock.now < $0 }) ?? (round < 300) {
      round += 1
      var random = RepeatableRandom(seed: seeds + round)
      var segment = try #require(
        RandomRecords.segments(of: RandomRecords.make(seed: seeds + round, count: random.whole(1...300))).first)
      for _ in 0..<random.whole(1...5) { Self.damage(&segment, &random) }
      segment.checksum = SegmentCodec.checksum(segment.bytes)
      var (count, time) = (0, Int64(0))
      do {
        try reader.read(segment) { records in
          for record in records {
            if record.time < time || EventKind(rawValue: record.kindCode) == nil {
              Issue.record("seed \(seeds + round)")
            }
            time = record.time
          }
          count += records.count
        }
        readable += 1
        #expect(count == segment.eventCount, "seed \(seeds + round)")
      } catch is SegmentError {
        continue
      }
    }
    print("Segments: \(round) fuzzed, \(readable) readable")
    #expect(readable > 0 && readable < round)
  }

  private static func damage(_ segment: inout LogSegment, _ random: inout RepeatableRandom) {
    guard !segment.bytes.isEmpty else { return }
    let place = random.whole(0...(segment.bytes.count - 1))
    switch random.whole(0...5) {
    case 0: segment.bytes.remove(at: place)
    case 1: segment.bytes.insert(UInt8(random.whole(0...255)), at: place)
    case 2: segment.eventCount = random.pick([0, -1, .max, segment.eventCount &+ 1, random.whole(0...70_000)])
    case 3: segment.bytes[random.whole(0...min(40, segment.bytes.count - 1))] = UInt8(random.whole(0...255))
    default: segment.bytes[place] = UInt8(random.whole(0...255))
    }
  }
}
