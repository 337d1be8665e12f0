/// What kind of fact a ledger entry states. Codes are written into stores: never reused, never renumbered.
public enum LedgerKind: Int, CaseIterable, Hashable, Sendable {
  case scenarioRegistered = 1
  case runStarted = 2
  case replicationRecorded = 3
  case runCompleted = 4
  case runInterrupted = 5
  case runResumed = 6
  case runNamed = 7
  case runDeleted = 8
  case retentionApplied = 9
  case baselineSet = 10
  case alertRaised = 11
  case pointRecorded = 12
  case runSettled = 13

  /// Version of the payload that this build writes. It reads those from 1 on.
  public var version: Int { 1 }

  /// The name in listings, and one sentence.
  public var sentence: String {
    switch self {
    case .scenarioRegistered: "A scenario's text and data files were taken in."
    case .runStarted: "A run began: what was asked for."
    case .replicationRecorded: "A replication was simulated: its sums, the digest of its log, the segments kept."
    case .runCompleted: "Every replication of a run is there; the digest over them."
    case .runInterrupted: "A run was stopped by its user."
    case .runResumed: "A run that had stopped goes on."
    case .runNamed: "A run got another name, or none."
    case .runDeleted: "A run was deleted: its payloads are gone, the proof stays."
    case .retentionApplied: "The runs older than the retention were deleted."
    case .baselineSet: "A run became a baseline that later runs are held against."
    case .alertRaised: "A run fell behind its baseline."
    case .pointRecorded: "Replications of a point of a sweep, tornado or search were simulated: their sums and digests."
    case .runSettled: "The figures of a run have decided how many replications it has."
    }
  }
}
