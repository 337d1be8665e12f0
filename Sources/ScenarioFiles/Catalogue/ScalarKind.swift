internal import ContactCenter

/// What one value may be: its grammar, once for the reader and once as a regular expression for the JSON Schema.
enum ScalarKind: Hashable {
  case formatVersion
  case text
  case timeZone
  case opening
  case period
  case date
  case interval
  case rate
  case share
  case integer(ClosedRange<Int>)
  /// A number from just above 0 to this.
  case number(Int)
  case choice([String])
  case wage
  /// An amount of money, for one of these units where there are any: `$80/month`.
  case amount(per: [String])
  case distribution(DistributionText.Use)
  case duration
  case profileName
  case weight
  case weekdayFactor
  case target(TargetExpression.Unit)
  case name
  case days
  case clockRange
  case lunch
  case breaks
  case file
  case priority
  case clock
  /// A clock time, or `peak`.
  case clockOrPeak
  case dates
  /// How many times as many: `x3`, `+20%`.
  case factor
  /// The volume of a date: a factor, contacts a day, or `closed`.
  case dateVolume
  /// A duration that may be 0.
  case span
}

extension ScalarKind {
  static let longestText = 200

  /// Checks the text without keeping its value.
  func check(_ text: String) throws(ValueProblem) {
    switch self {
    case .formatVersion: try Self.formatVersion(text)
    case .text: try Self.text(text)
    case .timeZone: _ = try TimeZoneName.parse(text)
    case .opening: _ = try OpeningRule.parse(text)
    case .period: _ = try PeriodText.parse(text)
    case .date: _ = try CalendarText.date(text)
    case .interval: _ = try Self.interval(text)
    case .rate: _ = try Rate.parse(text)
    case .share: _ = try ShareText.parse(text)
    case .integer(let range): _ = try Self.integer(text, range)
    case .number(let limit): _ = try Self.number(text, limit)
    case .choice(let words): try Self.choice(text, words)
    case .wage: _ = try MoneyText.parseWage(text)
    case .amount(let units): _ = try MoneyText.parseAmount(text, per: units)
    case .distribution(let use): _ = try DistributionText.parse(text, use)
    case .duration: _ = try DistributionText.mean(text)
    case .profileName: try Self.choice(text, NamedProfile.allCases.map(\.rawValue))
    case .weight: _ = try ProfileWeight.parse(text)
    case .weekdayFactor: _ = try Self.weekdayFactor(text)
    case .target(let unit): _ = try TargetExpression.parse(text, unit: unit)
    case .name: try Self.name(text)
    case .days: _ = try CalendarText.days(text)
    case .clockRange: _ = try ClockText.parseRange(text)
    case .lunch: _ = try BreakText.lunch(text)
    case .breaks: _ = try BreakText.breaks(text)
    case .file: try Self.file(text)
    case .priority: _ = try Self.priority(text)
    case .clock: _ = try ClockText.parse(text)
    case .clockOrPeak: if text != "peak" { _ = try ClockText.parse(text) }
    case .dates: _ = try CalendarText.dates(text)
    case .factor: _ = try FactorText.parse(text)
    case .dateVolume: _ = try DateVolumeText.parse(text)
    case .span: _ = try Self.span(text)
    }
  }

  static func formatVersion(_ text: String) throws(ValueProblem) {
    guard text == "1" else {
      throw ValueProblem("this program reads format 1, not '\(text)'", help: "write busyhour: 1")
    }
  }

  static func text(_ text: String) throws(ValueProblem) {
    guard !text.isEmpty else { throw ValueProblem("the text is empty") }
    guard text.unicodeScalars.count <= longestText else {
      throw ValueProblem("the text is longer than \(longestText) characters")
    }
    guard !text.unicodeScalars.contains(where: { $0.value < 32 }) else {
      throw ValueProblem("the text has several lines")
    }
  }

  static let forbiddenInNames = ".:,=#'\"{}[]"

