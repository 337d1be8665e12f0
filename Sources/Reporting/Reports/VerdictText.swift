internal import ContactCenter
public import KPIs

/// A target's result in words, the same in every format.
public struct VerdictText: Sendable {
  public var result: TargetResult
  public var currency: String?
  /// What one replication is called: a day, unless it holds several.
  private let unit: String

  public init(_ result: TargetResult, _ facts: RunFacts) {
    self.result = result
    currency = facts.currency
    unit = facts.daysPerReplication == 1 ? "days" : "replications"
  }

  var mark: String {
    switch result.verdict {
    case .met: "✓"
    case .missed: "✗"
    case .unsure: "?"
    }
  }

  var ink: Ink {
    switch result.verdict {
    case .met: .good
    case .missed: .bad
    case .unsure: .unsure
    }
  }

  /// `95.2%`, or why there is none.
  public var got: String { result.estimate.map { quantity($0).value($0.mean) } ?? NumberText.missing }
  public var interval: String { result.estimate.map { quantity($0).interval($0.interval) } ?? "" }
  var daysMet: String { result.shareOfDaysMet.map(Self.daysMet) ?? "" }
  var weeksMet: String { result.shareOfWeeksMet.map(Self.daysMet) ?? "" }

  /// Whole percent; nearly all and hardly any are not rounded to all and none.
  static func daysMet(_ share: Double) -> String {
    if share > 0.99, share < 1 { return ">99%" }
    if share > 0, share < 0.01 { return "<1%" }
    return NumberText.fixed(share * 100) + "%"
  }

  /// `met`, `missed by 7.3 points`, `unsure: about 400 more days would settle it`.
  public var word: String {
    switch result.verdict {
    case .met: "met"
    case .missed: "missed" + (distance.map { " by " + $0 } ?? "")
    case .unsure: "unsure: " + doubt
    }
  }

  /// With the grade: `met, Excellent`.
  var graded: String {
    guard let grade = result.grade else { return word }
    return grade == .metTarget ? grade.rawValue : "\(word), \(grade.rawValue)"
  }

  /// One line for annotations: `service_level 95.2% [94.9, 95.5] meets 90% in 20s`.
  public var sentence: String {
    let figures = [result.target.name, got, interval].filter { !$0.isEmpty }.joined(separator: " ")
    switch result.verdict {
    case .met: return "\(figures) meets \(result.target.text)"
    case .missed: return "\(figures) misses \(result.target.text), \(miss)"
    case .unsure: return "\(figures) may or may not meet \(result.target.text): \(doubt)"
    }
  }

  private func quantity(_ estimate: Estimate) -> QuantityText { QuantityText(estimate.unit, currency: currency) }

  private var miss: String {
    guard let distance, let estimate = result.estimate else { return "no figure" }
    return (estimate.mean > result.target.range.upper ?? .infinity ? "above by " : "below by ") + distance
  }

  /// How far the mean lies outside the range.
  private var distance: String? {
    guard let estimate = result.estimate else { return nil }
    let above = result.target.range.upper.map { estimate.mean - $0 } ?? -.infinity
    let below = result.target.range.lower.map { $0 - estimate.mean } ?? -.infinity
    return max(above, below) > 0 ? quantity(estimate).distance(max(above, below)) : nil
  }

  private var doubt: String {
    guard let estimate = result.estimate else { return "the scenario gives no figure for it" }
    guard estimate.interval != nil else { return "one replication has no interval, run more" }
    guard let more = result.replicationsToSettle else { return "too near to the limit for any number of \(unit)" }
    return "about \(NumberText.whole(Self.rounded(more))) more \(unit) would settle it"
  }

  /// One significant figure, upwards: the number is a guess from the present width.
  static func rounded(_ count: Int) -> Int {
    var step = 1
    while step * 10 <= count { step *= 10 }
    return (count + step - 1) / step * step
  }
}
