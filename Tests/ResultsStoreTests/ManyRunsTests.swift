import KPIs
import ResultsStore
import Testing

/// A store that was used for years.
@Suite(.serialized)
struct ManyRunsTests {
  @Test func `ten thousand runs are listed, found and compared in a tenth of a second`() throws {
    let folder = try TemporaryFolder()
    let store = try ResultsStore(path: folder.file())
    let count = isSlowRun ? 10_000 : 1_000
    for index in 0..<count {
      let run = try store.beginSampleRun(name: index.isMultiple(of: 10) ? "run \(index)" : nil, replications: 1)
      try store.record([Samples.replication(0)], of: run)
      try store.completeRun(run, digest: ReplicationResult.digest(of: [Samples.result(0)]))
    }
    let list = try CostTests.cost {
      let again = try ResultsStore.open(folder.file(), readOnly: true)
      let runs = try again.runs(limit: 100)
      #expect(runs.count == 100)
      for run in runs { #expect(try again.progress(of: run).recorded == 1) }
    }
    let compare = try CostTests.cost {
      let again = try ResultsStore.open(folder.file(), readOnly: true)
      for name in ["run 0", "@last"] { #expect(try again.results(of: again.run(matching: name).id).count == 1) }
    }
    print("ResultsStore: of \(count) runs 100 listed in \(list) ms, two read in \(compare) ms of processor time")
    #expect(list < 100 && compare < 100, "listed in \(list) ms, compared in \(compare) ms")
  }
}
