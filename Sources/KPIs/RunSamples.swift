public import ContactCenter

/// Every KPI of a run, replication by replication: what is kept of the days' sums once they are told.
///
/// Sums are taken in as they come and dropped; memory grows by 16 bytes a KPI and day.
public struct RunSamples: Sendable {
  public let context: ScoringContext
  public let targets: [Target]
  /// Numbers of the replications, in the order in which they were taken in.
  public private(set) var indices: [Int] = []
  /// In the order of the catalogue.
  private var center: [KPISample]
  /// Of targets that are for one queue, by the place of the target.
  private var parts: [Int: KPISample] = [:]

  /// - Parameter daysPerReplication: at least 1.
  public init(context: ScoringContext, targets: [Target], daysPerReplication: Int) {
    self.context = context
    self.targets = targets
    center = KPICatalog.all.map { _ in KPISample(daysPerReplication: daysPerReplication) }
    for (place, target) in targets.enumerated() where target.queue != nil {
      parts[place] = KPISample(daysPerReplication: daysPerReplication)
    }
  }

  /// Takes in the days of a replication.
  public mutating func append(_ days: [DaySums], of index: Int) {
    indices.append(index)
    // Day by day, so that what all KPIs of a day need is added up once.
    var fractions = Array(repeating: [KPI.Fraction](), count: center.count)
    for day in days {
      let context = context.withTotal(of: day)
      for place in fractions.indices { fractions[place].append(KPICatalog.all[place].fraction(day, context)) }
    }
    for place in fractions.indices { center[place].append(fractions[place]) }
    for (place, target) in targets.enumerated() where target.queue != nil {
      guard let kpi = KPICatalog.kpi(named: target.metric) else { continue }
      var context = context
      context.queue = target.queue
      parts[place]?.append(days.map { kpi.fraction($0, context) })
    }
  }

  /// The replications at these places.
  public func slice(_ places: Range<Int>) -> RunSamples {
    var samples = self
    samples.indices = Array(indices[places])
    samples.center = center.map { $0.slice(places) }
    samples.parts = parts.mapValues { $0.slice(places) }
    return samples
  }

  public var count: Int { indices.count }

  /// A KPI of the whole center.
  public func sample(of kpi: KPI) -> KPISample? {
    KPICatalog.all.firstIndex { $0.name == kpi.name }.map { center[$0] }
  }

  /// The KPI that a target is about, of its queue where it names one.
  public func sample(ofTarget place: Int) -> KPISample? {
    parts[place] ?? KPICatalog.kpi(named: targets[place].metric).flatMap(sample)
  }
}

extension RunSamples {
  /// Replications that are all at hand, numbered in order.
  public init(_ replications: [[DaySums]], context: ScoringContext, targets: [Target] = []) {
    self.init(context: context, targets: targets, daysPerReplication: replications.map(\.count).max() ?? 1)
    for (index, days) in replications.enumerated() { append(days, of: index) }
  }
}
