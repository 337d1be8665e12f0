/// One `--set key=value` of a run, as it was written.
public struct ScenarioOverride: Hashable, Sendable {
  public var key: String
  public var value: String

  public init(key: String, value: String) {
    self.key = key
    self.value = value
  }
}
