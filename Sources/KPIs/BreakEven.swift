public import ContactCenter

/// Where along a quantity a target holds: simulated at some of its values on the same draws, interpolated between.
///
/// The interval of a break-even value is what the simulation does not know of it, by the delta method on the influences of
/// the replications, which are common to all values. What lies between two values is taken as a straight line: choose
/// steps small enough.
public struct BreakEven: Hashable, Sendable {
  /// A value at which the target begins or ceases to hold.
  public struct Crossing: Hashable, Sendable {
    public var value: Double
    /// 95% interval; nil with fewer than two replications.
    public var interval: ClosedRange<Double>?
  }

  /// A stretch where the target holds; an end is nil where the stretch goes on to the last value that was simulated.
  public struct Stretch: Hashable, Sendable {
    public var from: Crossing?
    public var to: Crossing?
  }

  /// In order of the values; empty where the target holds nowhere.
  public var stretches: [Stretch]

  /// Which way the response must run by theory, so that noise against it is smoothed away.
  public enum Direction: Sendable { case rising, falling, unknown }

  /// - Parameters:
  ///   - values: increasing.
  ///   - samples: of the KPI, one a value, on the same replications.
  ///   - direction: ``Direction/unknown`` leaves the curve as it was simulated.
  /// - Returns: nil with fewer than two values of which the KPI is known.
  public init?(values: [Double], samples: [KPISample], range: Target.Range, direction: Direction) {
    let known = zip(values, samples).compactMap { value, sample in Influence(sample).map { (value, $0) } }
    guard known.count >= 2 else { return nil }
    let curve = Self.smoothed(known.map(\.1), direction)
    let places = known.map(\.0)
    var crossings: [Crossing] = []
    for index in 0..<(curve.count - 1) {
      let ends = [range.lower.map { ($0, true) }, range.upper.map { ($0, false) }].compactMap { $0 }
      let here = ends.compactMap { end, isLower in
        Self.crossing(of: end, isLower, curve[index], curve[index + 1], places[index], places[index + 1])
      }
      crossings += here.sorted { $0.value < $1.value }
    }
    var isInside = range.contains(curve[0].ratio)
    var begin: Crossing?
    stretches = []
    for crossing in crossings {
      if isInside { stretches.append(Stretch(from: begin, to: crossing)) }
      isInside.toggle()
      begin = isInside ? crossing : nil
    }
    if isInside { stretches.append(Stretch(from: begin, to: nil)) }
  }

  /// Where the straight line between two points passes an end of the range; being on the end counts as inside it.
  private static func crossing(
    of end: Double, _ isLower: Bool, _ left: Influence, _ right: Influence, _ start: Double, _ stop: Double
  ) -> Crossing? {
    func isInside(_ value: Double) -> Bool { isLower ? value >= end : value <= end }
    guard isInside(left.ratio) != isInside(right.ratio) else { return nil }
    let rise = right.ratio - left.ratio
    let weight = (end - left.ratio) / rise
    let value = start + weight * (stop - start)
    let errors = zip(left.values, right.values).map { ((1 - weight) * $0 + weight * $1) * (stop - start) / rise }
    let interval = Influence.standardError(of: errors).map { error -> ClosedRange<Double> in
      let halfWidth = StudentQuantile.twoSided95(degreesOfFreedom: errors.count - 1) * error
      return (value - halfWidth)...(value + halfWidth)
    }
    return Crossing(value: value, interval: interval)
  }

  /// Least squares under the order: neighbours that contradict it become their mean (pool adjacent violators; Ayer et al.,
  /// Ann. Math. Stat. 26 (1955) 641-647). The influences are pooled as the figures are.
  static func smoothed(_ curve: [Influence], _ direction: Direction) -> [Influence] {
    guard direction != .unknown else { return curve }
    var pools: [(sum: Influence, count: Int)] = []
    func isViolated(_ left: Double, _ right: Double) -> Bool { direction == .rising ? left > right : left < right }
    for point in curve {
      pools.append((point, 1))
      while pools.count > 1 {
        let (left, right) = (pools[pools.count - 2], pools[pools.count - 1])
        guard isViolated(left.sum.ratio / Double(left.count), right.sum.ratio / Double(right.count)) else { break }
        pools.removeLast(2)
        var sum = left.sum
        sum.ratio += right.sum.ratio
        sum.values = zip(left.sum.values, right.sum.values).map { $0 + $1 }
        pools.append((sum, left.count + right.count))
      }
    }
    return pools.flatMap { pool -> [Influence] in
      var mean = pool.sum
      mean.ratio /= Double(pool.count)
      mean.values = mean.values.map { $0 / Double(pool.count) }
      return Array(repeating: mean, count: pool.count)
    }
  }
}

extension BreakEven {
  /// Where the target holds on average, and where it holds on 95% of the days.
  public struct Pair: Hashable, Sendable {
    public var onAverage: BreakEven
    public var onMostDays: BreakEven?
  }

  public static let mostDays = 0.95

  /// - Parameter place: of the target among those of the runs.
  public static func pair(values: [Double], runs: [RunSamples], target place: Int, direction: Direction) -> Pair? {
    guard let range = runs.first?.targets[place].range else { return nil }
    let samples = runs.compactMap { $0.sample(ofTarget: place) }
    guard samples.count == values.count,
      let onAverage = BreakEven(values: values, samples: samples, range: range, direction: direction)
    else { return nil }
    // The chance of a good day falls where the figure moves away from the one end of its range.
    let days: Direction
    switch (range.lower, range.upper, direction) {
    case (_?, nil, _): days = direction
    case (nil, _?, .rising): days = .falling
    case (nil, _?, .falling): days = .rising
    default: days = .unknown
    }
    var onMostDays = BreakEven(
      values: values, samples: samples.map { $0.daysMet(range.contains) }, range: .init(lower: mostDays),
      direction: days)
    onMostDays?.dropEmptyIntervals()
    return Pair(onAverage: onAverage, onMostDays: onMostDays)
  }

  /// Between a value where no day meets the target and one where all do the days show no error, which says that they are
  /// too few and not that there is none.
  private mutating func dropEmptyIntervals() {
    func honest(_ crossing: Crossing?) -> Crossing? {
      guard let crossing, let interval = crossing.interval, interval.lowerBound == interval.upperBound else {
        return crossing
      }
      return Crossing(value: crossing.value, interval: nil)
    }
    stretches = stretches.map { Stretch(from: honest($0.from), to: honest($0.to)) }
  }
}
