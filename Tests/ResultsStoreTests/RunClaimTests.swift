import KPIs
import ResultsStore
import Testing

struct RunClaimTests {
  let folder: TemporaryFolder
  let store: ResultsStore

  init() throws {
    folder = try TemporaryFolder()
    store = try ResultsStore(path: folder.file())
  }

  @Test func `a run is recorded by one process at a time, and others are not in its way`() throws {
    let (run, other) = (try store.beginSampleRun(), try store.beginSampleRun())
    #expect(try !store.isBeingRecorded(run))
    var claim: RunClaim? = try store.claimRun(run)
    let second = try ResultsStore(path: folder.file())
    #expect(try second.isBeingRecorded(run))
    #expect(try !second.isBeingRecorded(other))
    let error = #expect(throws: StoreError.self) { try second.claimRun(run) }
    #expect(error?.kind == .inUse(run: run))
    _ = try second.claimRun(other)
    withExtendedLifetime(claim) {}
    claim = nil
    #expect(try !second.isBeingRecorded(run))
    _ = try second.claimRun(run)
    #expect(TemporaryFolder.mode(of: folder.file() + "-running") == 0o600)
  }

  @Test func `a claim that ends takes no other lock of the process with it`() throws {
    let (run, other) = (try store.beginSampleRun(), try store.beginSampleRun())
    let claim = try store.claimRun(run)
    do { _ = try store.claimRun(other) }
    #expect(try store.isBeingRecorded(run))
    withExtendedLifetime(claim) {}
  }

  @Test func `the progress of a run is its results, added up`() throws {
    let run = try store.beginSampleRun(replications: 5)
    try store.record([0, 1, 3].map { Samples.replication($0, days: 2) }, of: run)
    let progress = try store.progress(of: try store.run(matching: run.description))
    let results = try store.results(of: run)
    #expect(progress.recorded == 3 && progress.digest == ReplicationResult.digest(of: results))
    for queue in Samples.layout.queues.indices {
      let offered = results.flatMap(\.days).reduce(Int64(0)) { $0 &+ $1.queues[queue].offered }
      let talk = results.flatMap(\.days).reduce(Int64(0)) { $0 &+ $1.queues[queue].talk }
      #expect(progress.contacts[queue].offered == offered && progress.contacts[queue].talk == talk)
    }
    let complete = try store.addSampleRun()
    let record = try store.run(matching: complete.description)
    #expect(try store.progress(of: record).recorded == 3)
    #expect(try store.progress(of: record).digest == record.digest)
  }
}
