import BusyHourTesting
import ContactCenter
import EventLog

/// Valid records at random, with the extremes of every field among them: in order of time, each the record of a typed
/// event. The story they tell is nonsense, which the codec must not mind.
enum RandomRecords {
  static func make(seed: Int, count: Int) -> [EventRecord] {
    var random = RepeatableRandom(seed: seed)
    var time: Int64 = 0
    var recent: [UInt32] = [0, 1, 2, .max, .max - 1]
    return (0..<count).map { _ in
      if random.chance(0.6) {
        time += random.pick([1, 127, 128, 16_383, 1_000_000, Int64(random.whole(0...100_000))] as [Int64])
      }
      if random.chance(0.002) { time += 1 << 40 }
      time = min(time, (1 << 48) - 1)
      let kind = random.pick(EventKind.allCases)
      let contact =
        random.chance(0.5) ? random.pick(recent) : random.pick([recent[0] &+ 1, recent[0], random.pick(recent)])
      recent = [contact] + recent.prefix(8)
      let agent = UInt64(random.pick([0, 1, 2, 127, 128, EventRecord.largestAgent]))
      let reference: Int64 = random.pick([0, time, max(0, time - 1), (1 << 48) - 1, time / 2])
      let queue = UInt64(random.pick([0, 1, EventRecord.largestQueue]))
      let detail = UInt64(random.pick([0, 1, 2, 128, EventRecord.largestDetail]))
      func record(_ detail: UInt64) -> EventRecord {
        EventRecord(
          kind: kind, time: time, agent: agent, reference: reference, queue: queue, contact: UInt64(contact),
          detail: detail)
      }
      // Where the detail is a code, 1 is one. Fields that the kind lacks become 0.
      return EventRecord(record(detail).event ?? record(1).event!, at: .init(microseconds: time))
    }
  }

  /// The codec's segments of a log.
  static func segments(of records: [EventRecord], cutEvery length: Int = 1_000) -> [LogSegment] {
    var writer = SegmentWriter()
    records.withUnsafeBufferPointer { all in
      for start in stride(from: 0, to: all.count, by: length) {
        writer.append(UnsafeBufferPointer(rebasing: all[start..<min(start + length, all.count)]))
      }
    }
    return writer.finish()
  }
}
