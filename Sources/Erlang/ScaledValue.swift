internal import Numerics

/// A positive number significand * 2^exponent: the sums of the Erlang family leave the range of a `Double` long before
/// their quotients do.
struct ScaledValue: Equatable {
  var significand: Double
  var exponent: Int

  init(_ significand: Double, exponent: Int = 0) {
    self.significand = significand
    self.exponent = exponent
  }

  /// e^logarithm. Relative error about one ulp of `logarithm`.
  static func exponential(_ logarithm: Double) -> ScaledValue {
    if abs(logarithm) < 600 { return ScaledValue(Elementary.exp(logarithm)) }
    guard abs(logarithm) < 1e15 else { return ScaledValue(Elementary.exp(logarithm)) }
    let exponent = (logarithm / ln2).rounded()
    // ln 2 is split so that exponent * high is exact up to 2^20 (Cody and Waite).
    return ScaledValue(Elementary.exp((logarithm - exponent * ln2High) - exponent * ln2Low), exponent: Int(exponent))
  }

  static let ln2 = 0.693147180559945309417
  private static let ln2High = 0x1.62e42fee00000p-1
  private static let ln2Low = 1.90821492927058770002e-10

  /// The value as a `Double`: 0 or infinity outside the range.
  var double: Double { exponent == 0 ? significand : significand.scaled(by: exponent) }

  /// The natural logarithm.
  var logarithm: Double { Elementary.log(significand) + Double(exponent) * Self.ln2 }

  func plus(_ other: ScaledValue) -> ScaledValue {
    if exponent == other.exponent { return ScaledValue(significand + other.significand, exponent: exponent) }
    if exponent > other.exponent {
      return ScaledValue(significand + other.significand.scaled(by: other.exponent - exponent), exponent: exponent)
    }
    return other.plus(self)
  }

  func times(_ factor: Double) -> ScaledValue { ScaledValue(significand * factor, exponent: exponent) }

  func times(_ other: ScaledValue) -> ScaledValue {
    ScaledValue(significand * other.significand, exponent: exponent + other.exponent)
  }

  /// The quotient as a `Double`; 0 where it underflows.
  func over(_ other: ScaledValue) -> Double {
    let quotient = significand / other.significand
    return exponent == other.exponent ? quotient : quotient.scaled(by: exponent - other.exponent)
  }
}

extension Double {
  /// self * 2^power, saturating to 0 or infinity; any power.
  func scaled(by power: Int) -> Double {
    if power > 2200 { return self * .infinity }
    if power < -2200 { return 0 }
    return Double(sign: .plus, exponent: power, significand: self)
  }
}
