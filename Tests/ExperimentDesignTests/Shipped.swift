import BusyHourTesting
import ContactCenter
import Experiments
import KPIs
import ScenarioFiles
import Workforce

/// The scenarios of this repository, as plans and as figures.
enum Shipped {
  static let names = ["smallest", "careconnect", "clinic", "anonymous-bank"]

  static func scenario(_ name: String, _ overrides: [String] = []) throws -> Scenario {
    try ScenarioReader().read(file: "\(TextFile.root())/scenarios/\(name).yaml", overrides: overrides).scenario
  }

  static func samples(
    _ scenario: Scenario, plan: SimulationPlan? = nil, replications: Range<Int>, seed: UInt64 = 1
  ) async throws -> RunSamples {
    let plan = try plan ?? PlanBuilder.build(scenario).plan
    var samples = RunSamples(
      context: ScoringContext(scenario: scenario), targets: scenario.targets, daysPerReplication: scenario.days.count)
    let experiment = Experiment(
      plan: plan, acceptableWaits: scenario.queues.map(\.acceptableWait), seed: seed, replications: replications)
    try await ReplicationRunner.run(experiment, threads: 2) { replications in
      for replication in replications { samples.append(replication.result.days, of: replication.result.index) }
    }
    return samples
  }
}
