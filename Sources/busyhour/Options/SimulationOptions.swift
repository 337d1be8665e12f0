internal import ArgumentParser
internal import Experiments
internal import KPIs

/// How a scenario is run.
struct SimulationOptions: ParsableArguments {
  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Another value, or a change of it: calls=1200/day, handle=+10%. Repeatable.", valueName: "key=value"))
  var overrides: [String] = []
  @Option(
    help: ArgumentHelp(
      "Independent repetitions (default: the scenario's); auto: until every target is settled.", valueName: "n|auto"))
  var replications: ReplicationCount?
  @Option(
    name: .customLong("max-replications"),
    help: ArgumentHelp("Where auto stops undecided, at most 98113 (default: 20000).", valueName: "n"))
  var cap: Int?
  @Option(
    name: .customLong("half-width"),
    help: ArgumentHelp("Narrow enough for auto: service_level=0.5%, asa_s=1. Repeatable.", valueName: "kpi=width"))
  var halfWidths: [HalfWidth] = []
  @Option(help: ArgumentHelp("Of the verdicts of auto, percent, 50 to 99.9 (default: 95).", valueName: "percent"))
  var confidence: Double?
  @Option(
    name: .customLong("time-limit"),
    help: ArgumentHelp("Stop after so long with what is done: 90s, 10m, 2h.", valueName: "time"))
  var timeLimit: TimeLimit?
  @Option(help: ArgumentHelp("Equal seeds give equal days (default: the scenario's).", valueName: "n"))
  var seed: UInt64?
  @Option(
    help: ArgumentHelp("Replications at a time (default: all processors); results do not depend on it.", valueName: "n")
  )
  var threads: Int?
  @Option(help: ArgumentHelp("Name of the run, to find it again.", valueName: "name"))
  var name: String?
  @Option(
    name: .customLong("keep-log"),
    help: ArgumentHelp("Whole event logs to keep: none, first, all, or a number.", valueName: "none|first|all|n"))
  var keptLogs = KeptLogs.first(10)

  var threadCount: Int { threads ?? Environment.processorCount }

  func validate() throws {
    if let threads, !(1...1_024).contains(threads) { throw ValidationError("--threads is 1 to 1024, not \(threads)") }
    if case .fixed(let count)? = replications, !(1...1_000_000).contains(count) {
      throw ValidationError("--replications is 1 to 1000000 or auto, not \(count)")
    }
    let last = SequentialRule.looks[SequentialRule.looks.count - 1]
    if let cap, !(SequentialRule.firstLook...last).contains(cap) {
      throw ValidationError("--max-replications is \(SequentialRule.firstLook) to \(last), not \(cap)")
    }
    if let confidence, !(50...99.9).contains(confidence) {
      throw ValidationError("--confidence is 50 to 99.9, not \(confidence)")
    }
    if replications != .auto, cap != nil || !halfWidths.isEmpty || confidence != nil {
      throw ValidationError("--max-replications, --half-width and --confidence belong to --replications auto")
    }
  }
}

/// How many whole logs are kept.
enum KeptLogs: ExpressibleByArgument {
  case none
  case first(Int)
  case all

  init?(argument: String) {
    switch argument {
    case "all": self = .all
    case "none": self = .none
    case "first": self = .first(1)
    default:
      guard let count = Int(argument), count >= 0 else { return nil }
      self = .first(count)
    }
  }

  var defaultValueDescription: String {
    if case .first(let count) = self { "\(count)" } else { "\(self)" }
  }

  var retention: Experiment.LogRetention {
    switch self {
    case .none: .none
    case .first(let count): .first(count)
    case .all: .all
    }
  }
}

extension SimulationOptions {
  /// The options as plain values, which a task can take along.
  struct Values: Sendable {
    var overrides: [String]
    var replications: ReplicationCount?
    var cap: Int
    /// When `auto` has seen enough.
    var stop: SequentialStop
    /// When the time that was granted is over.
    var deadline: ContinuousClock.Instant?
    var seed: UInt64?
    var threads: Int
    var name: String?
    var keptLogs: Experiment.LogRetention

    /// Without what a run in the store can no longer follow.
    var forStoredRuns: Values {
      var values = self
      (values.overrides, values.replications, values.seed, values.name) = ([], nil, nil, nil)
      return values
    }

    /// An option that a run in the store can no longer follow.
    var firstThatSimulates: String? {
      let given = [
        ("--set", !overrides.isEmpty), ("--replications", replications != nil), ("--seed", seed != nil),
        ("--name", name != nil),
      ]
      return given.first { $0.1 }?.0
    }
  }

  var values: Values {
    Values(
      overrides: overrides, replications: replications, cap: cap ?? SequentialRule.usualCap,
      stop: SequentialStop(
        rule: confidence.map { SequentialRule(confidence: $0 / 100) } ?? .init(), halfWidths: halfWidths),
      deadline: timeLimit?.deadline, seed: seed, threads: threadCount, name: name,
      keptLogs: keptLogs.retention)
  }
}

extension Experiment.LogRetention {
  /// The same as a number of first replications; nil for all.
  func count(of replications: Int) -> Int? {
    switch self {
    case .none: 0
    case .first(let count): min(count, replications)
    case .all: nil
    }
  }

  init(count: Int?) { self = count.map { .first($0) } ?? .all }
}
