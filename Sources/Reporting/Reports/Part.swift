public import KPIs

/// The figures of one queue, one team or one interval of the day.
public struct Part: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Hashable, Sendable { case queue, team, interval }

  public var kind: Kind
  /// Name of the queue or the team, or the clock time at which the interval begins.
  public var name: String
  public var metrics: [Scorecard.Metric]

  public init(kind: Kind, name: String, metrics: [Scorecard.Metric]) {
    self.kind = kind
    self.name = name
    self.metrics = metrics
  }

  func metric(_ name: String) -> Scorecard.Metric? { metrics.first { $0.name == name } }
}
