public import ContactCenter
public import KPIs

/// One of several experiments whose figures are laid side by side: its days are folded into samples as they come.
public struct ExperimentPoint: Sendable {
  public var experiment: Experiment
  /// Holds nothing yet, or what was simulated before.
  public var samples: RunSamples

  public init(_ scenario: Scenario, plan: SimulationPlan, seed: UInt64, replications: Range<Int>) {
    experiment = Experiment(
      plan: plan, acceptableWaits: scenario.queues.map(\.acceptableWait), seed: seed, replications: replications)
    samples = RunSamples(
      context: ScoringContext(scenario: scenario), targets: scenario.targets, daysPerReplication: scenario.days.count)
  }

  /// Simulates the replications.
  ///
  /// - Parameter progress: told how many replications are done now, some at a time.
  /// - Throws: as ``ReplicationRunner``.
  public mutating func run(
    threads: Int, deadline: ContinuousClock.Instant? = nil, progress: (Int) -> Void = { _ in }
  ) async throws {
    try await ReplicationRunner.run(experiment, threads: threads, deadline: deadline) { replications in
      for replication in replications { samples.append(replication.result.days, of: replication.result.index) }
      progress(replications.count)
    }
  }
}
