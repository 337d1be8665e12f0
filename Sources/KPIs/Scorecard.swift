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

  /// - Parameter errorProbability: of every interval; 0.05, or that of a ``SequentialRule`` where the figures
  ///   themselves have decided when to stop.
  public init(_ samples: RunSamples, errorProbability: Double = 1 - Estimate.confidence) {
    metrics = KPICatalog.all.compactMap { kpi in
      samples.sample(of: kpi).flatMap { Estimate($0, unit: kpi.unit, errorProbability: errorProbability) }.map {
        Metric(name: kpi.name, title: kpi.title, estimate: $0)
      }
    }
    targets = samples.targets.indices.compactMap { place in
      TargetResult(place, of: samples, errorProbability: errorProbability)
    }
  }

  public init(replications: [[DaySums]], targets: [Target], context: ScoringContext) {
    self.init(RunSamples(replications, context: context, targets: targets))
  }

  /// The figures of a part: with `context.queue`, `context.team` or `context.timeUse` set, those that can be told for it.
  ///
  /// - Parameter withMeasures: also those that need details, where the days have them.
  public static func metrics(
    of replications: [[DaySums]], in context: ScoringContext, withMeasures: Bool = false,
    errorProbability: Double = 1 - Estimate.confidence
  ) -> [Metric] {
    let kpis = (KPICatalog.all + (withMeasures ? KPICatalog.measures : [])).filter {
      (context.isWhole || $0.isByQueue) && (context.team == nil || $0.isByTeam)
        && (context.timeUse != nil) == $0.isByTimeUse
    }
    return kpis.compactMap { kpi in
      let sample = KPISample(kpi, of: replications, in: context)
      return Estimate(sample, unit: kpi.unit, errorProbability: errorProbability).map {
        Metric(name: kpi.name, title: kpi.title, estimate: $0)
      }
    }
  }

  public func metric(_ name: String) -> Metric? { metrics.first { $0.name == name } }
}
