/// What is known when a run begins; it never changes afterwards, but for the name.
public struct RunRequest: Hashable, Sendable {
  public static let mostReplications = 1_000_000_000

  /// Fingerprint of a registered scenario.
  public var scenario: String
  /// Unique in the store; nil for a run without a name.
  public var name: String?
  public var overrides: [ScenarioOverride]
  public var seed: UInt64
  /// Number of replications asked for, from 1 to ``mostReplications``.
  public var replications: Int
  /// How many whole logs are kept, those of the first replications; nil for all.
  public var keptLogs: Int?
  public var engineVersion: String
  /// Name of the scenario's definition of the service level, which the figures of lists go by.
  public var serviceLevelDefinition: String
  public var layout: RunLayout

  public init(
    scenario: String, name: String? = nil, overrides: [ScenarioOverride] = [], seed: UInt64, replications: Int,
    keptLogs: Int? = 0, engineVersion: String, serviceLevelDefinition: String, layout: RunLayout
  ) {
    self.scenario = scenario
    self.name = name
    self.overrides = overrides
    self.seed = seed
    self.replications = replications
    self.keptLogs = keptLogs
    self.engineVersion = engineVersion
    self.serviceLevelDefinition = serviceLevelDefinition
    self.layout = layout
  }
}
