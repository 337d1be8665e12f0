/// A run that later runs are held against, under a name. The latest one of a name counts.
public struct Baseline: Hashable, Sendable {
  public var name: String
  public var run: RunID
  /// What the comparison needs to know, such as tolerances.
  public var details: [Detail]

  /// - Parameter name: not empty.
  public init(name: String, run: RunID, details: [Detail] = []) {
    self.name = name
    self.run = run
    self.details = details
  }
}
