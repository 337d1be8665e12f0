internal import ContactCenter

/// The days that a replication covers: `2026-11-23..2026-12-20`, `7d from 2026-11-23`, `4w from 2026-11-23`.
enum PeriodText {
  static let dayLimit = 366
  static let pattern =
    "\(CalendarText.datePattern)\\.\\.\(CalendarText.datePattern)|[1-9][0-9]{0,2}[dw] from \(CalendarText.datePattern)"

  /// - Returns: first and last day, at most ``dayLimit`` days.
  static func parse(_ text: String) throws(ValueProblem) -> ClosedRange<CalendarDate> {
    let range: ClosedRange<CalendarDate>
    if let dots = text.firstRange(of: "..") {
      let first = try CalendarText.date(String(text[..<dots.lowerBound]))
      let last = try CalendarText.date(String(text[dots.upperBound...]))
      guard first <= last else {
        throw ValueProblem("the period ends before it begins", help: "write \(last)..\(first)")
      }
      range = first...last
    } else {
      range = try counted(text)
    }
    guard range.upperBound.dayNumber - range.lowerBound.dayNumber < dayLimit else {
      throw ValueProblem("a period has at most \(dayLimit) days")
    }
    return range
  }

  private static func counted(_ text: String) throws(ValueProblem) -> ClosedRange<CalendarDate> {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, parts[1] == "from", let unit = parts[0].last, unit == "d" || unit == "w",
      parts[0].first != "0", parts[0].count <= 4, parts[0].dropLast().utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let count = Int(parts[0].dropLast())
    else {
      throw ValueProblem("'\(text)' is not a period such as 2026-11-23..2026-12-20 or 7d from 2026-11-23")
    }
    let first = try CalendarText.date(parts[2])
    return first...first.advanced(by: count * (unit == "w" ? 7 : 1) - 1)
  }
}
