internal import ContactCenter

/// Pauses inside a shift: `30m`, `30m between 11:00 and 13:30`, `2 x 15m`.
enum BreakText {
  static let lunchPattern = "\(DurationText.pattern)( between \(ClockText.pattern) and \(ClockText.pattern))?"
  static let breaksPattern = "([1-9] x )?\(DurationText.pattern)"

  static func lunch(_ text: String) throws(ValueProblem) -> Shift.Break {
    guard let split = text.firstRange(of: " between ") else {
      return Shift.Break(activity: "lunch", length: try length(text), window: nil)
    }
    let clocks = String(text[split.upperBound...])
    guard let and = clocks.firstRange(of: " and ") else {
      throw ValueProblem("'\(text)' is not a lunch such as 30m between 11:00 and 13:30")
    }
    let start = String(clocks[..<and.lowerBound])
    let window = try ClockText.parseRange("\(start)-\(clocks[and.upperBound...])")
    let length = try length(String(text[..<split.lowerBound]))
    guard length <= window.length else { throw ValueProblem("the lunch is longer than its window") }
    return Shift.Break(activity: "lunch", length: length, window: window)
  }

  static func breaks(_ text: String) throws(ValueProblem) -> [Shift.Break] {
    guard let split = text.firstRange(of: " x ") else {
      return [Shift.Break(activity: "break", length: try length(text), window: nil)]
    }
    guard let count = Int(text[..<split.lowerBound]), (1...9).contains(count),
      split.lowerBound == text.index(after: text.startIndex)
    else { throw ValueProblem("'\(text)' is not breaks such as 15m or 2 x 15m", help: "at most 9 breaks") }
    let one = Shift.Break(activity: "break", length: try length(String(text[split.upperBound...])), window: nil)
    return Array(repeating: one, count: count)
  }

  private static func length(_ text: String) throws(ValueProblem) -> TimeSpan {
    let span = try DurationText.parse(text)
    guard span > .zero else { throw ValueProblem("a break of no length; remove the line") }
    guard span <= .hours(4) else { throw ValueProblem("a break is at most 4h") }
    return span
  }
}
