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

/// What keeping whole logs costs, and reading them again: `StoreBench FILE REPLICATIONS FOLDER`.
///
/// The logs are simulated first and lie in memory; only what comes after is timed. CPU time of one thread, one line of
/// JSON, nanoseconds a call: coding (`code`), coding and writing into a store (`keep`), reading the store and decoding
/// (`read`), that and folding the KPIs and digesting (`replay`); milliseconds to find one call's events (`call`).
@main enum StoreBench {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let replications = Int(arguments[2]), replications > 0 else {
      print("usage: StoreBench FILE REPLICATIONS FOLDER")
      exit(2)
    }
    let scenario = try ScenarioReader().read(file: arguments[1]).scenario
    let plan = try PlanBuilder.build(scenario).plan
    let logs = try Logs(plan: plan, seed: scenario.run.seed, replications: replications)
    var bench = StoreBenchRun(
      plan: plan, waits: scenario.queues.map(\.acceptableWait), logs: logs, path: arguments[3] + "/bench.db")
    print(try bench.report())
  }
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
  var logs: Logs
  var path: String
  var bytes = 0

  mutating func report() throws -> String {
    let code = timed { bytes = coded().reduce(0) { $0 + ($1.segments ?? []).reduce(0) { $0 + $1.bytes.count } } }
    let store = try ResultsStore(path: path)
    let scenario = StoredScenario(
      fingerprint: String(repeating: "0f", count: 32), name: "", fileName: "", source: "", expanded: "")
    try store.registerScenario(scenario)
    let run = try store.beginRun(
      RunRequest(
        scenario: scenario.fingerprint, seed: 1, replications: logs.records.count, engineVersion: "",
        serviceLevelDefinition: "offered", layout: RunLayout(queues: [], teams: [], activities: [])))
    let keeping = try timed { try keep(run, in: store) }
    let reading = try timed { try read(run, in: store, folds: false) }
    let replay = try timed { try read(run, in: store, folds: true) }
    let call = try timed { try findCall(run, in: store) }
    let fields = [
      ("calls", "\(logs.calls)"), ("events", "\(logs.records.reduce(0) { $0 + $1.count })"),
      ("bytes_per_call", rounded(Double(bytes) / Double(logs.calls))), ("code_ns", perCall(code)),
      ("keep_ns", perCall(keeping)), ("read_ns", perCall(reading)), ("replay_ns", perCall(replay)),
      ("call_ms", rounded(call * 1e3)),
    ]
    return "{" + fields.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}"
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
    for result in logs.results {
      var digest = StreamDigest()
      fold.reset()
      try store.forEachSegment(of: run, replication: result.index) { segment in
        try reader.read(segment) { records in
          guard folds else { return }
          fold.apply(records)
          digest.absorb(records)
        }
      }
      if folds, digest.value != result.digest { fatalError("the log that was read is not the one that was written") }
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

  private func perCall(_ seconds: Double) -> String { rounded(seconds * 1e9 / Double(logs.calls)) }
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
