import EventLog
import KPIs
import ResultsStore

/// Made-up scenarios, runs and results. Everything follows from its arguments, in every process.
enum Samples {
  static let layout = RunLayout(
    queues: ["routine", "clinical"], teams: ["nurses", "front desk"], activities: ["lunch", "sick"])

  static let scenario = StoredScenario(
    fingerprint: String(repeating: "0f", count: 32), name: "clinic", fileName: "clinic.yaml",
    source: "calls: 100 # a day\n", expanded: "demand:\n  volume: 100\n",
    dataFiles: [.init(name: "arrivals.csv", content: Array("interval,calls\n1,2\n".utf8))])

  static func request(
    name: String? = nil, seed: UInt64 = 1, replications: Int = 3, layout: RunLayout = layout
  ) -> RunRequest {
    RunRequest(
      scenario: scenario.fingerprint, name: name, overrides: [ScenarioOverride(key: "demand.volume", value: "120")],
      seed: seed, replications: replications, keptLogs: 2, engineVersion: "0.1.0",
      serviceLevelDefinition: "offered", layout: layout)
  }

  static let point = PointKey(
    scenario: scenario.fingerprint, people: "two nurses more", seed: .max, engineVersion: "0.1.0")

  /// A result whose numbers use all 64 bits, so that nothing can be lost on the way unnoticed.
  static func result(_ index: Int, days: Int = 1, layout: RunLayout = layout) -> ReplicationResult {
    var numbers = SampleNumbers(seed: UInt64(index) &* 1_000_003 &+ 7)
    func next() -> Int64 { Int64(bitPattern: numbers.next()) }
    let sums = (0..<days).map { _ in
      var day = DaySums(
        queueCount: layout.queues.count, teamCount: layout.teams.count, activityCount: layout.activities.count)
      for queue in day.queues.indices { day.queues[queue] = contacts(next) }
      (day.agents, day.peak, day.peakLength) = (agents(next), agents(next), next())
      for team in day.teams.indices { day.teams[team].time.scheduled = next() }
      for activity in day.timeByActivity.indices { day.timeByActivity[activity] = next() }
      fillLaterSums(of: &day, seed: UInt64(index))
      return day
    }
    let log = log(index)
    return ReplicationResult(
      index: index, days: sums, digest: log.withUnsafeBufferPointer { digest(of: $0) }, eventCount: log.count)
  }

  /// Sums that version 5 did not know, from numbers of their own: the others are those of its fixture.
  private static func fillLaterSums(of day: inout DaySums, seed: UInt64) {
    var numbers = SampleNumbers(seed: seed &+ 99)
    func next() -> Int64 { Int64(bitPattern: numbers.next()) }
    for team in day.teams.indices {
      (day.teams[team].time.present, day.teams[team].time.busy) = (next(), next())
      (day.teams[team].time.overtime, day.teams[team].answered) = (next(), next())
    }
    for queue in day.queues.indices {
      (day.queues[queue].blocked, day.queues[queue].redials, day.queues[queue].resolved) = (next(), next(), next())
    }
  }

  /// Up to 400 arrivals; some replications have none.
  static func log(_ index: Int) -> [EventRecord] {
    (0..<index % 5 * 100).map { position in
      EventRecord(kind: .contactArrived, time: Int64(position * 1_000 + index), contact: UInt64(position) + 1)
    }
  }

  private static func digest(of records: UnsafeBufferPointer<EventRecord>) -> StreamDigest.Value {
    var digest = StreamDigest()
    digest.absorb(records)
    return digest.value
  }

  /// With a log in segments of a hundred events if it is kept.
  static func replication(_ index: Int, days: Int = 1, keepsLog: Bool = false) -> RecordedReplication {
    let result = result(index, days: days)
    return RecordedReplication(result: result, segments: keepsLog ? segments(of: result) : nil)
  }

  static func segments(of result: ReplicationResult) -> [LogSegment] {
    let log = log(result.index)
    return log.withUnsafeBufferPointer { records in
      stride(from: 0, to: records.count, by: 100).flatMap { first in
        var writer = SegmentWriter()
        writer.append(UnsafeBufferPointer(rebasing: records[first..<first + 100]))
        return writer.finish().map { segment in
          var segment = segment
          segment.firstPosition += first
          return segment
        }
      }
    }
  }

  private static func contacts(_ next: () -> Int64) -> ContactSums {
    var sums = ContactSums()
    (sums.offered, sums.answered, sums.answeredInTime) = (next(), next(), next())
    (sums.abandoned, sums.abandonedInTime, sums.disconnected) = (next(), next(), next())
    (sums.waitAnswered, sums.waitLost, sums.completed) = (next(), next(), next())
    (sums.talk, sums.wrapUp) = (next(), next())
    return sums
  }

  private static func agents(_ next: () -> Int64) -> AgentSums {
    var sums = AgentSums()
    (sums.scheduled, sums.present, sums.busy, sums.overtime) = (next(), next(), next(), next())
    return sums
  }
}

extension ResultsStore {
  /// Begins a run of the sample scenario, which is registered if need be.
  func beginSampleRun(name: String? = nil, replications: Int = 3) throws -> RunID {
    try registerScenario(Samples.scenario)
    return try beginRun(Samples.request(name: name, replications: replications))
  }

  /// A complete run, the first log kept.
  @discardableResult
  func addSampleRun(name: String? = nil, replications: Int = 3) throws -> RunID {
    let run = try beginSampleRun(name: name, replications: replications)
    try record((0..<replications).map { Samples.replication($0, keepsLog: $0 == 1) }, of: run)
    try completeRun(run, digest: ReplicationResult.digest(of: (0..<replications).map { Samples.result($0) }))
    return run
  }
}
