public import KPIs

/// The figures of one queue, one team, one interval of the day or one thing that people spend time on.
public struct Part: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Hashable, Sendable { case queue, team, interval, activity }

  public var kind: Kind
  /// Name of the queue, the team or the activity, or the clock time at which the interval begins.
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
