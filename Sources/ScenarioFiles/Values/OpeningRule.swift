internal import ContactCenter

/// One rule of opening hours: `Mon-Fri 08:00-18:00`, `daily 07:00-20:00`, `08:00-18:00`, `24/7`.
struct OpeningRule: Hashable {
  static let pattern = "24/7|(\(CalendarText.daysPattern) )?\(ClockText.rangePattern)"

  var days: [Weekday]
  var hours: ClockRange

  static func parse(_ text: String) throws(ValueProblem) -> OpeningRule {
    if text.first?.isNumber == true, text != "24/7" {
      return OpeningRule(days: Weekday.allCases, hours: try ClockText.parseRange(text))
    }
    if text == "24/7" { return OpeningRule(days: Weekday.allCases, hours: .allDay) }
    guard let space = text.lastIndex(of: " ") else {
      guard text.contains(":") else {
        throw ValueProblem(
          "'\(text)' is not opening hours such as Mon-Fri 08:00-18:00 or 24/7", help: help(for: text))
      }
      throw ValueProblem(
        "'\(text)' is not opening hours such as Mon-Fri 08:00-18:00 or 24/7", help: "put a blank between days and hours"
      )
    }
    let days = String(text[..<space])
    let hours = String(text[text.index(after: space)...])
    guard hours.contains(":") || hours.contains("-") else {
      throw ValueProblem("'\(text)' is not opening hours such as Mon-Fri 08:00-18:00 or 24/7", help: help(for: text))
    }
    return OpeningRule(days: try CalendarText.days(days), hours: try ClockText.parseRange(hours))
  }

  private static func help(for text: String) -> String {
    text.contains("-") && (try? CalendarText.days(text)) != nil
      ? "give the hours, too: \(text) 08:00-18:00" : "write days and hours with 24-hour clock times"
  }

  var text: String {
    if days.count == 7 && hours == .allDay { return "24/7" }
    return "\(CalendarText.text(days)) \(ClockText.text(hours))"
  }
}
