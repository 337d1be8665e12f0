internal import CGSL

/// The one door to GSL: switches its aborting error handler off, once, and turns its codes into errors.
enum GSL {
  /// Evaluated once per process, thread-safe by the language; GSL's default handler would abort the process.
  private static let errorHandlerIsOff: Bool = {
    gsl_set_error_handler_off()
    return true
  }()

  /// To be called before every use of GSL.
  @inline(__always)
  static func prepare() { _ = errorHandlerIsOff }

  /// The error behind a GSL code, `nil` on success.
  static func failure(_ code: Int32) -> NumericalError? {
    guard code != Int32(GSL_SUCCESS) else { return nil }
    return .library(code: code, message: String(cString: gsl_strerror(code)))
  }
}

/// A Swift closure dressed as the C function that GSL calls; remembers the first point at which it was not finite.
struct GSLFunction {
  let evaluate: (Double) -> Double
  var notFiniteAt: Double?

  init(_ evaluate: @escaping (Double) -> Double) { self.evaluate = evaluate }

  /// Lends `body` a `gsl_function` that is valid during the call only.
  static func lend<Result>(
    _ function: (Double) -> Double, to body: (UnsafeMutablePointer<gsl_function>) -> Result
  ) -> (result: Result, notFiniteAt: Double?) {
    withoutActuallyEscaping(function) { escaping in
      var box = GSLFunction(escaping)
      let result = withUnsafeMutablePointer(to: &box) { boxPointer in
        var raw = gsl_function(function: callBack, params: UnsafeMutableRawPointer(boxPointer))
        return withUnsafeMutablePointer(to: &raw, body)
      }
      return (result, box.notFiniteAt)
    }
  }
}

/// The C entry point: no captures, the closure travels in `parameters`.
private func callBack(_ point: Double, _ parameters: UnsafeMutableRawPointer?) -> Double {
  guard let box = parameters?.assumingMemoryBound(to: GSLFunction.self) else { return .nan }
  let value = box.pointee.evaluate(point)
  if !value.isFinite, box.pointee.notFiniteAt == nil { box.pointee.notFiniteAt = point }
  return value
}
