public import ContactCenter

/// What to simulate: a plan, a seed, which replications, and what to keep.
public struct Experiment: Sendable {
  /// Of which replications the whole log is kept.
  public enum LogRetention: Hashable, Sendable {
    case none
    /// The first so many replications.
    case first(Int)
    case all

    func keeps(_ replication: Int) -> Bool {
      switch self {
      case .none: false
      case .first(let count): replication < count
      case .all: true
      }
    }
  }

  public var plan: SimulationPlan
  /// One a queue.
  public var acceptableWaits: [TimeSpan]
  public var seed: UInt64
  public var replications: Range<Int>
  public var keptLogs: LogRetention

  public init(
    plan: SimulationPlan, acceptableWaits: [TimeSpan], seed: UInt64, replications: Range<Int>,
    keptLogs: LogRetention = .none
  ) {
    self.plan = plan
    self.acceptableWaits = acceptableWaits
    self.seed = seed
    self.replications = replications
    self.keptLogs = keptLogs
  }
}
