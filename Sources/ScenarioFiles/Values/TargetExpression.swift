internal import ContactCenter

/// What a metric should be: `90% in 20s`, `at most 5%`, `75% to 85%`, `18 to 22`, `$3 to $10`.
struct TargetExpression: Hashable {
  /// What the numbers of a metric are, and which way is good.
  enum Unit: Hashable {
    /// A share of contacts answered within a time; a bare share is a lower bound.
    case serviceLevel
    case share(Direction)
    case duration(Direction)
    case count(Direction)
    case money(Direction)
  }

  /// What a bare value means.
  enum Direction: Hashable {
    case atLeast, atMost
  }

  /// Shares as fractions, durations in seconds, money in units of its currency.
  var range: Target.Range
  /// The acceptable wait of a service level.
  var wait: TimeSpan?
  var currency: String?

  static func parse(_ text: String, unit: Unit) throws(ValueProblem) -> TargetExpression {
    if text.hasPrefix(">") || text.hasPrefix("<") || text.hasPrefix("=") {
      throw ValueProblem("'\(text)' uses a sign", help: signHelp(for: text))
    }
    guard case .serviceLevel = unit else { return try bounds(text, unit: unit) }
    return try serviceLevel(text)
  }

  private static func serviceLevel(_ text: String) throws(ValueProblem) -> TargetExpression {
    if let short = shortServiceLevel(text) { return short }
    guard let split = text.firstRange(of: " in ") else {
      throw ValueProblem("'\(text)' does not say in what time", help: serviceLevelHelp(for: text))
    }
    let share = String(text[..<split.lowerBound])
    guard !share.hasPrefix("at most") else {
      throw ValueProblem(
        "a service level is a lower bound", help: "write \(share.dropFirst(8)) in \(text[split.upperBound...])")
    }
    var expression = try bounds(share, unit: .share(.atLeast))
    let wait = try DurationText.parse(String(text[split.upperBound...]))
    guard wait <= .days(7) else { throw ValueProblem("an acceptable wait is at most 7 days") }
    expression.wait = wait
    return expression
  }

  /// `90/20`: 90% in 20 seconds, the trade's short form.
  private static func shortServiceLevel(_ text: String) -> TargetExpression? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].count), (1...4).contains(parts[1].count) else { return nil }
    guard let percent = ExactDecimal(parts[0]), let seconds = ExactDecimal(parts[1]) else { return nil }
    guard percent.places == 0, seconds.places == 0 else { return nil }
    return TargetExpression(
      range: Target.Range(lower: Share.percent(percent.mantissa).fraction), wait: .seconds(seconds.mantissa))
  }

  private static func serviceLevelHelp(for text: String) -> String {
    let share = text.hasPrefix("at least ") ? String(text.dropFirst(9)) : text
    return (try? ShareText.parse(share)) != nil ? "write \(share) in 20s" : "write 90% in 20s or 90/20"
  }

  private static func bounds(_ text: String, unit: Unit) throws(ValueProblem) -> TargetExpression {
    if let split = text.firstRange(of: " to ") {
      let lower = try value(String(text[..<split.lowerBound]), unit)
      let upper = try value(String(text[split.upperBound...]), unit)
      guard lower.value <= upper.value else { throw ValueProblem("'\(text)' ends before it begins") }
      guard lower.currency == upper.currency else { throw ValueProblem("'\(text)' mixes two currencies") }
      return TargetExpression(range: Target.Range(lower: lower.value, upper: upper.value), currency: lower.currency)
    }
    for (words, direction) in [("at least ", Direction.atLeast), ("at most ", .atMost)] where text.hasPrefix(words) {
      return bound(try value(String(text.dropFirst(words.count)), unit), direction)
    }
    return bound(try value(text, unit), unit.direction)
  }

  private static func bound(_ bound: (value: Double, currency: String?), _ direction: Direction) -> TargetExpression {
    let isLower = direction == .atLeast
    return TargetExpression(
      range: Target.Range(lower: isLower ? bound.value : nil, upper: isLower ? nil : bound.value),
      currency: bound.currency)
  }

  private static func value(_ text: String, _ unit: Unit) throws(ValueProblem) -> (value: Double, currency: String?) {
    switch unit {
    case .serviceLevel, .share: return (try ShareText.parse(text).fraction, nil)
    case .duration: return (try DurationText.parse(text).inSeconds, nil)
    case .money:
      let money = try MoneyText.parse(text)
      return (money.amount, money.currency)
    case .count:
      guard let number = ExactDecimal(text) else {
        throw ValueProblem("'\(text)' is not a number, 'at most N', 'at least N' or 'N to M'")
      }
      return (number.value, nil)
    }
  }

  private static func signHelp(for text: String) -> String {
    let rest = text.drop { "<>= ".contains($0) }
    return "write 'at \(text.hasPrefix("<") ? "most" : "least") \(rest)'"
  }
}

extension TargetExpression.Unit {
  var direction: TargetExpression.Direction {
    switch self {
    case .serviceLevel: .atLeast
    case .share(let direction), .duration(let direction), .count(let direction), .money(let direction): direction
    }
  }

  /// Pattern of one number of this unit.
  private var valuePattern: String {
    switch self {
    case .serviceLevel, .share: ShareText.pattern
    case .duration: "0|\(DurationText.pattern)"
    case .count: ExactDecimal.pattern
    case .money: MoneyText.amountPattern
    }
  }

  var pattern: String {
    let value = "(\(valuePattern))"
    guard case .serviceLevel = self else { return "(at least |at most )?\(value)|\(value) to \(value)" }
    return "((at least )?\(value)|\(value) to \(value)) in (0|\(DurationText.pattern))|[0-9]{1,2}/[0-9]{1,4}"
  }

  /// Examples for messages and the key list.
  var example: String {
    switch self {
    case .serviceLevel: "`90% in 20s`, `at least 90% in 20s`, `90/20`"
    case .share: "`at most 5%`, `at least 75%`, `75% to 85%`"
    case .duration: "`at most 20s`, `5m to 7m`"
    case .count: "`at most 22`, `18 to 22`"
    case .money: "`at most $10`, `$3 to $10`"
    }
  }
}
