internal import ContactCenter

/// `20%..40%/2.5%`, `900..1100/50`, `4m..6m/30s`, `-20%..+20%/10%`, `x0.8..x1.2/0.1`, `exp 2m..4m step 30s`: values at
/// equal steps from one end towards the other, in exact decimals. The end is one of them where the steps reach it.
struct SteppedRange {
  static let mostValues = 1_000
  let values: [String]

  /// nil for a text that is no range.
  /// - Throws: for a range without a step, of mixed units, or of too many values.
  init?(_ text: String) throws(ValueProblem) {
    guard let dots = text.firstRange(of: ".."), dots.lowerBound != text.startIndex else { return nil }
    let start = String(text[..<dots.lowerBound])
    guard let (end, step) = Self.endAndStep(text[dots.upperBound...]) else {
      throw ValueProblem("'\(text)' has no step", help: "write \(text)/STEP, such as 20%..40%/5%")
    }
    guard var first = AxisValue(start), var last = AxisValue(end), var stride = AxisValue(step) else {
      throw ValueProblem("'\(text)' is not a range of numbers", help: "write FROM..TO/STEP, such as 20%..40%/5%")
    }
    if first.suffix.isEmpty { first.adopt(last) } else if last.suffix.isEmpty { last.adopt(first) }
    if stride.suffix.isEmpty { stride.adopt(first) }
    guard first.suffix == last.suffix, first.suffix == stride.suffix, stride.millionths != 0 else {
      throw ValueProblem("'\(text)' mixes units, or its step is 0", help: "write FROM..TO/STEP in one unit")
    }
    values = try Self.values(first, last, abs(stride.millionths), hasSign: first.hasSign || last.hasSign, text)
  }

  private static func values(
    _ first: AxisValue, _ last: AxisValue, _ step: Int64, hasSign: Bool, _ text: String
  ) throws(ValueProblem) -> [String] {
    let distance = last.millionths - first.millionths
    let count = abs(distance) / step
    guard count < mostValues else { throw ValueProblem("'\(text)' has more than \(mostValues) values") }
    return (0...count).map { index in
      var value = first
      value.hasSign = hasSign
      value.millionths += (distance < 0 ? -step : step) * index
      return value.text
    }
  }

  /// The end, and the step behind ` step ` or behind a slash that a number follows (`/day` is a unit).
  private static func endAndStep(_ rest: Substring) -> (String, String)? {
    if let word = rest.firstRange(of: " step ") {
      return (String(rest[..<word.lowerBound]), String(rest[word.upperBound...]))
    }
    let slash = rest.indices.last { index in
      guard rest[index] == "/" else { return false }
      let next = rest.index(after: index)
      return next < rest.endIndex && (rest[next].isNumber || rest[next] == "-" || rest[next] == "+")
    }
    return slash.map { (String(rest[..<$0]), String(rest[rest.index(after: $0)...])) }
  }
}

/// One value of an axis as a number with what stands around it: `exp 2m`, `+10%`, `$22/h`, `1000/day`.
struct AxisValue {
  var prefix = ""
  var hasSign = false
  /// Of the unit; of a second for durations.
  var millionths: Int64
  /// `%`, `/day`; `s` for durations of any spelling.
  var suffix: String

  /// nil for a text that is no number with a unit.
  init?(_ text: String) {
    guard let start = text.firstIndex(where: \.isNumber) else { return nil }
    var prefix = String(text[..<start])
    let sign = prefix.last.flatMap { "+-".contains($0) ? $0 : nil }
    if sign != nil { prefix.removeLast() }
    hasSign = sign != nil
    let number = text[start...]
    if let span = try? DurationText.parse(String(number)), number.contains(where: \.isLetter) {
      (millionths, suffix) = (span.microseconds, "s")
    } else {
      let digits = number.prefix { $0.isNumber || $0 == "." }
      guard let decimal = ExactDecimal(digits), let value = decimal.scaled(toPlaces: 6) else { return nil }
      let rest = number.dropFirst(digits.count)
      guard !rest.contains(where: \.isNumber) else { return nil }
      (millionths, suffix) = (value, String(rest))
    }
    self.prefix = prefix
    if sign == "-" { millionths = -millionths }
  }

  /// Takes the unit of the other end; a bare number is no duration, since nobody knows of which unit.
  mutating func adopt(_ other: AxisValue) {
    if other.suffix != "s" { suffix = other.suffix }
    if prefix.isEmpty { prefix = other.prefix }
  }

  var number: Double { Double(millionths) / 1e6 }

  var text: String {
    let magnitude = abs(millionths)
    let sign = hasSign ? (millionths < 0 ? "-" : "+") : ""
    if suffix == "s" { return prefix + sign + DurationText.text(TimeSpan(microseconds: magnitude)) }
    return prefix + sign + ExactDecimal(mantissa: magnitude, places: 6).text + suffix
  }
}
