import EventLog
import KPIs
import ResultsStore
import Testing

struct RunStateTests {
  let folder: TemporaryFolder
  let store: ResultsStore
  let run: RunID
  let digest = ReplicationResult.digest(of: (0..<3).map { Samples.result($0) })

  init() throws {
    folder = try TemporaryFolder()
    store = try ResultsStore(path: folder.file())
    run = try store.beginSampleRun(replications: 3)
  }

  func kind(_ body: () throws -> Void) -> StoreError.Kind? { #expect(throws: StoreError.self, performing: body)?.kind }

  @Test func `a run is complete when its digest is proved, and then never changes`() throws {
    try store.record((0..<3).map { Samples.replication($0) }, of: run)
    try store.completeRun(run, digest: digest)
    #expect(try store.run(matching: "@last").digest == digest)
    #expect(try store.run(matching: "@last").state == .complete)
    #expect(kind { try store.record([Samples.replication(3)], of: run) } == .wrongState(.complete, run: run))
    #expect(kind { try store.interruptRun(run) } == .wrongState(.complete, run: run))
    #expect(kind { try store.resumeRun(run) } == .wrongState(.complete, run: run))
    #expect(kind { try store.completeRun(run, digest: digest) } == .wrongState(.complete, run: run))
  }

  @Test func `a run that lacks replications can't be completed`() throws {
    #expect(
      kind { try store.completeRun(run, digest: digest) } == .incomplete(recorded: 0, replications: 3, run: run))
    try store.record([0, 2, 3].map { Samples.replication($0) }, of: run)
    #expect(
      kind { try store.completeRun(run, digest: digest) } == .incomplete(recorded: 3, replications: 3, run: run))
  }

  @Test func `a digest that is not that of the stored replications is refused`() throws {
    try store.record((0..<3).map { Samples.replication($0) }, of: run)
    let wrong = StreamDigest.Value(high: 1, low: 2)
    let differs = StoreError.Kind.digestDiffers(given: wrong.description, stored: digest.description, run: run)
    #expect(kind { try store.completeRun(run, digest: wrong) } == differs)
    #expect(try store.run(matching: "@last").state == .running)
  }

  @Test func `an interrupted run is resumed where it lacks replications`() throws {
    try store.record([Samples.replication(1)], of: run)
    try store.interruptRun(run)
    #expect(try store.run(matching: "@last").state == .interrupted)
    #expect(kind { try store.record([Samples.replication(0)], of: run) } == .wrongState(.interrupted, run: run))
    #expect(try store.missingReplications(of: run) == [0..<1, 2..<3])
    try store.resumeRun(run)
    try store.record([Samples.replication(2), Samples.replication(0)], of: run)
    #expect(try store.missingReplications(of: run) == [])
    try store.completeRun(run, digest: digest)
    #expect(try store.results(of: run) == (0..<3).map { Samples.result($0) })
  }

  @Test func `a batch with a replication that is stored already leaves nothing`() throws {
    try store.record([Samples.replication(1)], of: run)
    let repeated = kind { try store.record([0, 1, 2].map { Samples.replication($0) }, of: run) }
    #expect(repeated == .alreadyRecorded(replication: 1, run: run))
    #expect(try store.results(of: run) == [Samples.result(1)])
  }

  @Test func `an unknown run is named by every call`() throws {
    let other = try #require(RunID(String(repeating: "0", count: 20)))
    let expected = StoreError.Kind.noSuchRun(other.description, nearest: [])
    #expect(kind { try store.record([], of: other) } == expected)
    #expect(kind { try store.completeRun(other, digest: digest) } == expected)
    #expect(kind { try store.interruptRun(other) } == expected)
    #expect(kind { try store.resumeRun(other) } == expected)
    #expect(kind { _ = try store.results(of: other) } == expected)
    #expect(kind { _ = try store.missingReplications(of: other) } == expected)
    #expect(kind { _ = try store.keptReplications(of: other) } == expected)
    #expect(kind { _ = try store.segments(of: other, replication: 0) } == expected)
    #expect(kind { _ = try store.layout(of: other) } == expected)
  }

  @Test func `sums of another shape than the run's are a mistake of the program`() async {
    let result = await #expect(processExitsWith: .failure) {
      let folder = try TemporaryFolder()
      let store = try ResultsStore(path: folder.file())
      let run = try store.beginSampleRun()
      var replication = Samples.replication(0)
      replication.result.days[0].queues.removeLast()
      try store.record([replication], of: run)
    }
    // A trap, not an error that could be caught and passed over.
    guard case .signal = result?.exitStatus else {
      Issue.record("\(String(describing: result?.exitStatus))")
      return
    }
  }
}
