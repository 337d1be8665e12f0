import KPIs
import StoreTesting
import Testing

@testable import ResultsStore

/// Points of sweeps, tornados and searches: what is kept of them is found again, and nothing else is.
struct PointTests {
  let folder: TemporaryFolder
  let store: ResultsStore

  init() throws {
    folder = try TemporaryFolder()
    store = try ResultsStore(path: folder.file())
  }

  @Test func `replications of a point are found again from the first on, up to the first gap`() throws {
    #expect(try store.pointResults(Samples.point, limit: 9) == [])
    try store.recordPoint(Samples.point, [])
    try store.recordPoint(Samples.point, [Samples.result(3, days: 2)])
    #expect(try store.pointResults(Samples.point, limit: 9) == [])
    try store.recordPoint(Samples.point, (0..<2).map { Samples.result($0, days: 2) })
    // Another process was a little later, and did the same work.
    try store.recordPoint(Samples.point, (0..<3).map { Samples.result($0, days: 2) })
    let expected = (0..<4).map { Samples.result($0, days: 2) }
    #expect(try store.pointResults(Samples.point, limit: 9) == expected)
    #expect(try store.pointResults(Samples.point, limit: 2) == Array(expected.prefix(2)))
    #expect(try store.verify().findings == [])
  }

  @Test func `another scenario, other people, another seed, engine or fold is another point`() throws {
    try store.recordPoint(Samples.point, [Samples.result(0)])
    var others = Array(repeating: Samples.point, count: 5)
    others[0].scenario = String(repeating: "1e", count: 32)
    others[1].people = ""
    others[2].seed = 1
    others[3].engineVersion = "0.2.0"
    others[4].fingerprint += 1
    for other in others { #expect(try store.pointResults(other, limit: 1) == [], "\(other)") }
    #expect(try store.pointResults(Samples.point, limit: 1).count == 1)
  }

  @Test func `a point is known by what its first replication comes to, so that no other build's sums are taken`() throws
  {
    let first = Samples.result(0, days: 2)
    let fingerprint = PointKey.fingerprint(of: first)
    #expect(fingerprint > 0 && fingerprint == PointKey.fingerprint(of: Samples.result(0, days: 2)))
    var others = Array(repeating: first, count: 4)
    others[0].days[1].queues[0].offered += 1
    others[1].days[0].queues[0].outcomes.checks += 1
    others[2].digest = Samples.result(1).digest
    others[3].eventCount += 1
    #expect(Set(others.map(PointKey.fingerprint) + [fingerprint]).count == 5)
    var key = Samples.point
    key.fingerprint = fingerprint
    #expect(try !store.hasPoint(key))
    try store.recordPoint(key, [first])
    key.fingerprint = PointKey.fingerprint(of: others[1])
    #expect(try store.hasPoint(key) && store.pointResults(key, limit: 1) == [])
  }

  @Test func `retention takes the points that are too old, their payloads too, and a rebuild gives the same`() throws {
    try store.recordPoint(Samples.point, [Samples.result(0)])
    let entry = try store.head().entries
    let raw = try RawDatabase(folder.file())
    #expect(raw.refusal(of: "DELETE FROM payload WHERE entry = \(entry)") == "payload is append-only")
    try store.applyRetention(years: 7)
    #expect(try store.pointResults(Samples.point, limit: 1).count == 1)
    // A second later it is older than no time at all.
    while try raw.rows("SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now') > max(recorded_at) FROM point") == [["0"]] {}
    try store.applyRetention(years: 0)
    try store.recordPoint(Samples.point, [Samples.result(0), Samples.result(1)])
    #expect(try store.pointResults(Samples.point, limit: 9).count == 2)
    #expect(try raw.rows("SELECT 1 FROM payload WHERE entry = \(entry)") == [])
    #expect(try raw.rows("SELECT number FROM removed_point") == [["\(entry)"]])
    #expect(try store.verify().findings == [])
    let before = try raw.rows("SELECT * FROM point") + raw.rows("SELECT * FROM removed_point")
    try store.rebuild()
    #expect(try raw.rows("SELECT * FROM point") + raw.rows("SELECT * FROM removed_point") == before)
    #expect(try store.verify().findings == [])
  }

  @Test func `a payload that was taken from a point that still counts is missed`() throws {
    try store.recordPoint(Samples.point, [Samples.result(0)])
    let raw = try RawDatabase(folder.file())
    try raw.execute("INSERT INTO removed_point VALUES (1, 1); DELETE FROM payload WHERE entry = 1")
    let findings = try store.verify().findings.map(\.text)
    #expect(findings.contains("entry 1 of the ledger: its payload is missing"))
    #expect(throws: StoreError.self) { try store.pointResults(Samples.point, limit: 1) }
  }

  @Test func `a run has as many replications as its figures have decided`() throws {
    let run = try store.beginSampleRun(name: "auto", replications: 3)
    try store.record((0..<2).map { Samples.replication($0) }, of: run)
    try store.settleRun(run, replications: 2)
    #expect(try store.missingReplications(of: run) == [])
    try store.completeRun(run, digest: ReplicationResult.digest(of: (0..<2).map { Samples.result($0) }))
    #expect(try store.run(matching: "auto").replications == 2)
    #expect(throws: StoreError.self) { try store.settleRun(run, replications: 1) }
    #expect(try store.verify().findings == [])
  }
}
