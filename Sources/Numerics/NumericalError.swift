/// What a numerical routine can refuse or fail to do.
///
/// Every case is recoverable: no state is kept between calls, so the caller may correct the argument and go on.
public enum NumericalError: Error, Equatable, Sendable {
  /// An argument outside its domain: its name, the value given, the values allowed.
  case argumentOutOfRange(name: String, value: Double, allowed: String)
  /// The function has the same sign at both ends of the bracket, so no root is enclosed.
  case rootNotBracketed(lower: Double, upper: Double)
  /// The function returned NaN or an infinity at this point.
  case functionNotFinite(at: Double)
  /// The iteration limit was reached before the tolerance.
  case noConvergence(iterations: Int)
  /// An integral whose error bound is too large to be an answer.
  case inexact(value: Double, errorBound: Double)
  /// GSL refused: its code and its own words.
  case library(code: Int32, message: String)
}

extension NumericalError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .argumentOutOfRange(let name, let value, let allowed): "\(name) \(value) is outside \(allowed)"
    case .rootNotBracketed(let lower, let upper):
      "the function has the same sign at \(lower) and at \(upper); widen the bracket"
    case .functionNotFinite(let point): "the function is not finite at \(point)"
    case .noConvergence(let iterations): "no convergence after \(iterations) iterations"
    case .inexact(let value, let errorBound): "the integral \(value) is known to +-\(errorBound) only"
    case .library(let code, let message): "GSL error \(code): \(message)"
    }
  }
}
