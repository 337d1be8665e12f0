import ContactCenter
import EventLog
import Experiments
import KPIs
import ResultsStore
import ScenarioFiles
import Simulation
import Workforce

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What keeping whole logs costs, and reading them again: `StoreBench FILE REPLICATIONS FOLDER [WORK...]`.
///
/// The logs are simulated first and lie in memory; only what comes after is timed. CPU time of one thread, one line of
/// JSON, nanoseconds a call: coding (`code`), coding, writing into a store and closing it (`keep`), reading the store and
/// decoding (`read`), that and folding the KPIs and digesting (`replay`), that and holding each event against the plan, as
/// the command `replay` does (`prove`); milliseconds to find one call's events (`call`). Without WORK all of them; what is
/// read is kept first in any case.
@main enum StoreBench {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 4, let replications = Int(arguments[2]), replications > 0,
      arguments.dropFirst(4).allSatisfy({ Work(rawValue: $0) != nil })
    else {
      print("usage: StoreBench FILE REPLICATIONS FOLDER [\(Work.allCases.map(\.rawValue).joined(separator: "|"))]...")
      exit(2)
    }
    let asked = arguments.dropFirst(4).compactMap { Work(rawValue: $0) }
    let works = Set(asked.isEmpty ? Work.allCases : asked)
    let scenario = try ScenarioReader().read(file: arguments[1]).scenario
    let plan = try PlanBuilder.build(scenario).plan
    let logs = try Logs(plan: plan, seed: scenario.run.seed, replications: replications)
    var bench = StoreBenchRun(
      plan: plan, waits: scenario.queues.map(\.acceptableWait), seed: scenario.run.seed, logs: logs,
      path: arguments[3] + "/bench.db")
    print(try bench.report(of: works))
  }
}

enum Work: String, CaseIterable {
  /// Nothing but the logs themselves.
  case none
  case code, keep, read, replay, prove, call
}

/// The records of every replication, and what they come to.
struct Logs {
  var records: [[EventRecord]] = []
  var results: [ReplicationResult] = []
  var calls = 0

  init(plan: SimulationPlan, seed: UInt64, replications: Int) throws {
    var simulator = try Simulator(plan: plan)
    var buffer = EventBuffer()
    for index in 0..<replications {
      var (log, digest) = ([EventRecord](), StreamDigest())
      simulator.start(seed: seed, replication: index)
      var goesOn = true
      while goesOn {
        buffer.removeAll()
        goesOn = simulator.advance(into: &buffer)
        buffer.withRecords { records in
          digest.absorb(records)
          log.append(contentsOf: records)
        }
      }
      calls += log.count { $0.kindCode == EventKind.contactArrived.rawValue }
      results.append(ReplicationResult(index: index, days: [], digest: digest.value, eventCount: log.count))
      records.append(log)
    }
  }
}

struct StoreBenchRun {
  var plan: SimulationPlan
  var waits: [TimeSpan]
  var seed: UInt64
  var logs: Logs
  var path: String
  var bytes = 0

  mutating func report(of works: Set<Work>) throws -> String {
    var fields = [("calls", "\(logs.calls)"), ("events", "\(logs.records.reduce(0) { $0 + $1.count })")]
    func add(_ work: Work, _ unit: String, _ scale: Double, _ body: () throws -> Void) rethrows {
      if works.contains(work) { fields.append(("\(work)_\(unit)", rounded(try timed(body) * scale))) }
    }
    let perCall = 1e9 / Double(logs.calls)
    add(.code, "ns", perCall) {
      bytes = coded().flatMap { $0.segments ?? [] }.reduce(0) { $0 + $1.bytes.count }
    }
    if bytes > 0 { fields.append(("bytes_per_call", rounded(Double(bytes) / Double(logs.calls)))) }
    if works.isSubset(of: [.none, .code]) { return text(fields) }
    var store: ResultsStore? = try ResultsStore(path: path)
    let run = try begin(in: store!)
    let keeping = try timed {
      try keep(run, in: store!)
      store = nil
    }
    if works.contains(.keep) { fields.append(("keep_ns", rounded(keeping * perCall))) }
    let kept = try ResultsStore.open(path, readOnly: true)
    try add(.read, "ns", perCall) { try read(run, in: kept, folds: false) }
    try add(.replay, "ns", perCall) { try read(run, in: kept, folds: true) }
    try add(.prove, "ns", perCall) { try prove(run, in: kept) }
    try add(.call, "ms", 1e3) { try findCall(run, in: kept) }
    return text(fields)
  }

  private func begin(in store: ResultsStore) throws -> RunID {
    let scenario = StoredScenario(
      fingerprint: String(repeating: "0f", count: 32), name: "", fileName: "", source: "", expanded: "")
    try store.registerScenario(scenario)
    return try store.beginRun(
      RunRequest(
        scenario: scenario.fingerprint, seed: 1, replications: logs.records.count, engineVersion: "",
        serviceLevelDefinition: "offered", layout: RunLayout(queues: [], teams: [], activities: [])))
  }

  private func coded() -> [RecordedReplication] {
    var writer = SegmentWriter()
    return zip(logs.records, logs.results).map { log, result in
      log.withUnsafeBufferPointer { writer.append($0) }
      return RecordedReplication(result: result, segments: writer.finish())
    }
  }

  /// As the command does: batches of some 30,000 contacts.
  private func keep(_ run: RunID, in store: ResultsStore) throws {
    var writer = SegmentWriter()
    let size = max(1, 30_000 * logs.records.count / logs.calls)
    for start in stride(from: 0, to: logs.records.count, by: size) {
      let batch = (start..<min(start + size, logs.records.count)).map { index in
        logs.records[index].withUnsafeBufferPointer { writer.append($0) }
        return RecordedReplication(result: logs.results[index], segments: writer.finish())
      }
      try store.record(batch, of: run)
    }
  }

  private func read(_ run: RunID, in store: ResultsStore, folds: Bool) throws {
    var reader = SegmentReader()
    var fold = IntervalFold(FoldParameters(plan: plan, acceptableWaits: waits))
    try store.forEachLog(of: run) { replication, segments in
      var digest = StreamDigest()
      fold.reset()
      for segment in segments {
        try reader.read(segment) { records in
          guard folds else { return }
          fold.apply(records)
          digest.absorb(records)
        }
      }
      if folds { expect(digest.value, of: replication) }
    }
  }

  private func prove(_ run: RunID, in store: ResultsStore) throws {
    let replay = LogReplay(plan: plan, acceptableWaits: waits, seed: seed)
    try store.forEachLog(of: run) { replication, segments in
      expect(try replay.result(of: segments, replication: replication).digest, of: replication)
    }
  }

  private func expect(_ digest: StreamDigest.Value, of replication: Int) {
    if digest != logs.results[replication].digest {
      fatalError("the log that was read is not the one that was written")
    }
  }

  private func findCall(_ run: RunID, in store: ResultsStore) throws {
    let wanted = UInt32(max(1, logs.calls / logs.records.count / 2))
    var reader = SegmentReader()
    var found = 0
    try store.forEachSegment(of: run, replication: 0, contact: wanted) { segment in
      try reader.read(segment) { records in found += records.count { $0.contact == wanted } }
    }
    if found < 2 { fatalError("call \(wanted) was not found") }
  }

  private func text(_ fields: [(String, String)]) -> String {
    "{" + fields.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}"
  }

  private func rounded(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
}

func timed(_ body: () throws -> Void) rethrows -> Double {
  let start = cpuSeconds()
  try body()
  return cpuSeconds() - start
}

/// CPU time of this process.
func cpuSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}
