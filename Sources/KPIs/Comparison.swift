/// Two runs side by side: each KPI's difference with its confidence interval.
public struct Comparison: Hashable, Sendable {
  public struct Row: Hashable, Sendable {
    public var name: String
    public var title: String
    public var unit: KPI.Unit
    public var first: Estimate
    public var second: Estimate
    /// second - first.
    public var difference: Double
    /// 95% interval of the difference; nil with fewer than two replications.
    public var interval: ClosedRange<Double>?
    public var word: Word
  }

  /// What the interval says of the second run.
  public enum Word: String, Hashable, Sendable { case better, worse, higher, lower, same, unclear }

  public var rows: [Row]
  /// Whether the runs share their draws, so that differences are taken replication by replication.
  public var isPaired: Bool

  /// - Parameter isPaired: the runs have the same seed and demand; only then is pairing valid. The common replications
  ///   are compared.
  public init(
    first: [[DaySums]], in firstContext: ScoringContext, second: [[DaySums]], in secondContext: ScoringContext,
    isPaired: Bool
  ) {
    let count = min(first.count, second.count)
    let (left, right) = isPaired ? (Array(first.prefix(count)), Array(second.prefix(count))) : (first, second)
    self.isPaired = isPaired
    rows = KPICatalog.all.compactMap { kpi in
      Row(kpi, left, firstContext, right, secondContext, isPaired: isPaired)
    }
  }
}

extension Comparison.Row {
  init?(
    _ kpi: KPI, _ left: [[DaySums]], _ leftContext: ScoringContext, _ right: [[DaySums]],
    _ rightContext: ScoringContext, isPaired: Bool
  ) {
    guard let first = Estimate(kpi, of: left, in: leftContext),
      let second = Estimate(kpi, of: right, in: rightContext),
      let leftInfluence = Influence(left.map { $0.map { kpi.fraction($0, leftContext) } }),
      let rightInfluence = Influence(right.map { $0.map { kpi.fraction($0, rightContext) } })
    else { return nil }
    (name, title, unit) = (kpi.name, kpi.title, kpi.unit)
    (self.first, self.second) = (first, second)
    let difference = second.mean - first.mean
    self.difference = difference
    let halfWidth =
      isPaired
      ? Influence.halfWidth(of: zip(leftInfluence.values, rightInfluence.values).map { $1 - $0 })
      : Influence.welchHalfWidth(leftInfluence.values, rightInfluence.values)
    interval = halfWidth.map { (difference - $0)...(difference + $0) }
    word = Comparison.Word(kpi.preference, interval)
  }
}

extension Comparison.Word {
  init(_ preference: KPI.Preference, _ interval: ClosedRange<Double>?) {
    guard let interval else {
      self = .unclear
      return
    }
    if interval.lowerBound == 0, interval.upperBound == 0 {
      self = .same
    } else if interval.contains(0) {
      self = .unclear
    } else {
      let isHigher = interval.lowerBound > 0
      switch preference {
      case .neither: self = isHigher ? .higher : .lower
      case .higher: self = isHigher ? .better : .worse
      case .lower: self = isHigher ? .worse : .better
      }
    }
  }
}

extension Influence {
  /// Welch's half-width for independent runs of unequal variance (Welch, 1947), degrees of freedom rounded down.
  static func welchHalfWidth(_ left: [Double], _ right: [Double]) -> Double? {
    guard left.count >= 2, right.count >= 2 else { return nil }
    let parts = [left, right].map { values in
      values.reduce(0) { $0 + $1 * $1 } / Double(values.count - 1) / Double(values.count)
    }
    let variance = parts[0] + parts[1]
    guard variance > 0 else { return 0 }
    let freedom =
      variance * variance
      / (parts[0] * parts[0] / Double(left.count - 1) + parts[1] * parts[1] / Double(right.count - 1))
    return StudentQuantile.twoSided95(degreesOfFreedom: max(1, Int(freedom))) * variance.squareRoot()
  }
}
