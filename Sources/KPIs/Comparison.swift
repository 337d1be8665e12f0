public import ContactCenter
internal import Numerics

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
    /// 95% interval of the difference, or as the maker was asked for; nil with fewer than two replications.
    public var interval: ClosedRange<Double>?
    /// The interval if the runs were independent; the same where they are.
    public var unpairedInterval: ClosedRange<Double>?
    /// Variance of the difference of independent runs over that of the paired ones; nil where the runs are not paired, or
    /// where pairing leaves no variance at all.
    public var varianceReduction: Double?
    /// Two-sided p-value of "no difference"; nil where there is no interval.
    public var pValue: Double?
    /// The p-value by Holm's rule over the runs that are compared with the first; `pValue` where there is one.
    public var adjustedPValue: Double?
    public var word: Word
    /// Of a row that tells on how many days a target is met; nil for a KPI.
    public var target: Target?
  }

  /// What the interval says of the second run.
  public enum Word: String, Hashable, Sendable { case better, worse, higher, lower, same, unclear }

  public var rows: [Row]
  /// Whether the runs share their draws, so that differences are taken replication by replication.
  public var isPaired: Bool
  /// Replications of each side that were compared.
  public var counts: [Int]
  /// Of every interval and word.
  public var errorProbability: Double

  /// - Parameters:
  ///   - isPaired: the runs have the same seed and demand; only then is pairing valid. The replications of equal number are
  ///     compared.
  ///   - errorProbability: 0.05, or that of a ``SequentialRule`` where the figures of a run have decided when it stops.
  public init(
    first: RunSamples, second: RunSamples, isPaired: Bool, errorProbability: Double = 1 - Estimate.confidence
  ) {
    self.isPaired = isPaired
    self.errorProbability = errorProbability
    let places = isPaired ? Self.common(first.indices, second.indices) : nil
    counts = places.map { [$0.count, $0.count] } ?? [first.count, second.count]
    rows = KPICatalog.all.compactMap { kpi in
      guard var left = first.sample(of: kpi), var right = second.sample(of: kpi) else { return nil }
      if let places {
        left = left.at(places.map(\.0))
        right = right.at(places.map(\.1))
      }
      return Row(kpi, left, right, isPaired: isPaired, errorProbability: errorProbability)
    }
    rows += Self.daysMet(first, second, places, errorProbability)
  }

  /// Of targets that both runs have: the share of days that meet it.
  private static func daysMet(
    _ first: RunSamples, _ second: RunSamples, _ places: [(Int, Int)]?, _ errorProbability: Double
  ) -> [Row] {
    first.targets.enumerated().compactMap { place, target in
      let same = second.targets.firstIndex { $0.name == target.name && $0.range == target.range }
      guard let same, var left = first.sample(ofTarget: place), var right = second.sample(ofTarget: same) else {
        return nil
      }
      if let places {
        left = left.at(places.map(\.0))
        right = right.at(places.map(\.1))
      }
      return Row(
        daysMeeting: target, left.daysMet(target.range.contains), right.daysMet(target.range.contains),
        isPaired: places != nil, errorProbability: errorProbability)
    }
  }

  /// The same for days that are all at hand, numbered in order.
  public init(
    first: [[DaySums]], in firstContext: ScoringContext, second: [[DaySums]], in secondContext: ScoringContext,
    isPaired: Bool
  ) {
    self.init(
      first: RunSamples(first, context: firstContext), second: RunSamples(second, context: secondContext),
      isPaired: isPaired)
  }

  /// Where the replications that both runs have stand in each.
  private static func common(_ left: [Int], _ right: [Int]) -> [(Int, Int)] {
    let places = Dictionary(right.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return left.enumerated().compactMap { place, index in places[index].map { (place, $0) } }
  }
}

extension Comparison {
  /// Several runs, each compared with the same first: for every KPI the p-values are adjusted by Holm's rule (1979), and
  /// the words follow them. The chance that any word of a KPI is wrong is at most 5%; intervals stay each their own.
  public static func adjusted(_ comparisons: [Comparison]) -> [Comparison] {
    var comparisons = comparisons
    let names = Set(comparisons.flatMap { $0.rows.map(\.name) })
    for name in names.sorted() {
      let places = comparisons.enumerated().compactMap { number, comparison in
        comparison.rows.firstIndex { $0.name == name }.map { (number, $0) }
      }
      let adjusted = holm(places.map { comparisons[$0].rows[$1].pValue })
      for ((number, row), value) in zip(places, adjusted) {
        comparisons[number].rows[row].adjustedPValue = value
        if value ?? 1 > comparisons[number].errorProbability, comparisons[number].rows[row].word != .same {
          comparisons[number].rows[row].word = .unclear
        }
      }
    }
    return comparisons
  }

