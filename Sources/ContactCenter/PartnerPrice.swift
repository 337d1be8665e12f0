/// What an outsourcing partner asks; its people get no wage from the center.
public enum PartnerPrice: Hashable, Sendable {
  /// For each contact that it answers.
  case contact(Money)
  /// For each minute of talk and wrap-up.
  case minute(Money)

  public var money: Money {
    switch self {
    case .contact(let money), .minute(let money): money
    }
  }
}
