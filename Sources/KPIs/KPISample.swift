/// One KPI over a run: its numerator and denominator on every day, replication after replication.
///
/// All that intervals, percentiles, paired differences and break-even values need, in 16 bytes a day.
public struct KPISample: Hashable, Sendable {
  /// Days of one replication; at least 1.
  public let daysPerReplication: Int
  /// One a day; a day that knows nothing of the KPI has a denominator of 0.
  public private(set) var numerators: [Double] = []
  public private(set) var denominators: [Double] = []

  public init(daysPerReplication: Int) { self.daysPerReplication = max(1, daysPerReplication) }

  public var replicationCount: Int { numerators.count / daysPerReplication }

  /// Adds a replication.
  /// - Precondition: it has as many days as the others.
  public mutating func append(_ days: some Collection<KPI.Fraction>) {
    precondition(days.count == daysPerReplication, "replications of one run have the same days")
    for day in days {
      numerators.append(day.numerator)
      denominators.append(day.denominator)
    }
  }

  /// The figure of each day that has one, in order.
  public var dayFigures: [Double] { figures(ofRunsOf: 1) }

  /// The figure of each whole week. Where a replication covers several days, a week is seven of them, counted from its
  /// first; a week at its end that is not whole is left out. Where it is one day, a week is as many replications as the
  /// week has open days: days are drawn independently.
  public func weekFigures(openDaysPerWeek: Int) -> [Double] {
    figures(ofRunsOf: daysPerReplication == 1 ? max(1, openDaysPerWeek) : 7)
  }

  private func figures(ofRunsOf length: Int) -> [Double] {
    let group = daysPerReplication == 1 ? numerators.count : daysPerReplication
    return stride(from: 0, to: numerators.count, by: max(1, group)).flatMap { start in
      stride(from: start, through: start + group - length, by: length).compactMap { first -> Double? in
        let range = first..<(first + length)
        let denominator = denominators[range].reduce(0, +)
        return denominator > 0 ? numerators[range].reduce(0, +) / denominator : nil
      }
    }
  }

  /// Numerator and denominator of each replication.
  var replicationSums: [KPI.Fraction] {
    guard daysPerReplication > 1 else { return zip(numerators, denominators).map { KPI.Fraction($0, per: $1) } }
    return (0..<replicationCount).map { index in
      let range = (index * daysPerReplication)..<((index + 1) * daysPerReplication)
      return KPI.Fraction(numerators[range].reduce(0, +), per: denominators[range].reduce(0, +))
    }
  }

  /// The share of days inside a range, as a ratio of its own: days that meet it / days that have a figure.
  func daysMet(_ range: (Double) -> Bool) -> KPISample {
    var sample = KPISample(daysPerReplication: daysPerReplication)
    sample.numerators = zip(numerators, denominators).map { $1 > 0 && range($0 / $1) ? 1 : 0 }
    sample.denominators = denominators.map { $0 > 0 ? 1 : 0 }
    return sample
  }

  /// The replications at these places.
  public func slice(_ places: Range<Int>) -> KPISample {
    var sample = KPISample(daysPerReplication: daysPerReplication)
    let days = (places.lowerBound * daysPerReplication)..<(places.upperBound * daysPerReplication)
    (sample.numerators, sample.denominators) = (Array(numerators[days]), Array(denominators[days]))
    return sample
  }

  /// The replications at these places, in this order.
  func at(_ places: [Int]) -> KPISample {
    var sample = KPISample(daysPerReplication: daysPerReplication)
    for place in places {
      let range = (place * daysPerReplication)..<((place + 1) * daysPerReplication)
      sample.numerators += numerators[range]
      sample.denominators += denominators[range]
    }
    return sample
  }
}

extension KPISample {
  /// A KPI of days that are all at hand; a replication with fewer days than the longest has days without figures.
  init(_ kpi: KPI, of replications: [[DaySums]], in context: ScoringContext) {
    self.init(daysPerReplication: replications.map(\.count).max() ?? 1)
    for days in replications {
      let missing = Array(repeating: KPI.Fraction(0.0, per: 0), count: daysPerReplication - days.count)
      append(days.map { kpi.fraction($0, context) } + missing)
    }
  }
}
