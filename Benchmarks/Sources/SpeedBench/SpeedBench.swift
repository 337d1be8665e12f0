import ContactCenter
import EventLog
import Experiments
import KPIs
import ScenarioFiles
import Simulation
import Workforce

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Times the ordinary engine on a scenario file: `SpeedBench FILE REPLICATIONS [bare|log|digest|keep]`.
///
/// One thread, CPU time, one line of JSON: what a call costs with its events written (`bare`), folded into the KPIs
/// (`log`), digested too (`digest`), or coded for keeping (`keep`).
@main enum SpeedBench {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3, let replications = Int(arguments[2]), replications > 0 else {
      print("usage: SpeedBench FILE REPLICATIONS [bare|log|digest|keep]")
      exit(2)
    }
    guard let work = Work(rawValue: arguments.count > 3 ? arguments[3] : "log") else {
      print("unknown work '\(arguments[3])'; known are bare, log, digest, keep")
      exit(2)
    }
    let scenario = try ScenarioReader().read(file: arguments[1]).scenario
    let plan = try PlanBuilder.build(scenario).plan
    var bench = try Bench(scenario: scenario, plan: plan, work: work)
    for index in 0..<replications { bench.run(index) }
    print(bench.report)
  }
}

enum Work: String {
  case bare, log, digest, keep
}

struct Bench: ~Copyable {
  let scenario: Scenario
  let plan: SimulationPlan
  let work: Work
  var simulator: Simulator
  var fold: IntervalFold
  var buffer = EventBuffer()
  var writer = SegmentWriter()
  var contacts = ContactSums()
  var agents = AgentSums()
  var run = StreamDigest()
  var eventCount = 0
  var keptBytes = 0
  let start = cpuSeconds()

  init(scenario: Scenario, plan: SimulationPlan, work: Work) throws {
    self.scenario = scenario
    self.plan = plan
    self.work = work
    simulator = try Simulator(plan: plan)
    fold = IntervalFold(FoldParameters(plan: plan, acceptableWaits: scenario.queues.map(\.acceptableWait)))
  }

  mutating func run(_ index: Int) {
    var digest = StreamDigest()
    simulator.start(seed: scenario.run.seed, replication: index)
    fold.reset()
    var goesOn = true
    while goesOn {
      buffer.removeAll()
      goesOn = simulator.advance(into: &buffer)
      eventCount += buffer.count
      buffer.withRecords { records in
        if work != .bare { fold.apply(records) }
        if work == .digest { digest.absorb(records) }
        if work == .keep { writer.append(records) }
      }
    }
    keptBytes += writer.finish().reduce(0) { $0 + $1.bytes.count }
    run.absorb(digest.value)
    for day in fold.daySums() {
      contacts += day.contacts
      agents += day.agents
    }
  }

  var report: String {
    let seconds = cpuSeconds() - start
    // Without a fold nobody counts the calls; every call has an arrival, and the plan says how many are expected.
    let calls = work == .bare ? Int64(Double(eventCount) / 3.05) : contacts.offered
    let fields = [
      ("calls", "\(calls)"), ("events", "\(eventCount)"), ("ns_per_call", rounded(seconds * 1e9 / Double(calls))),
      ("service_level", ratio(contacts.answeredInTime, contacts.offered)),
      ("asa_s", ratio(contacts.waitAnswered / 1_000, contacts.answered * 1_000)),
      ("abandonment", ratio(contacts.abandoned, contacts.offered)),
      ("occupancy", ratio(agents.busy, agents.present + agents.overtime)),
      ("kept_bytes_per_call", rounded(Double(keptBytes) / Double(calls))), ("digest", "\"\(run.value)\""),
    ]
    return "{" + fields.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}"
  }

  private func rounded(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
  private func ratio(_ part: Int64, _ whole: Int64) -> String {
    whole == 0 ? "null" : "\((Double(part) / Double(whole) * 1e5).rounded() / 1e5)"
  }
}

/// CPU time of this process.
func cpuSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}
