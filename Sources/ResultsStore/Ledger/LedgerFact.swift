public import EventLog
public import KPIs

/// A fact of a store, in the past tense: what a ledger entry states. Every table that people query follows from these.
public enum LedgerFact: Hashable, Sendable {
  case scenarioRegistered(StoredScenario)
  case runStarted(RunID, RunRequest)
  case replicationRecorded(RunID, RecordedReplication)
  case runCompleted(RunID, digest: StreamDigest.Value)
  case runInterrupted(RunID)
  case runResumed(RunID)
  case runNamed(RunID, name: String?)
  /// `scenarios` are entries of scenarios that no other run uses: their texts go with the run.
  case runDeleted(RunID, reason: String, scenarios: [Int])
  case retentionApplied(Retention)
  case baselineSet(Baseline)
  case alertRaised(Alert)
  case pointRecorded(PointKey, [ReplicationResult])
  case runSettled(RunID, replications: Int)
}

extension LedgerFact {
  public var kind: LedgerKind {
    switch self {
    case .scenarioRegistered: .scenarioRegistered
    case .runStarted: .runStarted
    case .replicationRecorded: .replicationRecorded
    case .runCompleted: .runCompleted
    case .runInterrupted: .runInterrupted
    case .runResumed: .runResumed
    case .runNamed: .runNamed
    case .runDeleted: .runDeleted
    case .retentionApplied: .retentionApplied
    case .baselineSet: .baselineSet
    case .alertRaised: .alertRaised
    case .pointRecorded: .pointRecorded
    case .runSettled: .runSettled
    }
  }

  /// The run that the fact is about.
  public var run: RunID? {
    switch self {
    case .scenarioRegistered, .retentionApplied, .pointRecorded: nil
    case .runStarted(let run, _), .replicationRecorded(let run, _), .runCompleted(let run, _), .runInterrupted(let run),
      .runResumed(let run), .runNamed(let run, _), .runDeleted(let run, _, _), .runSettled(let run, _):
      run
    case .baselineSet(let baseline): baseline.run
    case .alertRaised(let alert): alert.run
    }
  }
}
