import BusyHourTesting
import ContactCenter
import EventLog
import KPIs
import Simulation
import Synchronization
import Testing

@testable import Experiments

@Suite(.labelled)
struct ReplicationRunnerTests {
  static func experiment(
    _ plan: SimulationPlan, _ replications: Range<Int>, kept: Experiment.LogRetention = .all
  )
    -> Experiment
  {
    Experiment(
      plan: plan, acceptableWaits: plan.acceptableWaits, seed: 8, replications: replications,
      keptLogs: kept)
  }

  static func results(_ experiment: Experiment, threads: Int, wantsIntervals: Bool = false)
    async throws
    -> [RecordedReplication]
  {
    var all: [RecordedReplication] = []
    try await ReplicationRunner.run(experiment, threads: threads, wantsIntervals: wantsIntervals) {
      all += $0
    }
    return all
  }

  @Test func `any number of threads gives the same results in the same order`() async throws {
    // Some 80 contacts a replication: chunks of 256, so that several tasks run and end in any order.
    let plan = SimulationPlan.line(
      horizon: .hours(1), contacts: 100, handleTime: .exponential(mean: .minutes(2)), agents: 4)
    let experiment = Self.experiment(plan, 3..<1_400, kept: .first(5))
    let one = try await Self.results(experiment, threads: 1)
    #expect(one.map(\.result.index) == Array(3..<1_400))
    #expect(one.map { $0.segments == nil } == one.map { $0.result.index >= 5 })
    try await withEvery("threads", in: [2, 3, 8]) { threads in
      let more = try await Self.results(experiment, threads: threads)
      #expect(more == one)
    }
    #expect(Set(one.map(\.result.digest)).count == one.count, "replications differ")
  }

