internal import ArgumentParser
internal import Experiments
internal import KPIs

/// How a scenario and its variants are simulated, and where what is done is kept.
struct VariationOptions: ParsableArguments {
  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("Another value of the base, as simulate takes it. Repeatable.", valueName: "key=value"))
  var overrides: [String] = []
  @Option(help: ArgumentHelp("Repetitions of each (default: the scenario's).", valueName: "n"))
  var replications: Int?
  @Option(help: ArgumentHelp("Equal seeds give equal days (default: the scenario's).", valueName: "n"))
  var seed: UInt64?
  @Option(
    help: ArgumentHelp("Replications at a time (default: all processors); results do not depend on it.", valueName: "n")
  )
  var threads: Int?
  @Option(
    name: .customLong("time-limit"),
    help: ArgumentHelp(
      "Stop after so long with what is done: 90s, 10m, 2h; 0s takes what is stored.", valueName: "time"))
  var timeLimit: TimeLimit?
  @OptionGroup var store: StoreOptions
  @Flag(name: .customLong("no-store"), help: "Keep nothing: what is stopped begins anew.")
  var keepsNothing = false

  var database: String? { keepsNothing ? nil : store.path }

  func validate() throws {
    if let threads, !(1...1_024).contains(threads) { throw ValidationError("--threads is 1 to 1024, not \(threads)") }
    if let replications, !(2...1_000_000).contains(replications) {
      throw ValidationError("--replications is 2 to 1000000, not \(replications)")
    }
  }

  var values: SimulationOptions.Values {
    SimulationOptions.Values(
      overrides: overrides, replications: replications.map { .fixed($0) }, cap: SequentialRule.usualCap,
      stop: SequentialStop(),
      deadline: timeLimit?.deadline, seed: seed, threads: threads ?? Environment.processorCount, name: nil,
      keptLogs: .none)
  }
}
