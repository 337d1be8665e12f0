import BusyHourTesting
import ContactCenter
import EventLog
import Experiments
import KPIs
import Testing

/// A log of earlier versions of events, through a chain of two steps.
struct UpcasterTests {
  /// Version 1 of `contactCompleted` held the length of the talk, in seconds and rounded down, in its detail; version 2 held
  /// it in microseconds in its reference; today's holds the instant at which talk began.
  static let chain = UpcasterChain([
    EventUpcaster(code: 200, name: "contactCompleted", version: 1) { old in
      EventRecord(
        word0: old.word0, word1: old.word1 & 0xFFFF | UInt64(old.detail) * 1_000_000 << 16,
        word2: old.word2 & 0xFFFF_FFFF_0000_0000 | 201)
    },
    EventUpcaster(code: 201, name: "contactCompleted", version: 2) { old in
      EventRecord(
        word0: old.word0, word1: old.word1 & 0xFFFF | UInt64(old.time - old.reference) << 16,
        word2: old.word2 & 0xFFFF_FFFF_FFFF_FF00 | UInt64(EventKind.contactCompleted.rawValue))
    },
  ])

  static let plan = SimulationPlan.line(
    horizon: .hours(3), contacts: 200, handleTime: .deterministic(.seconds(240)), wrapUp: nil,
    patience: .exponential(mean: .minutes(2)), agents: 5)

  /// The log as it would have been written then: every third talk in version 2, the others in version 1.
  static func old(_ log: [EventRecord]) -> [EventRecord] {
    log.enumerated().map { index, record in
      guard record.kindCode == EventKind.contactCompleted.rawValue else { return record }
      let length = record.time - record.reference
      let isSecond = index.isMultiple(of: 3)
      let (reference, detail) = isSecond ? (UInt64(length), 0) : (0, UInt64(length / 1_000_000))
      return EventRecord(
        word0: record.word0, word1: record.word1 & 0xFFFF | reference << 16,
        word2: record.word2 & 0xFFFF_FFFF_0000_0000 | detail << 8 | (isSecond ? 201 : 200))
    }
  }

  private func result(_ log: [EventRecord], _ upcasters: UpcasterChain) throws -> ReplicationResult {
    var writer = SegmentWriter()
    log.withUnsafeBufferPointer { writer.append($0) }
    let replay = LogReplay(plan: Self.plan, acceptableWaits: [.seconds(20)], upcasters: upcasters)
    return try replay.result(of: writer.finish(), replication: 0)
  }

  @Test func `an old log gives the figures of today, and keeps the digest of what was written`() throws {
    let log = try simulate(Self.plan, seed: 3)
    let old = Self.old(log)
    #expect(old.map { Self.chain.current($0) } == log)
    let (today, then) = (try result(log, .current), try result(old, Self.chain))
    #expect(then.days == today.days && today.days[0].contacts.completed > 50)
    #expect(then.digest == digest(of: old) && then.digest != today.digest)
  }

  @Test func `a version that no step knows is refused by its code`() throws {
    let error = #expect(throws: SegmentError.self) { try result(Self.old(try simulate(Self.plan, seed: 3)), .current) }
    #expect(error?.problem.contains("(kind 20") == true, "\(String(describing: error))")
  }

  @Test func `steps that lead in a circle end`() {
    let circle = UpcasterChain([
      EventUpcaster(code: 200, name: "a", version: 1) {
        EventRecord(word0: $0.word0, word1: $0.word1, word2: $0.word2 & ~0xFF | 201)
      },
      EventUpcaster(code: 201, name: "a", version: 2) {
        EventRecord(word0: $0.word0, word1: $0.word1, word2: $0.word2 & ~0xFF | 200)
      },
    ])
    #expect(circle.current(EventRecord(word0: 0, word1: 0, word2: 200)).event == nil)
  }
}
