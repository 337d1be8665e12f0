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

/// Times the ordinary engine on a scenario file: `SpeedBench FILE REPLICATIONS [bare|log|digest|keep] [OPTION]...`.
///
/// One thread, CPU time, one line of JSON: what a call costs with its events written (`bare`), folded into the KPIs
/// (`log`), digested too (`digest`), or coded for keeping (`keep`). Options: `--step-by-step` keeps the simulator from the
/// quick way that plans of one line allow; `--buffer N` reuses a buffer of N events instead of 4,096; `--set KEY=VALUE`
/// changes the scenario.
@main enum SpeedBench {
  static func main() throws {
    guard let request = Request(CommandLine.arguments.dropFirst().map { $0 }) else {
      print(
        "usage: SpeedBench FILE REPLICATIONS [bare|log|digest|keep] [--step-by-step] [--buffer N] [--set KEY=VALUE]")
      exit(2)
    }
    let scenario = try ScenarioReader().read(file: request.file, overrides: request.overrides).scenario
    let plan = try PlanBuilder.build(scenario).plan
    var bench = try Bench(scenario: scenario, plan: plan, request)
    for index in 0..<request.replications { bench.run(index) }
    print(bench.report)
  }
}

enum Work: String {
  case bare, log, digest, keep
}

struct Request {
  var file: String
  var replications: Int
  var work = Work.log
  var stepByStep = false
  var bufferCapacity = 4_096
  var overrides: [String] = []

  /// nil where the words make no sense.
  init?(_ arguments: [String]) {
    guard arguments.count >= 2, let count = Int(arguments[1]), count > 0 else { return nil }
    (file, replications) = (arguments[0], count)
    var rest = arguments.dropFirst(2)
    while let word = rest.popFirst() {
      if let work = Work(rawValue: word) {
        self.work = work
      } else if word == "--step-by-step" {
        stepByStep = true
      } else if word == "--buffer", let capacity = rest.popFirst().flatMap({ Int($0) }), capacity > 0 {
        bufferCapacity = capacity
      } else if word == "--set", let change = rest.popFirst() {
        overrides.append(change)
      } else {
        return nil
      }
    }
  }
}

struct Bench: ~Copyable {
  let scenario: Scenario
  let plan: SimulationPlan
  let work: Work
  var simulator: Simulator
  var fold: IntervalFold
  var buffer: EventBuffer
  var writer = SegmentWriter()
  var contacts = ContactSums()
  var agents = AgentSums()
  var run = StreamDigest()
  var eventCount = 0
  /// Contacts, where no fold counts them: the greatest number that an event of each replication bears.
  var contactCount: Int64 = 0
  var keptBytes = 0
  let start = cpuSeconds()

  init(scenario: Scenario, plan: SimulationPlan, _ request: Request) throws {
    self.scenario = scenario
    self.plan = plan
    work = request.work
    buffer = EventBuffer(capacity: request.bufferCapacity)
    simulator = try Simulator(plan: plan, stepByStep: request.stepByStep)
    fold = IntervalFold(FoldParameters(plan: plan, acceptableWaits: scenario.queues.map(\.acceptableWait)))
  }

  mutating func run(_ index: Int) {
    var digest = StreamDigest()
    simulator.start(seed: scenario.run.seed, replication: index)
    fold.reset()
    var (goesOn, lastContact) = (true, Int64(0))
    while goesOn {
      buffer.removeAll()
      goesOn = simulator.advance(into: &buffer)
      eventCount += buffer.count
      buffer.withRecords { records in
        if work == .bare {
          // The last arrival is near the end of a buffer, except when all have come.
          let end = goesOn ? records.suffix(64) : records[...]
          for record in end { lastContact = max(lastContact, Int64(record.contact)) }
        } else {
          fold.apply(records)
        }
        if work == .digest { digest.absorb(records) }
        if work == .keep { writer.append(records) }
      }
    }
    contactCount += lastContact
    keptBytes += writer.finish().reduce(0) { $0 + $1.bytes.count }
    run.absorb(digest.value)
    for day in fold.daySums() {
      contacts += day.contacts
      agents += day.agents
    }
  }

  var report: String {
    let seconds = cpuSeconds() - start
    let calls = work == .bare ? contactCount : contacts.offered
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
