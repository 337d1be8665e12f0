internal import ContactCenter

/// Weekdays and dates: `Mon-Fri`, `Sat,Sun`, `daily`, `2026-11-23`.
enum CalendarText {
  static let dayPattern = "(Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
  static let daysPattern = "(daily|\(dayPattern)(-\(dayPattern))?(, ?\(dayPattern)(-\(dayPattern))?)*)"
  static let datePattern = "(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
  static let dayNames = Weekday.allCases.map(\.abbreviation)

  static func weekday(_ text: String) throws(ValueProblem) -> Weekday {
    if let day = Weekday.allCases.first(where: { $0.abbreviation == text }) { return day }
    let near =
      dayNames.first { text.lowercased().hasPrefix($0.lowercased()) } ?? SpellingHelp.nearest(to: text, among: dayNames)
    throw ValueProblem(
      "'\(text)' is not a day of the week",
      help: near.map { "write \($0)" } ?? "days are \(dayNames.joined(separator: ", "))")
  }

  /// Monday first, whatever the order in the text. A range may run over the weekend: `Sat-Mon`.
  static func days(_ text: String) throws(ValueProblem) -> [Weekday] {
    if text == "daily" { return Weekday.allCases }
    var days: [Weekday] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let trimmed = part.first == " " && !days.isEmpty ? part.dropFirst() : part
      let ends = trimmed.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
      guard ends.count <= 2 else { throw ValueProblem("'\(text)' is not a list of days such as Mon-Fri or Sat,Sun") }
      var day = try weekday(ends[0])
      let last = try weekday(ends[ends.count - 1])
      days.append(day)
      while day != last {
        day = day.advanced(by: 1)
        days.append(day)
      }
    }
    return Weekday.allCases.filter(days.contains)
  }

  static let datesPattern = "\(datePattern)(\\.\\.\(datePattern))?"

  /// A date, or all from one to another: `2026-12-24..2026-12-31`.
  static func dates(_ text: String) throws(ValueProblem) -> ClosedRange<CalendarDate> {
    guard text.contains("..") else {
      let date = try date(text)
      return date...date
    }
    return try PeriodText.parse(text)
  }

  static func date(_ text: String) throws(ValueProblem) -> CalendarDate {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isWellFormed = parts.map(\.count) == [4, 2, 2]
    let numbers = parts.compactMap { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int($0) : nil }
    guard isWellFormed, numbers.count == 3 else {
      throw ValueProblem("'\(text)' is not a date such as 2026-11-23", help: "write year-month-day")
    }
    guard let date = CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]) else {
      throw ValueProblem("the calendar has no \(text)")
    }
    return date
  }

  /// `daily`, `Mon-Fri`, `Mon,Wed,Fri`.
  static func text(_ days: [Weekday]) -> String {
    if days.count == 7 { return "daily" }
    var parts: [String] = []
    var run: [Weekday] = []
    for day in Weekday.allCases + [.monday] {
      if let last = run.last, day.rawValue != last.rawValue + 1 || !days.contains(day) {
        parts.append(run.count == 1 ? last.abbreviation : "\(run[0].abbreviation)-\(last.abbreviation)")
        run = []
      }
      if days.contains(day) { run.append(day) }
    }
    return parts.joined(separator: ",")
  }
}
