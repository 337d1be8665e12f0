/// An amount in one currency, in whole millionths of its unit, so that wages and costs add up exactly.
public struct Money: Hashable, Sendable {
  public var millionths: Int64
  /// ISO 4217 code: `USD`, `EUR`.
  public var currency: String

  public init(millionths: Int64, currency: String) {
    self.millionths = millionths
    self.currency = currency
  }

  public var amount: Double { Double(millionths) / 1_000_000 }
}
