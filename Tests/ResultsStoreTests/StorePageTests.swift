import KPIs
import ResultsStore
import StoreTesting
import Testing

/// The page `docs/store.md` tells the truth.
struct StorePageTests {
  let folder: TemporaryFolder
  let raw: RawDatabase
  let text: String

  init() throws {
    folder = try TemporaryFolder()
    text = try page("store.md")
    let store = try ResultsStore(path: folder.file())
    try store.registerScenario(Samples.scenario)
    let run = try store.beginRun(Samples.request(name: "base", replications: 2))
    try store.record((0..<2).map { RecordedReplication(result: Self.result($0)) }, of: run)
    raw = try RawDatabase(folder.file())
  }

  /// Plain numbers: 100 and 50 contacts a day, 8 hours on the phones of 10 paid.
  static func result(_ index: Int) -> ReplicationResult {
    var result = Samples.result(index)
    for (queue, offered) in [100, 50].enumerated() {
      var sums = ContactSums()
      (sums.offered, sums.answered, sums.answeredInTime) = (Int64(offered), Int64(offered) - 10, 40 - Int64(index) * 10)
      (sums.abandoned, sums.waitAnswered) = (10, (Int64(offered) - 10) * 20_000_000)
      result.days[0].queues[queue] = sums
    }
    let hour: Int64 = 3_600_000_000
    result.days[0].agents.scheduled = 10 * hour
    result.days[0].agents.present = 8 * hour
    result.days[0].agents.busy = 6 * hour
    return result
  }

  var queries: [String] {
    text.components(between: "```sql\n", and: "```")
  }

  @Test func `the queries of the page give what it says`() throws {
    let answers = try queries.map(raw.rows)
    #expect(
      answers == [
        [["base", "clinical", "0.7", "20.0", "0.2"], ["base", "routine", "0.35", "20.0", "0.1"]],
        [["1", "0", "150", "0.4"], ["0", "0", "150", "0.5333"]],
        [["base", "2", "0.75", "0.2"]],
      ])
  }

  @Test func `rare sums are found in SQL by their names, those that are zero are not`() throws {
    let store = try ResultsStore(path: folder.file("rare.db"))
    let run = try store.beginSampleRun()
    var result = Samples.result(0)
    result.days[0].queues[1] = ContactSums()
    (result.days[0].queues[1].selfServed, result.days[0].queues[1].outcomes.promoters) = (3, -1)
    result.days[0].teams[0].premium = 5
    try store.record([RecordedReplication(result: result)], of: run)
    let raw = try RawDatabase(folder.file("rare.db"))
    #expect(
      try raw.rows("SELECT queue, fate, contacts FROM run_fates WHERE queue = 'clinical' ORDER BY fate") == [
        ["clinical", "promoters", "-1"], ["clinical", "self_served", "3"],
      ])
    #expect(try raw.rows("SELECT day, team, name, value FROM team_fate") == [["0", "0", "premium_us", "5"]])
    #expect(try raw.rows("SELECT count(*) FROM contact_fate WHERE queue = 0") == [["3"]])
    #expect(try store.results(of: run) == [result])
  }

  @Test func `the page names every table and view`() throws {
    let names = try raw.rows(
      "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'")
    #expect(names.count == 35)
    for name in names.flatMap({ $0 }) { #expect(text.contains("`\(name)`"), "\(name)") }
  }
}

extension String {
  /// What stands between each pair of marks.
  fileprivate func components(between start: String, and end: String) -> [String] {
    var (found, rest) = ([String](), self[...])
    while let opening = rest.firstRange(of: start) {
      let inner = rest[opening.upperBound...]
      guard let closing = inner.firstRange(of: end) else { break }
      found.append(String(inner[..<closing.lowerBound]))
      rest = inner[closing.upperBound...]
    }
    return found
  }
}
