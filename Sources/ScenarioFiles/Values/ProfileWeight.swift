internal import ContactCenter

/// A piece's part of the day: a percentage or a relative number.
struct ProfileWeight: Hashable {
  static let pattern = "\(ShareText.percentPattern)|\(ExactDecimal.pattern)"
  var number: ExactDecimal
  var isPercent: Bool

  static func parse(_ text: String) throws(ValueProblem) -> ProfileWeight {
    if text.hasSuffix("%") {
      return ProfileWeight(
        number: ExactDecimal(mantissa: try ShareText.parse(text).partsPerBillion, places: 7), isPercent: true)
    }
    guard let number = ExactDecimal(text) else { throw ValueProblem("'\(text)' is not a number or a percentage") }
    return ProfileWeight(number: number, isPercent: false)
  }

  var text: String { isPercent ? "\(number.text)%" : number.text }
}
