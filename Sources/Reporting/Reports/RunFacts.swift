public import ContactCenter
internal import KPIs

/// What a run was: the inputs that decide its figures, and where they can be found again.
public struct RunFacts: Hashable, Sendable {
  /// A queue and the wait that its service level accepts.
  public struct AcceptableWait: Hashable, Sendable {
    public var queue: String
    public var seconds: Double
    public init(queue: String, seconds: Double) {
      self.queue = queue
      self.seconds = seconds
    }
  }

  public var scenarioName: String
  /// As the user gave it; nil for a run read from the store.
  public var scenarioFile: String?
  /// SHA-256 of the scenario's content.
  public var fingerprint: String
  /// `--set` values, as given.
  public var overrides: [String]
  public var runID: String?
  public var runName: String?
  public var seed: UInt64
  public var replications: Int
  /// Fewer than planned when the run was interrupted.
  public var plannedReplications: Int
  public var daysPerReplication: Int
  /// Over the replications' log digests in order.
  public var digest: String
  public var engineVersion: String
  public var definition: ServiceLevelDefinition
  public var waitBasis: WaitBasis
  public var acceptableWaits: [AcceptableWait]
  public var currency: String?
  /// Whether the figures decided the number of replications; their intervals are then those of repeated looks.
  public var isSequential = false
  /// Of the intervals: 0.95 for 95%.
  public var confidence = Estimate.confidence

  public init(
    scenario: Scenario, scenarioFile: String? = nil, fingerprint: String, overrides: [String] = [],
    runID: String? = nil, runName: String? = nil, seed: UInt64, replications: Int, plannedReplications: Int,
    digest: String, engineVersion: String
  ) {
    scenarioName = scenario.name
    self.scenarioFile = scenarioFile
    self.fingerprint = fingerprint
    self.overrides = overrides
    self.runID = runID
    self.runName = runName
    self.seed = seed
    self.replications = replications
    self.plannedReplications = plannedReplications
    daysPerReplication = scenario.countedDays.count
    self.digest = digest
    self.engineVersion = engineVersion
    definition = scenario.serviceLevelDefinition
    waitBasis = scenario.waitBasis
    acceptableWaits = scenario.queues.map {
      AcceptableWait(queue: $0.name, seconds: $0.acceptableWait.inSeconds)
    }
    currency = scenario.currency
  }

  /// Days of whole replications, the word of a planner: `200 days`, `50 x 20 days`.
  public var span: String {
    let count = NumberText.whole(replications)
    guard daysPerReplication != 1 else { return "\(count) \(replications == 1 ? "day" : "days")" }
    return "\(count) x \(daysPerReplication) days"
  }

  var intervalTitle: String { ConfidenceText(confidence: confidence).title }
  var intervalKey: String { ConfidenceText(confidence: confidence).key }

  /// What to call the run in a heading.
  public var label: String { runName ?? runID.map { String($0.prefix(7)) } ?? scenarioName }
}