  /// Holm's adjusted p-values: the j-th smallest of m times m - j + 1, made increasing, at most 1.
  static func holm(_ values: [Double?]) -> [Double?] {
    let known = values.indices.filter { values[$0] != nil }.sorted { values[$0]! < values[$1]! }
    var result = values
    var greatest = 0.0
    for (rank, place) in known.enumerated() {
      greatest = max(greatest, min(1, values[place]! * Double(known.count - rank)))
      result[place] = greatest
    }
    return result
  }
}

extension Comparison.Row {
  /// Whose days meet a target. Where all days of both runs do, or none, nothing is known of the difference: days that do not
  /// vary are too few, not certain.
  fileprivate init?(
    daysMeeting target: Target, _ left: KPISample, _ right: KPISample, isPaired: Bool, errorProbability: Double
  ) {
    self.init(
      left, right, ("days_met.\(target.name)", "Days with \(target.name)", .ratio, .higher), isPaired: isPaired,
      errorProbability: errorProbability)
    self.target = target
    guard let interval, interval.lowerBound == interval.upperBound else { return }
    (self.interval, unpairedInterval, pValue, adjustedPValue, word) = (nil, nil, nil, nil, .unclear)
  }

  init?(
    _ kpi: KPI, _ left: KPISample, _ right: KPISample, isPaired: Bool,
    errorProbability: Double = 1 - Estimate.confidence
  ) {
    self.init(
      left, right, (kpi.name, kpi.title, kpi.unit, kpi.preference), isPaired: isPaired,
      errorProbability: errorProbability)
  }

  private init?(
    _ left: KPISample, _ right: KPISample,
    _ quantity: (name: String, title: String, unit: KPI.Unit, preference: KPI.Preference), isPaired: Bool,
    errorProbability: Double
  ) {
    guard let first = Estimate(left, unit: quantity.unit, errorProbability: errorProbability),
      let second = Estimate(right, unit: quantity.unit, errorProbability: errorProbability),
      let leftInfluence = Influence(left), let rightInfluence = Influence(right)
    else { return nil }
    (name, title, unit) = (quantity.name, quantity.title, quantity.unit)
    (self.first, self.second) = (first, second)
    difference = second.mean - first.mean
    let apart = Spread.welch(leftInfluence.values, rightInfluence.values)
    let paired = isPaired ? Spread.paired(leftInfluence.values, rightInfluence.values) : nil
    let spread = isPaired ? paired : apart
    interval = spread?.interval(around: second.mean - first.mean, errorProbability)
    unpairedInterval = apart?.interval(around: second.mean - first.mean, errorProbability)
    pValue = spread?.pValue(of: second.mean - first.mean)
    adjustedPValue = pValue
    if let paired, let apart, paired.standardError > 0 {
      let ratio = apart.standardError / paired.standardError
      varianceReduction = ratio * ratio
    }
    word = Comparison.Word(quantity.preference, interval)
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

/// Standard error of a difference, with the degrees of freedom of its Student law.
struct Spread {
  var standardError: Double
  var degreesOfFreedom: Int

  /// Of pairs on the same draws: the differences are one sample.
  static func paired(_ left: [Double], _ right: [Double]) -> Spread? {
    Influence.standardError(of: zip(left, right).map { $1 - $0 }).map {
      Spread(standardError: $0, degreesOfFreedom: left.count - 1)
    }
  }

  /// Of independent samples of unequal variance (Welch, 1947), degrees of freedom rounded down.
  static func welch(_ left: [Double], _ right: [Double]) -> Spread? {
    guard let first = Influence.standardError(of: left), let second = Influence.standardError(of: right) else {
      return nil
    }
    let parts = [first * first, second * second]
    let variance = parts[0] + parts[1]
    guard variance > 0 else { return Spread(standardError: 0, degreesOfFreedom: 1) }
    let freedom =
      variance * variance
      / (parts[0] * parts[0] / Double(left.count - 1) + parts[1] * parts[1] / Double(right.count - 1))
    return Spread(standardError: variance.squareRoot(), degreesOfFreedom: max(1, Int(freedom)))
  }

  func interval(around difference: Double, _ errorProbability: Double) -> ClosedRange<Double> {
    let quantile = StudentQuantile.twoSided(errorProbability: errorProbability, degreesOfFreedom: degreesOfFreedom)
    let halfWidth = quantile * standardError
    return (difference - halfWidth)...(difference + halfWidth)
  }

  /// Without any spread a difference is certain, and so is none.
  func pValue(of difference: Double) -> Double {
    guard standardError > 0 else { return difference == 0 ? 1 : 0 }
    return StudentDistribution.twoSidedTail(difference / standardError, degreesOfFreedom: Double(degreesOfFreedom))
  }
}
