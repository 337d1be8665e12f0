internal import ContactCenter

/// A probability law in one text: `5m`, `exp 5m`, `fixed 5m`.
enum DistributionText {
  /// What is meant by a bare mean, and which words stand for "none".
  enum Use: Hashable {
    /// Bare mean: lognormal, coefficient of variation 1.
    case handle
    /// Like `handle`; `0` is no wrap-up.
    case wrapUp
    /// Bare mean: exponential; `never` is infinite patience.
    case patience
    /// Time until somebody tries again. Bare mean: exponential.
    case delay
  }
  /// The default coefficient of variation of handle times (1.0: between the 0.8 and 1.2 that logs show).
  static let defaultVariation = 1.0
  static let longest = TimeSpan.days(7)

  static func pattern(_ use: Use) -> String {
    let base = "(exp |fixed )?\(DurationText.pattern)"
    switch use {
    case .handle, .delay: return base
    case .wrapUp: return "\(base)|0"
    case .patience: return "\(base)|never"
    }
  }

  /// - Returns: nil for "none".
  static func parse(_ text: String, _ use: Use) throws(ValueProblem) -> DistributionSpecification? {
    if use == .patience && text == "never" || use == .wrapUp && text == "0" { return nil }
    if text.hasPrefix("exp ") { return .exponential(mean: try mean(String(text.dropFirst(4)))) }
    if text.hasPrefix("fixed ") { return .deterministic(try mean(String(text.dropFirst(6)))) }
    let mean = try mean(text)
    return use == .patience || use == .delay
      ? .exponential(mean: mean) : .lognormal(mean: mean, coefficientOfVariation: defaultVariation)
  }

  static func mean(_ text: String) throws(ValueProblem) -> TimeSpan {
    let span = try DurationText.parse(text)
    guard span > .zero else { throw ValueProblem("a mean of 0 is no time at all; it must be longer") }
    guard span <= longest else { throw ValueProblem("\(text) is longer than 7 days") }
    return span
  }
}
