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
      context: ScoringContext(scenario: scenario), targets: scenario.targets,
      daysPerReplication: scenario.countedDays.count)
  }

  /// Takes in what was simulated before; the experiment is what is left then.
  /// - Precondition: these are its first replications.
  public mutating func take(_ results: [ReplicationResult]) {
    precondition(results.map(\.index) == Array(experiment.replications.prefix(results.count)), "first ones, in order")
    for result in results { samples.append(result.days, of: result.index) }
    experiment.replications = experiment.replications.dropFirst(results.count)
  }

  /// Simulates the first replication alone; `samples` do not know of it.
  /// - Throws: ``SimulationPlanError``; `CancellationError` when the task was cancelled.
  public func first() throws -> ReplicationResult {
    var worker = try ReplicationWorker(experiment)
    guard let replication = worker.run(experiment.replications.lowerBound, isCancelled: { Task.isCancelled }) else {
      throw CancellationError()
    }
    return replication.result
  }

  /// Simulates the replications.
  ///
  /// - Parameter deliver: told what is done now, some replications at a time, in order.
  /// - Throws: as ``ReplicationRunner``, and what `deliver` throws.
  public mutating func run(
    threads: Int, deadline: ContinuousClock.Instant? = nil, deliver: ([ReplicationResult]) throws -> Void = { _ in }
  ) async throws {
    try await ReplicationRunner.run(experiment, threads: threads, deadline: deadline) { replications in
      for replication in replications { samples.append(replication.result.days, of: replication.result.index) }
      try deliver(replications.map(\.result))
    }
  }
}
