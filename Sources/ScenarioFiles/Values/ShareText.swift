internal import ContactCenter

/// Parts of a whole: `25%`, `0.25`, `0`.
enum ShareText {
  static let percentPattern = "(100(\\.0{1,7})?|[0-9]{1,2}(\\.[0-9]{1,7})?)%"
  static let pattern = "\(percentPattern)|0(\\.[0-9]{1,9})?"

  /// - Throws: for bare numbers of 1 and above, more than 100%, and more than nine decimals of the fraction.
  static func parse(_ text: String) throws(ValueProblem) -> Share {
    if text.hasSuffix("%") { return try percent(text) }
    guard let number = ExactDecimal(text) else {
      throw ValueProblem("'\(text)' is not a percentage such as 25% or 0.25", help: help(for: text))
    }
    guard text == "0" || text.hasPrefix("0.") else {
      throw ValueProblem("\(text) what?", help: advice(for: number, text))
    }
    return Share(partsPerBillion: number.scaled(toPlaces: 9) ?? 0)
  }

  private static func percent(_ text: String) throws(ValueProblem) -> Share {
    guard let number = ExactDecimal(text.dropLast()) else {
      throw ValueProblem("'\(text)' is not a percentage such as 25% or 0.25", help: help(for: text))
    }
    guard number.places <= 7 else { throw ValueProblem("\(text) has more than seven decimals") }
    let share = Share(partsPerBillion: number.scaled(toPlaces: 7) ?? 0)
    guard share <= .whole else { throw ValueProblem("\(text) is more than 100%") }
    let whole = text.dropLast().prefix { $0 != "." }
    guard whole.count <= 2 || whole == "100" else { throw ValueProblem("\(text) has superfluous zeros") }
    return share
  }

  private static func advice(for number: ExactDecimal, _ text: String) -> String {
    let hundredth = ExactDecimal(mantissa: number.mantissa, places: number.places + 2)
    guard number <= ExactDecimal(100), hundredth.places <= 9 else { return "write a percentage such as 25%" }
    return number == ExactDecimal(1) || text.hasPrefix("1.")
      ? "write \(text)% or 100%" : "write \(text)% or \(hundredth.text)"
  }

  private static func help(for text: String) -> String? {
    let plain = text.filter { $0 != " " }.replacingComma
    if plain != text, (try? parse(plain)) != nil { return "write \(plain)" }
    if text.hasPrefix("-") { return "percentages run from 0% to 100%" }
    return nil
  }

  /// `25%`, `12.5%`.
  static func text(_ share: Share) -> String {
    "\(ExactDecimal(mantissa: share.partsPerBillion, places: 7).text)%"
  }
}

extension String {
  /// A decimal comma made a point.
  var replacingComma: String { String(map { $0 == "," ? "." : $0 }) }
}
