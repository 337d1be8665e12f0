internal import ArgumentParser
internal import Experiments

/// How a scenario is run.
struct SimulationOptions: ParsableArguments {
  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Another value, or a change of it: calls=1200/day, handle=+10%. Repeatable.", valueName: "key=value"))
  var overrides: [String] = []
  @Option(help: ArgumentHelp("Independent repetitions (default: the scenario's).", valueName: "n"))
  var replications: Int?
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
    if let replications, !(1...1_000_000).contains(replications) {
      throw ValidationError("--replications is 1 to 1000000, not \(replications)")
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
    var replications: Int?
    var seed: UInt64?
    var threads: Int
    var name: String?
    var keptLogs: Experiment.LogRetention

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
      overrides: overrides, replications: replications, seed: seed, threads: threadCount, name: name,
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
