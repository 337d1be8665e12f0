public import ContactCenter

/// A run's figures and verdicts.
public struct Scorecard: Hashable, Sendable {
  public struct Metric: Hashable, Sendable {
    public var name: String
    public var title: String
    public var estimate: Estimate
  }

  /// In the order of the catalogue; KPIs of which no day knows anything are absent.
  public var metrics: [Metric]
  public var targets: [TargetResult]

  public init(replications: [[DaySums]], targets: [Target], context: ScoringContext) {
    metrics = Self.metrics(of: replications, in: context)
    self.targets = targets.compactMap { target in
      KPICatalog.kpi(named: target.metric).map {
        TargetResult(target, kpi: $0, replications: replications, context: context)
      }
    }
  }

  /// The figures of a part: with `context.queue` set, those that can be told for one queue.
  public static func metrics(of replications: [[DaySums]], in context: ScoringContext) -> [Metric] {
    KPICatalog.all.filter { context.queue == nil || $0.isByQueue }.compactMap { kpi in
      Estimate(kpi, of: replications, in: context).map { Metric(name: kpi.name, title: kpi.title, estimate: $0) }
    }
  }

  public func metric(_ name: String) -> Metric? { metrics.first { $0.name == name } }
}
