internal import ContactCenter

/// Durations: `90s`, `5m30s`, `1h`, `1.5h`, `500ms`, `2d`.
enum DurationText {
  private static let number = "[0-9]{1,6}(\\.[0-9]{1,6})?"
  static let pattern = "(?=[0-9])(\(number)d)?(\(number)h)?(\(number)m)?(\(number)s)?(\(number)ms)?"
  /// Units in the order in which they may follow each other, with their microseconds.
  private static let units: [(name: String, microseconds: Int64)] = [
    ("d", 86_400_000_000), ("h", 3_600_000_000), ("m", 60_000_000), ("s", 1_000_000), ("ms", 1_000),
  ]

  /// - Throws: for a bare number other than 0, unknown units, units out of order, parts of a microsecond.
  static func parse(_ text: String) throws(ValueProblem) -> TimeSpan {
    if text == "0" { return .zero }
    if ExactDecimal(text) != nil {
      throw ValueProblem("\(text) what?", help: "write \(text)s, \(text)m or \(text)h")
    }
    guard let microseconds = microseconds(of: text) else {
      throw ValueProblem("'\(text)' is not a duration such as 90s, 5m30s or 1h", help: help(for: text))
    }
    return TimeSpan(microseconds: microseconds)
  }

  private static func microseconds(of text: String) -> Int64? {
    var rest = text[...]
    var nextUnit = 0
    var sum: Int64 = 0
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber || $0 == "." }
      rest = rest.dropFirst(digits.count)
      let letters = rest.prefix { $0.isASCII && $0.isLetter }
      rest = rest.dropFirst(letters.count)
      guard let unit = units.firstIndex(where: { $0.name == letters }), unit >= nextUnit,
        let part = microseconds(of: digits, unit: units[unit].microseconds)
      else { return nil }
      nextUnit = unit + 1
      sum += part
    }
    return text.isEmpty ? nil : sum
  }

  /// Six digits a part keep every sum inside 64 bits.
  private static func microseconds(of digits: Substring, unit: Int64) -> Int64? {
    guard let number = ExactDecimal(digits), number.mantissa < 1_000_000_000_000, number.places <= 6 else { return nil }
    guard digits.prefix(while: { $0 != "." }).count <= 6 else { return nil }
    let product = Int128(number.mantissa) * Int128(unit)
    let divisor = Int128(ExactDecimal.power(number.places))
    return Int64(exactly: product / divisor)
  }

  private static func help(for text: String) -> String? {
    if ClockText.isClock(text) {
      let parts = text.split(separator: ":")
      return
        "\(text) is a clock time; five minutes are 5m, \(Int(parts[0]) ?? 0) min \(Int(parts[1]) ?? 0) s are \(Int(parts[0]) ?? 0)m\(Int(parts[1]) ?? 0)s"
    }
    let plain = text.lowercased().filter { $0 != " " }
    let words = [
      ("milliseconds", "ms"), ("hours", "h"), ("hour", "h"), ("hrs", "h"), ("hr", "h"), ("minutes", "m"),
      ("minute", "m"), ("mins", "m"), ("min", "m"), ("seconds", "s"), ("second", "s"), ("secs", "s"), ("sec", "s"),
      ("days", "d"), ("day", "d"),
    ]
    let short = words.reduce(plain) { replace($1.0, with: $1.1, in: $0) }
    if short != text, microseconds(of: short) != nil { return "write \(short)" }
    return "units are d, h, m, s and ms, from the longest to the shortest"
  }

  private static func replace(_ word: String, with short: String, in text: String) -> String {
    guard let range = text.firstRange(of: word) else { return text }
    return String(text[..<range.lowerBound]) + short + String(text[range.upperBound...])
  }

  /// The shortest spelling that reads back to the same span: `5m30s`, `1h`, `250ms`, `0`.
  static func text(_ span: TimeSpan) -> String {
    if span == .zero { return "0" }
    var rest = span.microseconds
    var text = ""
    for unit in units.dropLast(2) where rest >= unit.microseconds {
      text += "\(rest / unit.microseconds)\(unit.name)"
      rest %= unit.microseconds
    }
    if rest > 0 { text += "\(ExactDecimal(mantissa: rest, places: 6).text)s" }
    return text
  }
}