  /// Names of queues, teams, shifts and categories: they appear in key paths and in reports.
  static func name(_ text: String) throws(ValueProblem) {
    guard (1...60).contains(text.unicodeScalars.count) else {
      throw ValueProblem("a name has 1 to 60 characters")
    }
    guard !text.hasPrefix(" "), !text.hasSuffix(" "), !text.unicodeScalars.contains(where: { $0.value < 32 }),
      !text.contains(where: { forbiddenInNames.contains($0) })
    else {
      throw ValueProblem(
        "'\(text)' is no name", help: "names are without \(forbiddenInNames.map(String.init).joined(separator: " "))")
    }
  }

  /// Reading and planning intervals tile the day.
  static func interval(_ text: String) throws(ValueProblem) -> TimeSpan {
    let span = try DurationText.parse(text)
    guard span >= .minutes(1), span <= .days(1), TimeSpan.days(1).microseconds % span.microseconds == 0 else {
      throw ValueProblem("\(text) does not divide a day", help: "usual intervals are 15m, 30m and 1h")
    }
    return span
  }

  static func span(_ text: String) throws(ValueProblem) -> TimeSpan {
    let span = try DurationText.parse(text)
    guard span <= DistributionText.longest else { throw ValueProblem("\(text) is longer than 7 days") }
    return span
  }

  static func integer(_ text: String, _ range: ClosedRange<Int>) throws(ValueProblem) -> Int {
    guard let number = ExactDecimal(text) ?? longInteger(text), number.places == 0 else {
      throw ValueProblem("'\(text)' is not a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    guard let value = Int(exactly: number.mantissa), range.contains(value) else {
      throw ValueProblem("\(text) is outside \(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }

  private static func longInteger(_ text: String) -> ExactDecimal? {
    guard (1...18).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int64(text).map { ExactDecimal(mantissa: $0, places: 0) }
  }

  static func number(_ text: String, _ limit: Int) throws(ValueProblem) -> ExactDecimal {
    guard let number = ExactDecimal(text) else { throw ValueProblem("'\(text)' is not a number such as 0.8") }
    guard number.mantissa > 0, number <= ExactDecimal(limit) else {
      throw ValueProblem("\(text) is outside 0 to \(limit)")
    }
    return number
  }

  static func weekdayFactor(_ text: String) throws(ValueProblem) -> ExactDecimal {
    guard let number = ExactDecimal(text), number <= ExactDecimal(100) else {
      throw ValueProblem(
        "'\(text)' is not a factor such as 1.25", help: "1 is an average day; factors run from 0 to 100")
    }
    return number
  }

  static func choice(_ text: String, _ words: [String]) throws(ValueProblem) {
    guard !words.contains(text) else { return }
    throw ValueProblem("unknown value '\(text)'", help: SpellingHelp.help(for: text, among: words, listedAs: "allowed"))
  }

  static let priorityWords = [("high", 2), ("normal", 5), ("low", 8)]

  /// 0 is served first, 9 last.
  static func priority(_ text: String) throws(ValueProblem) -> Int {
    if let word = priorityWords.first(where: { $0.0 == text }) { return word.1 }
    guard text.count == 1, let digit = Int(text) else {
      throw ValueProblem("unknown value '\(text)'", help: "allowed: high, normal, low, or 0 (first) to 9 (last)")
    }
    return digit
  }

  /// A file beside the scenario or below its folder, so that a scenario can be moved with its data.
  static func file(_ text: String) throws(ValueProblem) {
    guard !text.isEmpty, text.utf8.count <= 255 else { throw ValueProblem("a file name has 1 to 255 characters") }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let isAbsolute = text.hasPrefix("/") || text.hasPrefix("~") || text.contains("\\") || text.dropFirst().first == ":"
    guard !isAbsolute else {
      throw ValueProblem(
        "'\(text)' is not a path from the scenario's own folder",
        help: "put the file beside the scenario and write its name")
    }
    guard !parts.contains(".."), !parts.contains("") else {
      throw ValueProblem(
        "'\(text)' leads out of the scenario's folder", help: "put the file beside the scenario and write its name")
    }
    guard !text.unicodeScalars.contains(where: { $0.value < 32 }) else {
      throw ValueProblem("'\(text)' is no file name")
    }
  }
}
