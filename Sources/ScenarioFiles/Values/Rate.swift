internal import ContactCenter

/// Contacts per time: `1000/day`, `7000/week`, `120/h`, `50/30m`.
struct Rate: Hashable {
  enum Unit: Hashable {
    case openDay
    case week
    case span(TimeSpan)
  }
  static let pattern = "\(ExactDecimal.pattern)/(day|week|d|w|h|hour|\(DurationText.pattern))"

  var count: ExactDecimal
  var unit: Unit

  static func parse(_ text: String) throws(ValueProblem) -> Rate {
    if ExactDecimal(text) != nil {
      throw ValueProblem("\(text) what?", help: "write \(text)/day, \(text)/week or \(text)/h")
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let count = ExactDecimal(parts[0]) else {
      throw ValueProblem("'\(text)' is not a rate such as 1000/day, 120/h or 50/30m", help: help(for: text))
    }
    switch parts[1] {
    case "day", "d": return Rate(count: count, unit: .openDay)
    case "week", "w": return Rate(count: count, unit: .week)
    case "h", "hour": return Rate(count: count, unit: .span(.hours(1)))
    default:
      guard let span = try? DurationText.parse(parts[1]), span > .zero else {
        throw ValueProblem("'\(text)' is not a rate such as 1000/day, 120/h or 50/30m", help: help(for: text))
      }
      return Rate(count: count, unit: .span(span))
    }
  }

  private static func help(for text: String) -> String? {
    let plain = text.filter { $0 != "," && $0 != "_" && $0 != "'" }
    if plain != text, (try? parse(plain)) != nil { return "write \(plain)" }
    let words = [
      (" a day", "/day"), (" per day", "/day"), (" a week", "/week"), (" per week", "/week"), (" per hour", "/h"),
      (" an hour", "/h"), ("/month", "/week"),
    ]
    for (word, unit) in words where plain.hasSuffix(word) {
      if word == "/month" { return "give the calls of a week or a day; months differ in length" }
      return "write \(plain.dropLast(word.count))\(unit)"
    }
    return nil
  }
}
