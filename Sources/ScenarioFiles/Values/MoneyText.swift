internal import ContactCenter

/// Amounts: `$22`, `€20`, `EUR 20`; wages add `/h`.
enum MoneyText {
  static let amountPattern = "(\\$|€|£|[A-Z]{3} )[0-9]{1,9}(\\.[0-9]{1,6})?"
  static let wagePattern = "\(amountPattern)/h"
  private static let symbols = [("$", "USD"), ("€", "EUR"), ("£", "GBP")]

  static func parse(_ text: String) throws(ValueProblem) -> Money {
    if let number = ExactDecimal(text) {
      throw ValueProblem("\(text) of what?", help: "write $\(number.text) or EUR \(number.text)")
    }
    guard let money = money(text) else {
      throw ValueProblem("'\(text)' is not an amount such as $10 or EUR 10", help: help(for: text))
    }
    return money
  }

  static func parseWage(_ text: String) throws(ValueProblem) -> Money {
    guard text.hasSuffix("/h"), let money = money(String(text.dropLast(2))) else {
      throw ValueProblem("'\(text)' is not a wage such as $22/h or EUR 20/h", help: wageHelp(for: text))
    }
    return money
  }

  /// `$80/month`, `$0.02/min`; without units an amount alone.
  ///
  /// - Parameter units: those that are allowed; nil for any, once the structure is known to be right.
  static func parseAmount(_ text: String, per units: [String]?) throws(ValueProblem) -> (money: Money, unit: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let unit = parts.count > 1 ? parts[1] : ""
    guard let units else { return (try parse(parts[0]), unit) }
    guard !units.isEmpty else { return (try parse(text), "") }
    let example = units.map { "$10/\($0)" }.joined(separator: " or ")
    guard units.contains(unit), let money = money(parts[0]) else {
      let help =
        ExactDecimal(parts[0]) != nil ? "write $\(parts[0])/\(units[0])" : "name the currency and what it is paid for"
      throw ValueProblem("'\(text)' is not a price such as \(example)", help: help)
    }
    return (money, unit)
  }

  static func pattern(per units: [String]) -> String {
    units.isEmpty ? amountPattern : "\(amountPattern)/(\(units.joined(separator: "|")))"
  }

  private static func money(_ text: String) -> Money? {
    let currency: String
    let digits: Substring
    if let symbol = symbols.first(where: { text.hasPrefix($0.0) }) {
      (currency, digits) = (symbol.1, text.dropFirst())
    } else {
      guard text.count > 4, text.prefix(3).utf8.allSatisfy({ (0x41...0x5A).contains($0) }),
        text.dropFirst(3).first == " "
      else { return nil }
      (currency, digits) = (String(text.prefix(3)), text.dropFirst(4))
    }
    guard let number = ExactDecimal(digits), number.places <= 6, let millionths = number.scaled(toPlaces: 6) else {
      return nil
    }
    return Money(millionths: millionths, currency: currency)
  }

  private static func help(for text: String) -> String? {
    let plain = text.filter { $0 != "," }
    return plain != text && money(plain) != nil ? "write \(plain)" : nil
  }

  private static func wageHelp(for text: String) -> String {
    if ExactDecimal(text) != nil { return "write $\(text)/h" }
    if money(text) != nil { return "a wage is paid by the hour: write \(text)/h" }
    return "name the currency and the hour"
  }

  static func text(_ money: Money) -> String {
    let amount = ExactDecimal(mantissa: money.millionths, places: 6).text
    return symbols.first { $0.1 == money.currency }.map { "\($0.0)\(amount)" } ?? "\(money.currency) \(amount)"
  }
}
