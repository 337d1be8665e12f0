public import EventLog

/// A run as the store knows it, without its results.
public struct RunRecord: Hashable, Sendable {
  public let id: RunID
  public let name: String?
  /// Fingerprint of the scenario.
  public let scenario: String
  public let scenarioName: String
  public let overrides: [ScenarioOverride]
  public let seed: UInt64
  /// Number of replications asked for.
  public let replications: Int
  public let engineVersion: String
  /// UTC, as `2026-11-22T09:30:00Z`.
  public let createdAt: String
  /// Who began it.
  public let createdBy: String
  public let state: RunState
  /// Over the replications' digests in order; there when the run is complete, and only then.
  public let digest: StreamDigest.Value?
  /// How many whole logs are kept, those of the first replications; nil for all.
  public let keptLogs: Int?
  /// Name of the scenario's definition of the service level.
  public let serviceLevelDefinition: String

  /// What to call the run in a text for people: its name, or the first digits of its id.
  public var title: String { name ?? id.short }
}
