internal import ContactCenter

/// Clock times of the 24-hour day and ranges of them: `08:00`, `24:00`, `08:00-18:00`, `23:00-07:30`.
enum ClockText {
  static let pattern = "(([01]?[0-9]|2[0-3]):[0-5][0-9]|24:00)"
  static let rangePattern = "\(pattern)-\(pattern)"

  static func isClock(_ text: some StringProtocol) -> Bool { span(String(text)) != nil }

  static func parse(_ text: String) throws(ValueProblem) -> TimeSpan {
    guard let span = span(text) else {
      throw ValueProblem("'\(text)' is not a clock time such as 08:00 or 17:30", help: help(for: text))
    }
    return span
  }

  /// A range whose end is not later than its start runs past midnight.
  static func parseRange(_ text: String) throws(ValueProblem) -> ClockRange {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard ends.count == 2 else {
      throw ValueProblem("'\(text)' is not a stretch of the day such as 08:00-18:00", help: rangeHelp(for: text))
    }
    if span(ends[0]) == nil || span(ends[1]) == nil, let start = repaired(ends[0]), let end = repaired(ends[1]) {
      throw ValueProblem("'\(text)' is not a stretch of the day such as 08:00-18:00", help: "write \(start)-\(end)")
    }
    let start = try parse(ends[0])
    let end = try parse(ends[1])
    guard start != end else { throw ValueProblem("'\(text)' is empty; a whole day is 00:00-24:00") }
    guard start < .days(1) else { throw ValueProblem("'\(text)' begins at 24:00; write 00:00") }
    return ClockRange(start: start, end: end > start ? end : end + .days(1))
  }

  private static func span(_ text: String) -> TimeSpan? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2 else { return nil }
    guard parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else { return nil }
    guard let hour = Int64(parts[0]), let minute = Int64(parts[1]), minute < 60 else { return nil }
    guard hour < 24 || hour == 24 && minute == 0 else { return nil }
    return .minutes(hour * 60 + minute)
  }

  private static func help(for text: String) -> String {
    repaired(text).map { "write \($0)" } ?? "clock times run from 00:00 to 24:00"
  }

  /// The clock time that was meant by `8am`, `0800`, `8`.
  private static func repaired(_ text: String) -> String? {
    if span(text) != nil { return text }
    let lower = text.lowercased().filter { $0 != " " && $0 != "." }
    if lower.hasSuffix("am") || lower.hasSuffix("pm") {
      let parts = lower.dropLast(2).split(separator: ":")
      guard let first = parts.first, let hour = Int(first), (1...12).contains(hour) else { return nil }
      let minutes = parts.count > 1 ? String(parts[1]) : "00"
      let clock = "\((hour % 12) + (lower.hasSuffix("pm") ? 12 : 0)):\(minutes)"
      let padded = clock.count == 4 ? "0" + clock : clock
      return span(padded) == nil ? nil : padded
    }
    let isDigits = text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    let clock = "\(text.prefix(2)):\(text.suffix(2))"
    if isDigits, text.count == 4 { return span(clock) == nil ? nil : clock }
    if isDigits, text.count < 3, let hour = Int(text), hour < 24 { return "\(hour < 10 ? "0" : "")\(hour):00" }
    return nil
  }

  private static func rangeHelp(for text: String) -> String? {
    for separator in [" to ", "–", "..", " - "] {
      if let range = text.firstRange(of: separator) {
        let fixed = "\(text[..<range.lowerBound])-\(text[range.upperBound...])"
        if (try? parseRange(fixed)) != nil { return "write \(fixed)" }
      }
    }
    return nil
  }

  /// `08:00`; times past midnight are those of the next day.
  static func text(_ span: TimeSpan) -> String {
    let minutes = span.microseconds / 60_000_000
    let inDay = minutes > 1_440 ? minutes - 1_440 : minutes
    func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(inDay / 60)):\(two(inDay % 60))"
  }

  static func text(_ range: ClockRange) -> String { "\(text(range.start))-\(text(range.end))" }
}
