import KPIs
import Testing

@testable import ResultsStore

/// A store that was used for years.
struct ManyRunsTests {
  /// The steps that listing, finding and comparing take.
  private static func steps(_ path: String) throws -> (list: Int, compare: Int) {
    let store = try ResultsStore.open(path, readOnly: true)
    let list = try CostTests.steps(of: store) {
      let runs = try store.runs(limit: 100)
      #expect(runs.count == 100)
      for run in runs {
        let recorded = try store.progress(of: run).recorded
        #expect(recorded == 1)
      }
    }
    let compare = try CostTests.steps(of: store) {
      for name in ["run 0", "@last"] {
        let results = try store.results(of: store.run(matching: name).id)
        #expect(results.count == 1)
      }
    }
    return (list, compare)
  }

  @Test func `runs are listed, found and compared in as many steps where there are ten times as many`() throws {
    let folder = try TemporaryFolder()
    let store = try ResultsStore(path: folder.file())
    let few = isSlowRun ? 1_000 : 200
    var before: (list: Int, compare: Int)?
    for index in 0..<10 * few {
      if index == few { before = try Self.steps(folder.file()) }
      let run = try store.beginSampleRun(name: index.isMultiple(of: 10) ? "run \(index)" : nil, replications: 1)
      try store.record([Samples.replication(0)], of: run)
      try store.completeRun(run, digest: ReplicationResult.digest(of: [Samples.result(0)]))
    }
    let (after, earlier) = (try Self.steps(folder.file()), try #require(before))
    print("ResultsStore: 100 runs listed in \(after.list) steps, two read in \(after.compare)")
    #expect(earlier.list > 1_000 && after.list < earlier.list * 11 / 10)
    #expect(earlier.compare > 100 && after.compare < earlier.compare * 11 / 10)
  }
}
