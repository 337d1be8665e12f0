public import ContactCenter

/// What an export is about: which run, and the words behind its numbers.
public struct ExportSubject: Sendable {
  /// All digits of the run's id.
  public var run: String
  public var runName: String?
  public var scenarioName: String
  public var names: EventNames
  public var clock: EventClock

  public init(run: String, runName: String?, scenario: Scenario, names: EventNames) {
    self.run = run
    self.runName = runName
    scenarioName = scenario.name
    self.names = names
    clock = EventClock(scenario: scenario)
  }
}
