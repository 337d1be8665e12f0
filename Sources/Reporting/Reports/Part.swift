public import KPIs

/// The figures of one queue, channel, team, interval of the day, day, week or window of days, or of one thing that people
/// spend time on, of all or of one team.
public struct Part: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case queue, channel, team, interval, day, week, window, activity
    case teamActivity = "team_activity"
  }

  public var kind: Kind
  /// Name of the queue, the channel, the team, the day or the activity, first and last day of a week or a window, or the
  /// clock time at which the interval begins.
  public var name: String
  public var metrics: [Scorecard.Metric]
  /// Of an activity: `planned`, `unplanned` or `scheduled` where it keeps people away, and the share of the scheduled
  /// time that the scenario assumes.
  public var category: String?
  public var assumedShare: Double?

  public init(kind: Kind, name: String, metrics: [Scorecard.Metric]) {
    self.kind = kind
    self.name = name
    self.metrics = metrics
  }

  func metric(_ name: String) -> Scorecard.Metric? { metrics.first { $0.name == name } }
}