  @Test func `a replication run alone is the one of the whole run`() async throws {
    let plan = ReferencePlans.clinicLines
    let whole = try await Self.results(
      Self.experiment(plan, 0..<40), threads: 2, wantsIntervals: true)
    let alone = try await Self.results(
      Self.experiment(plan, 31..<32), threads: 2, wantsIntervals: true)
    #expect(alone == [whole[31]])
    #expect(whole[31].intervals.count == plan.intervalCount)
    let fresh = try simulate(plan, seed: 8, replication: 31)
    #expect(
      digest(of: fresh) == whole[31].result.digest && fresh.count == whole[31].result.eventCount)
  }

  @Test func `folding the kept segments again gives the result`() async throws {
    try await withEvery("plan", in: 0..<25) { number in
      let plan = RandomPlan.make(seed: number)
      for replication in try await Self.results(Self.experiment(plan, 0..<3), threads: 2) {
        let again = try LogReplay(plan: plan, acceptableWaits: plan.acceptableWaits).result(
          of: replication.segments ?? [], replication: replication.result.index)
        #expect(again == replication.result)
      }
    }
  }

  @Test func `a replay of part of a log, or of another plan's log, is refused`() async throws {
    let plan = ReferencePlans.clinicLines
    let log = try simulate(plan)
    var writer = SegmentWriter()
    log.withUnsafeBufferPointer { writer.append($0) }
    let segments = writer.finish()
    var shifted = segments
    shifted[0].firstPosition = 1
    #expect(throws: LogGap.self) {
      try LogReplay(plan: plan, acceptableWaits: plan.acceptableWaits).result(of: shifted, replication: 0)
    }
    // The log names a second queue, a second team and five agents; this plan has one of each.
    let small = SimulationPlan.line(
      contacts: 5, handleTime: .exponential(mean: .minutes(1)), agents: 1)
    #expect(throws: ForeignLog.self) {
      try LogReplay(plan: small, acceptableWaits: small.acceptableWaits).result(of: segments, replication: 0)
    }
    var fewer = plan
    fewer.activities = []
    #expect(throws: ForeignLog.self) {
      try LogReplay(plan: fewer, acceptableWaits: fewer.acceptableWaits).result(of: segments, replication: 0)
    }
  }

  @Test func `a replay with the seed holds every factor of the demand against the draw`() throws {
    var plan = ReferencePlans.clinicLines
    plan.arrivals[0].factors = [RateFactor(.interval(correlation: 0.5), coefficientOfVariation: 0.2)]
    let log = try simulate(plan, seed: 8)
    func replay(_ log: [EventRecord], seed: UInt64?) throws -> ReplicationResult {
      var writer = SegmentWriter()
      log.withUnsafeBufferPointer { writer.append($0) }
      return try LogReplay(plan: plan, acceptableWaits: plan.acceptableWaits, seed: seed).result(
        of: writer.finish(), replication: 0)
    }
    let result = try replay(log, seed: 8)
    #expect(try replay(log, seed: nil) == result)
    #expect(throws: ForeignLog.self) { try replay(log, seed: 9) }
    let place = try #require(log.lastIndex { $0.kindCode == EventKind.demandFactorDrawn.rawValue })
    var moved = log
    moved[place].word1 += 1 << 16  // A millionth more.
    #expect(throws: ForeignLog(position: place)) { try replay(moved, seed: 8) }
    var older = log
    older.removeAll { $0.kindCode == EventKind.demandFactorDrawn.rawValue }
    #expect(try replay(older, seed: 8).days == result.days, "a log of a version that told none")
  }

  @Test(arguments: EventKind.allCases)
  func `no kind of event may name what its plan lacks`(kind: EventKind) throws {
    let plan = ReferencePlans.clinicLines
    func record(agent: Int = 0, queue: Int = 0, reference: Int64 = 5, detail: Int) -> EventRecord {
      EventRecord(
        kind: kind, time: 5, agent: UInt64(agent),
        reference: kind == .replicationStarted ? plan.horizon.microseconds : reference, queue: UInt64(queue),
        detail: UInt64(detail))
    }
    // All but one field of each is right.
    let detail = try #require((0..<256).first { Self.foreignPosition(record(detail: $0), at: 0) == nil })
    var hostile = [
      record(agent: plan.agents.count, detail: detail), record(queue: plan.queues.count, detail: detail),
    ]
    if Self.closing.contains(kind) { hostile.append(record(reference: 6, detail: detail)) }
    for record in hostile {
      for place in [0, 20, 39] { #expect(Self.foreignPosition(record, at: place) == 7 + place, "\(record)") }
    }
    #expect(EventClaims.byCode[Int(kind.rawValue)].contains(.start) == Self.closing.contains(kind))
  }

  @Test func `a kind that no version of this build knows is refused wherever it stands`() {
    let codes = (UInt8.min...UInt8.max).filter { EventKind(rawValue: $0) == nil }
    #expect(codes.count + EventKind.allCases.count == 256 && codes.contains(0) && codes.contains(255))
    for code in codes {
      let record = EventRecord(word0: 5 << 16, word1: 0, word2: UInt64(code))
      for place in [0, 20, 39] { #expect(Self.foreignPosition(record, at: place) == 7 + place, "\(code)") }
    }
  }

  /// The kinds that close on an instant: its reference has been.
  static let closing: Set<EventKind> = [
    .contactAnswered, .contactAbandoned, .contactCompleted, .contactDisconnected, .contactLeftMessage,
    .contactSelfServed, .contactTransferred, .callbackPromised, .selfServiceLeft, .customerLost, .wrapUpEnded,
    .breakEnded, .breakDelayed, .outageEnded, .limitKept, .limitMissed, .attemptFailed, .wrongPartyReached,
    .talkDropped, .dialStarted, .dialFailed, .dialDropped,
  ]

  private static let goodPiece = Result { Array(try simulate(ReferencePlans.clinicLines)[100..<140]) }

  /// Where a piece of a good log, from position 7, is refused when the record takes a place in it; nil where it is not.
  static func foreignPosition(_ record: EventRecord, at place: Int) -> Int? {
    let plan = ReferencePlans.clinicLines
    do {
      let claims = PlanClaims(plan, queues: plan.queues.count)
      var piece = try goodPiece.get()
      try piece.withUnsafeBufferPointer { try claims.check($0, from: 7) }
      piece[place] = record
      try piece.withUnsafeBufferPointer { try claims.check($0, from: 7) }
      return nil
    } catch {
      return (error as? ForeignLog)?.position ?? -1
    }
  }

  @Test func `a cancelled run has delivered whole replications in order`() async throws {
    let experiment = Self.experiment(ReferencePlans.clinicLines, 0..<100_000, kept: .none)
    let first = try await Self.results(
      Self.experiment(ReferencePlans.clinicLines, 0..<400, kept: .none), threads: 1)
    let task = Task {
      var delivered: [RecordedReplication] = []
      var isCancelled = false
      do {
        try await ReplicationRunner.run(experiment, threads: 2) { replications in
          delivered += replications
          if delivered.count >= 200 { withUnsafeCurrentTask { $0?.cancel() } }
        }
      } catch is CancellationError {
        isCancelled = true
      }
      return (delivered, isCancelled)
    }
    let (delivered, isCancelled) = try await task.value
    #expect(isCancelled)
    #expect((200..<5_000).contains(delivered.count), "\(delivered.count)")
    #expect(delivered.map(\.result.index) == Array(0..<delivered.count))
    #expect(Array(delivered.prefix(400)) == Array(first.prefix(delivered.count)))
  }

  /// The time is over by a count, not by a clock: a chunk holds 256 replications of this plan, and a machine with other work
  /// lets a real limit fall where it likes.
  @Test(arguments: [0, 1, 255, 256, 257, 700])
  func `the time that is over takes the replication that was due, not its chunk`(granted: Int)
    async throws
  {
    let plan = SimulationPlan.line(
      horizon: .hours(1), contacts: 100, handleTime: .exponential(mean: .minutes(2)), agents: 4)
    let asked = Mutex(0)
    var indices: [Int] = []
    await #expect(throws: OutOfTime.self) {
      try await ReplicationRunner.run(
        Self.experiment(plan, 0..<1_000_000, kept: .none), threads: 1,
        isOutOfTime: {
          asked.withLock { count in
            count += 1
            return count > granted
          }
        }, deliver: { indices += $0.map(\.result.index) })
    }
    #expect(indices == Array(0..<granted))
  }

  @Test func `a deadline in the past lets no replication begin, and one far away all`() async throws {
    let experiment = Self.experiment(ReferencePlans.overload, 0..<3, kept: .none)
    var indices: [Int] = []
    await #expect(throws: OutOfTime.self) {
      try await ReplicationRunner.run(experiment, threads: 1, deadline: .now) {
        indices += $0.map(\.result.index)
      }
    }
    #expect(indices.isEmpty)
    try await ReplicationRunner.run(experiment, threads: 1, deadline: .now + .seconds(3_600)) {
      indices += $0.map(\.result.index)
    }
    #expect(indices == [0, 1, 2])
  }

  @Test func `an error of the receiver ends the run and comes out`() async {
    struct Full: Error {}
    let experiment = Self.experiment(ReferencePlans.overload, 0..<10_000, kept: .none)
    await #expect(throws: Full.self) {
      try await ReplicationRunner.run(experiment, threads: 3) { _ in throw Full() }
    }
  }

  @Test func `a bad plan is refused, not trapped on, whatever its numbers`() async {
    for contacts in [Double.nan, .infinity, 1e30, -1] {
      var plan = ReferencePlans.overload
      plan.arrivals[0].pieces[0].expectedContacts = contacts
      await #expect(throws: SimulationPlanError.self, "\(contacts)") {
        try await ReplicationRunner.run(Self.experiment(plan, 0..<2), threads: 2) { _ in }
      }
    }
  }

  @Test func `no replications are no results`() async throws {
    #expect(
      try await Self.results(Self.experiment(ReferencePlans.overload, 5..<5), threads: 2).isEmpty)
  }

  @Test func `the digest of a run depends on every replication and on their order`() async throws {
    let results = try await Self.results(
      Self.experiment(ReferencePlans.overload, 0..<4), threads: 2
    ).map(\.result)
    let digests = [
      results, Array(results.dropLast()), results.reversed(), Array(results.dropFirst()),
    ].map(
      ReplicationResult.digest)
    #expect(Set(digests).count == 4)
  }

  @Test func `replayed events are those of the log`() throws {
    var worker = try ReplicationWorker(Self.experiment(ReferencePlans.clinicLines, 0..<1))
    var events: [EventRecord] = []
    worker.replay(2) { events.append(contentsOf: $0) }
    #expect(events == (try simulate(ReferencePlans.clinicLines, seed: 8, replication: 2)))
    var first: RecordedReplication?
    first = worker.run(2)
    #expect(first?.result.digest == digest(of: events))
  }
}
