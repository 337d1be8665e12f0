/// The volume of one date: `x1.3`, `-20%`, `800/day`, `closed`.
enum DateVolumeText {
  static let pattern = "\(FactorText.pattern)|\(ExactDecimal.pattern)/(day|d)|closed"

  enum Value: Hashable {
    case factor(ExactDecimal)
    case contacts(ExactDecimal)
    case closed
  }

  static func parse(_ text: String) throws(ValueProblem) -> Value {
    if text == "closed" { return .closed }
    if let rate = try? Rate.parse(text) {
      guard rate.unit == .openDay else {
        throw ValueProblem("\(text) is not the volume of a day", help: "write \(rate.count.text)/day")
      }
      return .contacts(rate.count)
    }
    do throws(ValueProblem) {
      return .factor(try FactorText.parse(text))
    } catch {
      throw ValueProblem(
        "'\(text)' is not a volume such as x1.3, 800/day or closed", help: error.help)
    }
  }

  static func text(_ value: Value) -> String {
    switch value {
    case .closed: "closed"
    case .factor(let factor): FactorText.text(factor)
    case .contacts(let contacts): "\(contacts.text)/day"
    }
  }
}
