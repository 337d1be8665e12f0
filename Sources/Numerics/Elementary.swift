internal import Glibc

/// The elementary and gamma functions of the platform's mathematics library, for rooms that import nothing else.
///
/// Each is the glibc function of the same name: errors below 1 ulp, logGamma below 3 ulp of max(1, value).
public enum Elementary {
  /// e to the power `x`.
  public static func exp(_ x: Double) -> Double { Glibc.exp(x) }
  /// e to the power `x`, less one; exact to the last digits near zero.
  public static func expm1(_ x: Double) -> Double { Glibc.expm1(x) }
  /// The natural logarithm; NaN below zero, -infinity at zero.
  public static func log(_ x: Double) -> Double { Glibc.log(x) }
  /// log(1 + x), exact to the last digits near zero.
  public static func log1p(_ x: Double) -> Double { Glibc.log1p(x) }
  /// `x` to the power `y`.
  public static func power(_ x: Double, _ y: Double) -> Double { Glibc.pow(x, y) }
  /// The sine of `x` radians.
  public static func sine(_ x: Double) -> Double { Glibc.sin(x) }
  /// The cosine of `x` radians.
  public static func cosine(_ x: Double) -> Double { Glibc.cos(x) }
  /// The complementary error function.
  public static func erfc(_ x: Double) -> Double { Glibc.erfc(x) }

  /// log |Gamma(x)|, by the re-entrant routine (plain `lgamma` writes a global sign).
  public static func logGamma(_ x: Double) -> Double {
    var sign: Int32 = 0
    return lgamma_r(x, &sign)
  }

  /// x - 1 + exp(-x), at least 0: without cancellation near zero.
  ///
  /// The alternating Taylor series is used below 0.5, where the closed form would lose digits.
  public static func expExcess(_ x: Double) -> Double {
    guard abs(x) < 0.5 else { return x + Glibc.expm1(-x) }
    var term = x * x / 2
    var sum = term
    var k = 3.0
    while abs(term) > 1e-18 * abs(sum) {
      term *= -x / k
      sum += term
      k += 1
    }
    return sum
  }
}
