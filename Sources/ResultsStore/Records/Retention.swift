/// What an application of the retention rule took away.
public struct Retention: Hashable, Sendable {
  /// Years that are kept without being asked: the longest that HIPAA's rules and the usual state laws want.
  public static let usualYears = 7

  /// Runs begun before this instant (UTC, as `2026-11-22T09:30:00Z`) went.
  public var cutOff: String
  public var runs: [RunID]
  /// Entries of the scenarios that no other run uses.
  public var scenarios: [Int]

  public init(cutOff: String, runs: [RunID], scenarios: [Int]) {
    self.cutOff = cutOff
    self.runs = runs
    self.scenarios = scenarios
  }
}
