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
  public var engineVersion: String
  public var layout: RunLayout

  public init(
    scenario: String, name: String? = nil, overrides: [ScenarioOverride] = [], seed: UInt64, replications: Int,
    engineVersion: String, layout: RunLayout
  ) {
    self.scenario = scenario
    self.name = name
    self.overrides = overrides
    self.seed = seed
    self.replications = replications
    self.engineVersion = engineVersion
    self.layout = layout
  }
}
