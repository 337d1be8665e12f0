public import KPIs

/// The figures and verdicts of one run.
public struct ScorecardReport: Report, Hashable {
  public var facts: RunFacts
  public var scorecard: Scorecard
  /// The scenario in one line; empty where it is not told again.
  public var headline: String
  public var shape: DayShape?
  /// By queue, by interval, as asked for.
  public var parts: [Part]
  /// Whether an unsure target counts as missed.
  public var isStrict: Bool
  /// Only the verdicts: what `evaluate` shows.
  public var isBrief: Bool

  public init(
    facts: RunFacts, scorecard: Scorecard, headline: String = "", shape: DayShape? = nil, parts: [Part] = [],
    isStrict: Bool = false, isBrief: Bool = false
  ) {
    self.facts = facts
    self.scorecard = scorecard
    self.headline = headline
    self.shape = shape
    self.parts = parts
    self.isStrict = isStrict
    self.isBrief = isBrief
  }

  /// Parts of one kind, in their order.
  func parts(_ kind: Part.Kind) -> [Part] { parts.filter { $0.kind == kind } }
}
