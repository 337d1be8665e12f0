public import Numerics

/// What the staffing mathematics refuses, with the facts that a message needs.
///
/// Every case is recoverable: nothing is kept between calls, so the caller may correct the input and go on.
public enum StaffingError: Error, Equatable, Sendable {
  /// An input outside its range: its name (with the unit), the value given, the values allowed.
  case valueOutOfRange(name: String, value: Double, allowed: String)
  /// Text that is not a plain decimal number such as `0.30` or `1200`.
  case notADecimal(text: String)
  /// A queue without abandonment grows without limit when the load is not below the number of agents.
  case unstable(agents: Double, loadErlangs: Double)
  /// No number of agents up to the limit meets the target.
  case unreachable(target: String, agentLimit: Int)
  /// A list that must not be empty, or lists whose lengths must agree.
  case wrongCount(name: String, count: Int, allowed: String)
  /// A root or an integral was not found; the numerical reason.
  case numerical(NumericalError)
}

extension StaffingError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .valueOutOfRange(let name, let value, let allowed): "\(name) \(value) is outside \(allowed)"
    case .notADecimal(let text): "'\(text)' is not a decimal number; write it like 0.30 or 1200"
    case .unstable(let agents, let load):
      "\(agents) agents cannot carry \(load) erlangs without abandonment; use more than \(load) agents, or a patience"
    case .unreachable(let target, let limit): "no number of agents up to \(limit) meets the target: \(target)"
    case .wrongCount(let name, let count, let allowed): "\(name) has \(count) elements; allowed: \(allowed)"
    case .numerical(let reason): "\(reason)"
    }
  }
}
