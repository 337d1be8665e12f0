import EventLog
import StoreTesting
import Testing

@testable import ResultsStore

/// Guides to the segments of long logs: they follow from the logs, and may be missing.
struct GuideTests {
  let folder: TemporaryFolder
  let store: ResultsStore
  let run: RunID

  /// Replication 2 has a log of two segments, 1 one of a single segment.
  init() throws {
    folder = try TemporaryFolder()
    store = try ResultsStore(path: folder.file())
    run = try store.beginSampleRun(name: "base")
    try store.record((0..<3).map { Samples.replication($0, keepsLog: $0 > 0) }, of: run)
  }

  private func rows() throws -> [[String]] {
    try RawDatabase(folder.file()).rows(
      "SELECT run, replication, first_position, hex(links), hex(state) FROM segment_guide ORDER BY 1, 2, 3")
  }

  @Test func `a log of several segments has a guide for each, and no other has any`() throws {
    let kept = try rows()
    #expect(kept.map { Array($0[1...2]) } == [["2", "0"], ["2", "100"]])
    let guide = try #require(try store.guide(of: run, replication: 2, until: .max, before: .max))
    var state = CenterState()
    for record in Samples.log(2).prefix(100) { state.apply(record) }
    #expect(guide.firstPosition == 100 && CenterState(coded: guide.state) == state)
    let border = Samples.log(2)[100].time
    #expect(try store.guide(of: run, replication: 2, until: border, before: .max) == guide)
    #expect(try store.guide(of: run, replication: 2, until: border - 1, before: .max)?.firstPosition == 0)
    #expect(try store.guide(of: run, replication: 2, until: .max, before: 99)?.firstPosition == 0)
    #expect(try store.guide(of: run, replication: 1, until: .max, before: .max) == nil)
    #expect(try store.links(of: run, replication: 2) == [])
    #expect(try store.links(of: run, replication: 1) == nil)
  }

  @Test func `they are made again with the tables, and one that is missing is no fault`() throws {
    let kept = try rows()
    let raw = try RawDatabase(folder.file())
    for change in ["DELETE FROM segment_guide", "DELETE FROM segment_guide WHERE first_position = 100"] {
      try raw.execute(change)
      #expect(try store.verify().findings == [], "\(change)")
      #expect(try store.links(of: run, replication: 2) == nil, "\(change)")
      try store.rebuild()
      #expect(try rows() == kept, "\(change)")
    }
    #expect(try store.verify().findings == [])
  }

  @Test(arguments: [
    "UPDATE segment_guide SET state = x'01' WHERE first_position = 100",
    "UPDATE segment_guide SET links = x'010101' WHERE first_position = 0",
    "UPDATE segment_guide SET first_position = 7 WHERE first_position = 0",
    "UPDATE segment_guide SET replication = 1 WHERE first_position = 100",
    "INSERT INTO segment_guide SELECT 99, 1, 0, links, state FROM segment_guide WHERE first_position = 0",
  ])
  func `one that was changed is found`(change: String) throws {
    #expect(try store.verify().findings == [])
    try RawDatabase(folder.file()).execute(change)
    let found = try store.verify().findings.map(\.text)
    #expect(found.contains { $0.contains("guide") }, "\(found)")
    try store.rebuild()
    #expect(try store.verify().findings == [])
  }

  @Test func `they go with their run`() throws {
    try store.deleteRun(run, reason: "a test")
    #expect(try rows() == [])
    #expect(try store.verify().findings == [])
  }
}
