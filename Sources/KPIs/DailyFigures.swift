public import ContactCenter

/// KPIs day by day, simulated or measured, from which any window of days is summed up.
public struct DailyFigures: Sendable {
  /// A day's figures; what a day does not know is absent.
  public struct Day: Sendable {
    /// A date, or the number of a simulated day.
    public var name: String
    public var figures: [String: Double]
    /// Of measured days.
    public var date: CalendarDate?
    public init(name: String, figures: [String: Double], date: CalendarDate? = nil) {
      self.name = name
      self.figures = figures
      self.date = date
    }
  }

  public var days: [Day]

  public init(days: [Day]) { self.days = days }

  /// KPIs of which some day knows, in the order of the catalogue.
  public var names: [String] {
    KPICatalog.all.map(\.name).filter { name in days.contains { $0.figures[name] != nil } }
  }

  /// A KPI over some days: its daily figures, weighted by the contacts that they are about (offered for shares of all and
  /// waits of everybody, answered for the rest that is by contact) where every day tells them, else all days alike.
  /// nil where no day knows of it.
  public func figure(_ name: String, over range: Range<Int>) -> Double? {
    let known = days[range].filter { $0.figures[name] != nil }
    guard !known.isEmpty else { return nil }
    let weights = Self.weight(of: name).map { key in known.map { $0.figures[key] } }
    let usable = weights?.contains(nil) == false && (weights?.reduce(0) { $0 + ($1 ?? 0) } ?? 0) > 0
    let factors = usable ? weights!.map { $0! } : known.map { _ in 1 }
    let sum = zip(known, factors).reduce(0) { $0 + $1.0.figures[name]! * $1.1 }
    return sum / factors.reduce(0, +)
  }

  private static func weight(of name: String) -> String? {
    switch name {
    case "service_level", "abandonment", "wait_all_s": "offered"
    case "asa_s", "aht_s", "cost_per_contact": "answered"
    default: nil
    }
  }

  /// Every stretch of so many days, one after another; all of them where there are fewer. Days with dates are counted by
  /// the calendar: 28 days of a center that is closed at weekends are 20 rows.
  public func windows(of length: Int) -> [Range<Int>] {
    guard let first = days.first, let last = days.last else { return [] }
    guard let begin = first.date, let end = last.date else {
      guard days.count > length else { return [0..<days.count] }
      return (0...(days.count - length)).map { $0..<($0 + length) }
    }
    guard end.dayNumber - begin.dayNumber >= length else { return [0..<days.count] }
    return days.indices.compactMap { place in
      guard let date = days[place].date, date.dayNumber - begin.dayNumber >= length - 1 else { return nil }
      return start(of: length, endingWith: place)..<(place + 1)
    }
  }

  /// The last so many days, by the calendar where they have dates.
  public func last(_ length: Int) -> Range<Int> {
    days.isEmpty ? 0..<0 : start(of: length, endingWith: days.count - 1)..<days.count
  }

  private func start(of length: Int, endingWith place: Int) -> Int {
    guard let end = days[place].date else { return max(0, place + 1 - length) }
    return days.firstIndex { day in day.date.map { $0.dayNumber > end.dayNumber - length } ?? false } ?? place
  }
}

/// How far a figure has moved from its baseline.
public struct Divergence: Hashable, Sendable {
  public enum Level: String, Hashable, Sendable {
    case none
    case drift
    /// More than the critical multiple of the tolerance.
    case critical
  }

  public var name: String
  public var baseline: Double
  public var now: Double
  /// Relative to the baseline, 0.1 for 10%.
  public var tolerance: Double
  /// Days that it was seen in, `2026-10-01..2026-10-28`; nil for a whole run.
  public var window: String?

  /// A figure is critical from twice its tolerance on.
  public static let criticalMultiple = 2.0
  public static let usualTolerance = 0.10

  public init(name: String, baseline: Double, now: Double, tolerance: Double, window: String? = nil) {
    self.name = name
    self.baseline = baseline
    self.now = now
    self.tolerance = tolerance
    self.window = window
  }

  /// (now - baseline) / |baseline|; infinite where a figure has left 0.
  public var relative: Double {
    if now == baseline { return 0 }
    return baseline == 0 ? (now > 0 ? .infinity : -.infinity) : (now - baseline) / abs(baseline)
  }

  public var level: Level {
    if abs(relative) > Self.criticalMultiple * tolerance { return .critical }
    return abs(relative) > tolerance ? .drift : .none
  }
}
