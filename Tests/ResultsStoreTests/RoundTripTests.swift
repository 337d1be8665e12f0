import EventLog
import KPIs
import ResultsStore
import Testing

struct RoundTripTests {
  let folder: TemporaryFolder
  let store: ResultsStore

  init() throws {
    folder = try TemporaryFolder()
    store = try ResultsStore(path: folder.file())
  }

  @Test func `results come back bit for bit, in order of their index`() throws {
    var numbers = SampleNumbers(seed: 5)
    for days in [0, 1, 7] {
      let run = try store.beginSampleRun(replications: 20)
      let indices = Array(0..<20).shuffled(using: &numbers)
      for batch in [indices.prefix(3), indices[3..<4], indices[4...]] {
        try store.record(batch.map { Samples.replication($0, days: days) }, of: run)
      }
      #expect(try store.results(of: run) == (0..<20).map { Samples.result($0, days: days) }, "\(days) days")
    }
  }

  @Test func `a layout without queues, teams and activities is a layout`() throws {
    let empty = RunLayout(queues: [], teams: [], activities: [])
    try store.registerScenario(Samples.scenario)
    let run = try store.beginRun(Samples.request(layout: empty))
    let result = Samples.result(0, days: 2, layout: empty)
    try store.record([RecordedReplication(result: result)], of: run)
    #expect(try store.results(of: run) == [result])
    #expect(try store.layout(of: run) == empty)
  }

  @Test func `everything is there when the file is opened again`() throws {
    let path = folder.file("again.db")
    let run = try ResultsStore(path: path).addSampleRun(name: "base")
    for readOnly in [true, false] {
      let again = try ResultsStore.open(path, readOnly: readOnly)
      #expect(try again.results(of: run) == (0..<3).map { Samples.result($0) }, "read-only \(readOnly)")
      #expect(try again.scenario(fingerprint: Samples.scenario.fingerprint) == Samples.scenario)
      #expect(try again.segments(of: run, replication: 1) == Samples.segments(of: Samples.result(1)))
      #expect(try again.layout(of: run) == Samples.layout)
      #expect(try again.run(matching: "base").state == .complete)
    }
  }

  @Test func `a run's record says what was asked for`() throws {
    try store.registerScenario(Samples.scenario)
    let request = Samples.request(name: "Grüße 'und' \"mehr\"; DROP TABLE run", seed: .max, replications: 9)
    let run = try store.beginRun(request)
    let record = try store.run(matching: run.description)
    #expect(record.id == run)
    #expect(record.name == request.name)
    #expect(record.seed == .max)
    #expect(record.replications == 9)
    #expect(record.overrides == request.overrides)
    #expect(record.scenario == Samples.scenario.fingerprint)
    #expect(record.scenarioName == "clinic")
    #expect(record.engineVersion == "0.1.0")
    #expect(record.keptLogs == 2 && record.serviceLevelDefinition == "offered" && !record.createdBy.isEmpty)
    #expect(record.state == .running)
    #expect(record.digest == nil)
    #expect(record.createdAt.wholeMatch(of: /20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil, "\(record.createdAt)")
  }

  @Test func `texts and bytes of every kind survive`() throws {
    var scenario = Samples.scenario
    scenario.source = "# \u{0}zero, ünïcode, 😀\r\n\ttab"
    scenario.expanded = ""
    scenario.dataFiles = [
      .init(name: "all", content: Array(0...255)), .init(name: "none", content: []),
    ]
    try store.registerScenario(scenario)
    #expect(try store.scenario(fingerprint: scenario.fingerprint) == scenario)
  }

  @Test func `a scenario that is registered again is kept as it was`() throws {
    var other = Samples.scenario
    other.source += "# another comment\n"
    try store.registerScenario(Samples.scenario)
    try store.registerScenario(other)
    #expect(try store.scenario(fingerprint: other.fingerprint) == Samples.scenario)
  }

  @Test func `the folders of a scenario's file are not kept`() throws {
    let scenario = StoredScenario(
      fingerprint: Samples.scenario.fingerprint, name: "a", fileName: "somewhere/private/a.yaml", source: "",
      expanded: "")
    #expect(scenario.fileName == "a.yaml")
  }

  @Test func `logs come back segment by segment, and say when they were not kept`() throws {
    let run = try store.beginSampleRun(replications: 12)
    try store.record((0..<12).map { Samples.replication($0, keepsLog: $0 % 3 == 0) }, of: run)
    #expect(try store.keptReplications(of: run) == [0, 3, 6, 9])
    for replication in 0..<12 {
      if replication % 3 == 0 {
        let segments = Samples.segments(of: Samples.result(replication))
        #expect(try store.segments(of: run, replication: replication) == segments, "replication \(replication)")
      } else {
        let error = #expect(throws: StoreError.self) { try store.segments(of: run, replication: replication) }
        #expect(error?.kind == .logNotKept(replication: replication, run: run))
      }
    }
    let error = #expect(throws: StoreError.self) { try store.segments(of: run, replication: 12) }
    #expect(error?.kind == .noSuchReplication(12, run: run))
  }

  @Test func `all logs of a run come in one walk, each whole and apart from its neighbours`() throws {
    let run = try store.beginSampleRun(replications: 12)
    let other = try store.beginSampleRun(replications: 12)
    for target in [run, other] {
      try store.record((0..<12).map { Samples.replication($0, keepsLog: $0 % 3 != 1) }, of: target)
    }
    func logs(in range: Range<Int>) throws -> [Int: [LogSegment]] {
      var (logs, order) = ([Int: [LogSegment]](), [Int]())
      try store.forEachLog(of: run, in: range) { replication, segments in
        order.append(replication)
        logs[replication] = segments
      }
      #expect(order == order.sorted() && order.count == logs.count)
      return logs
    }
    func expected(_ replications: [Int]) -> [Int: [LogSegment]] {
      Dictionary(uniqueKeysWithValues: replications.map { ($0, Samples.segments(of: Samples.result($0))) })
    }
    // The logs of 0 and 5 are empty, those of the others have up to four segments.
    #expect(try logs(in: 0..<Int.max) == expected([0, 2, 3, 5, 6, 8, 9, 11]))
    #expect(try logs(in: 5..<9) == expected([5, 6, 8]))
    #expect(try logs(in: 4..<5).isEmpty)
  }
}
