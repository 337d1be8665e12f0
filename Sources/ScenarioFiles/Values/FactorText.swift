internal import ContactCenter

/// How many times as many: `x3`, `x0.5`, or as a change, `+20%`, `-30%`.
enum FactorText {
  static let pattern = "x\(ExactDecimal.pattern)|[+-]\(ShareText.percentPattern)"
  static let limit = 1_000

  static func parse(_ text: String) throws(ValueProblem) -> ExactDecimal {
    guard let factor = number(text) else {
      throw ValueProblem("'\(text)' is not a factor such as x3 or +20%", help: help(for: text))
    }
    guard factor <= ExactDecimal(limit) else { throw ValueProblem("\(text) is more than x\(limit)") }
    return factor
  }

  private static func number(_ text: String) -> ExactDecimal? {
    if text.hasPrefix("x") { return ExactDecimal(text.dropFirst()) }
    guard let sign = text.first, sign == "+" || sign == "-", text.hasSuffix("%"),
      let share = try? ShareText.parse(String(text.dropFirst()))
    else { return nil }
    let change = sign == "+" ? share.partsPerBillion : -share.partsPerBillion
    return ExactDecimal(mantissa: 1_000_000_000 + change, places: 9)
  }

  private static func help(for text: String) -> String? {
    if ExactDecimal(text) != nil { return "write x\(text)" }
    if text.hasSuffix("%"), ExactDecimal(text.dropLast()) != nil { return "write +\(text) for so much more" }
    if text.hasSuffix("x"), ExactDecimal(text.dropLast()) != nil { return "write x\(text.dropLast())" }
    return nil
  }

  static func text(_ factor: ExactDecimal) -> String { "x\(factor.text)" }
}
