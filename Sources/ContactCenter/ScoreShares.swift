/// How often each score of a scale is given.
public struct ScoreShares: Hashable, Sendable {
  /// The scale's first score; the others follow by one.
  public var lowest: Int
  /// One a score; they sum to the whole.
  public var shares: [Share]

  public init(lowest: Int, shares: [Share]) {
    self.lowest = lowest
    self.shares = shares
  }

  /// Mean score.
  public var mean: Double {
    shares.enumerated().reduce(0) { $0 + Double(lowest + $1.offset) * $1.element.fraction }
  }
}
