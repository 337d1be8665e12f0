/// What an application of the retention rule took away.
public struct Retention: Hashable, Sendable {
  /// Years that are kept without being asked: one more than HIPAA asks of documentation (45 CFR 164.316(b)(2)(i)).
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
