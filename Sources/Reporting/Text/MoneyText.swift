/// Amounts of money: the sign of a well-known currency before the amount, else its code.
public enum MoneyText {
  /// `$6.42`, `CHF 6.42`, `6.42` where the currency is unknown.
  public static func of(_ amount: Double, currency: String?) -> String {
    let text = NumberText.fixed(abs(amount), places: 2)
    guard text != NumberText.missing else { return text }
    return (amount < 0 && text != "0.00" ? "-" : "") + prefix(currency) + text
  }

  static func prefix(_ currency: String?) -> String {
    switch currency {
    case nil: ""
    case "USD": "$"
    case "EUR": "€"
    case "GBP": "£"
    case .some(let code): code + " "
    }
  }
}
