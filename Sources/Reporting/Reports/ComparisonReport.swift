public import KPIs

/// Runs side by side: each held against the first.
public struct ComparisonReport: Report, Hashable {
  public struct Side: Hashable, Sendable {
    public var facts: RunFacts
    public var scorecard: Scorecard
    public init(facts: RunFacts, scorecard: Scorecard) {
      self.facts = facts
      self.scorecard = scorecard
    }
  }

  /// A run and how it differs from the first.
  public struct Pair: Hashable, Sendable {
    public var second: Side
    public var comparison: Comparison
    /// Why the runs could not be paired: `different seeds`, `different demand`.
    public var reasonUnpaired: String?
    /// Inputs that differ, `agents: 19 -> 18`.
    public var differences: [String]
    /// Whether the figures of one of the runs have decided when it stopped: the intervals are those of repeated looks then.
    public var isSequential: Bool

    public init(
      second: Side, comparison: Comparison, reasonUnpaired: String? = nil, differences: [String] = [],
      isSequential: Bool = false
    ) {
      self.second = second
      self.comparison = comparison
      self.reasonUnpaired = reasonUnpaired
      self.differences = differences
      self.isSequential = isSequential
    }
  }

  public var first: Side
  /// At least one. With several, words follow Holm's rule (``Comparison/adjusted(_:)``).
  public var pairs: [Pair]

  public init(first: Side, pairs: [Pair]) {
    self.first = first
    self.pairs = pairs
    for (place, comparison) in Comparison.adjusted(pairs.map(\.comparison)).enumerated() {
      self.pairs[place].comparison = comparison
    }
  }
}
