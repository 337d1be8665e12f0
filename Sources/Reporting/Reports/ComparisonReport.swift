public import KPIs

/// Two runs side by side.
public struct ComparisonReport: Report, Hashable {
  public struct Side: Hashable, Sendable {
    public var facts: RunFacts
    public var scorecard: Scorecard
    public init(facts: RunFacts, scorecard: Scorecard) {
      self.facts = facts
      self.scorecard = scorecard
    }
  }

  public var first: Side
  public var second: Side
  public var comparison: Comparison
  /// The same runs taken as independent, to show what pairing has won; nil where they are.
  public var unpaired: Comparison?
  /// Why the runs could not be paired: `different seeds`, `different demand`.
  public var reasonUnpaired: String?
  /// Inputs that differ, `agents: 19 -> 18`.
  public var differences: [String]

  public init(
    first: Side, second: Side, comparison: Comparison, unpaired: Comparison? = nil, reasonUnpaired: String? = nil,
    differences: [String] = []
  ) {
    self.first = first
    self.second = second
    self.comparison = comparison
    self.unpaired = unpaired
    self.reasonUnpaired = reasonUnpaired
    self.differences = differences
  }
}
