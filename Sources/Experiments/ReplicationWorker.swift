internal import ContactCenter
public import EventLog
public import KPIs
public import Simulation

/// Simulates replications one after another on one thread: simulator, buffer and fold are made once and used again.
///
/// A replication is a pure function of (plan, seed, index); which worker runs it, and after which others, changes no bit.
public struct ReplicationWorker: ~Copyable {
  private let experiment: Experiment
  private var simulator: Simulator
  private var buffer = EventBuffer()
  private var fold: IntervalFold
  private var writer = SegmentWriter()
  private let wantsIntervals: Bool
  private let wantsDetails: Bool

  /// - Throws: ``SimulationPlanError`` where the plan cannot be simulated.
  public init(
    _ experiment: Experiment, wantsIntervals: Bool = false, wantsDetails: Bool = false
  ) throws(SimulationPlanError) {
    self.experiment = experiment
    self.wantsIntervals = wantsIntervals
    self.wantsDetails = wantsDetails
    simulator = try Simulator(plan: experiment.plan)
    fold = IntervalFold(
      FoldParameters(plan: experiment.plan, acceptableWaits: experiment.acceptableWaits), byInterval: wantsIntervals)
  }

  /// Runs one replication; `isCancelled` is asked about every 4,000 events.
  /// - Returns: nil when cancelled.
  public mutating func run(_ index: Int, isCancelled: () -> Bool = { false }) -> RecordedReplication? {
    var digest = StreamDigest()
    var eventCount = 0
    let keepsLog = experiment.keptLogs.keeps(index)
    simulator.start(seed: experiment.seed, replication: index)
    fold.reset()
    var details = wantsDetails ? DetailFold(fold.parameters) : nil
    var goesOn = true
    while goesOn {
      if isCancelled() {
        // What it holds is of a replication that will not be.
        _ = writer.finish()
        return nil
      }
      buffer.removeAll()
      goesOn = simulator.advance(into: &buffer)
      buffer.withRecords { records in
        fold.apply(records)
        digest.absorb(records)
        details?.apply(records)
        if keepsLog { writer.append(records) }
        eventCount += records.count
      }
    }
    return RecordedReplication(
      result: ReplicationResult(index: index, days: daySums(details), digest: digest.value, eventCount: eventCount),
      segments: keepsLog ? writer.finish() : nil, intervals: wantsIntervals ? intervalSums(details) : [])
  }

  private func daySums(_ details: DetailFold?) -> [DaySums] {
    var days = fold.daySums()
    guard let details else { return days }
    let starts = fold.parameters.dayIntervals.dropFirst(fold.parameters.warmUpDays).map { $0 }
    for day in days.indices { days[day].detail = details.sums(of: starts[day]..<starts[day + 1]) }
    return days
  }

  /// Runs one replication and hands its events to `body`, piece by piece in order.
  public mutating func replay(_ index: Int, _ body: (UnsafeBufferPointer<EventRecord>) throws -> Void) rethrows {
    simulator.start(seed: experiment.seed, replication: index)
    var goesOn = true
    while goesOn {
      buffer.removeAll()
      goesOn = simulator.advance(into: &buffer)
      try buffer.withRecords(body)
    }
  }

  private func intervalSums(_ details: DetailFold?) -> [DaySums] {
    (0..<fold.parameters.intervalCount).map { interval in
      var sums = fold.intervalSums(interval)
      sums.detail = details?.sums(of: interval..<(interval + 1))
      return sums
    }
  }
}
