/// Refunds that callers ask for. The amount belongs to the customer: every tier sees the same.
public struct RefundRules: Hashable, Sendable {
  /// Part of the customers who ask for one.
  public var share: Share
  /// Amounts are lognormal; mean in units of the currency, above 0.
  public var meanAmount: Double
  /// Coefficient of variation of the amounts, above 0.
  public var variation: Double

  public init(share: Share, meanAmount: Double, variation: Double = 1) {
    self.share = share
    self.meanAmount = meanAmount
    self.variation = variation
  }
}
