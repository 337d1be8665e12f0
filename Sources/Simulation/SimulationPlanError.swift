/// Why a plan cannot be simulated. Nothing was simulated; the plan has to be changed.
public enum SimulationPlanError: Error, Hashable, Sendable, CustomStringConvertible {
  case tooMany(what: String, count: Int, limit: Int)
  case distribution(String)
  case inconsistent(String)

  public var description: String {
    switch self {
    case .tooMany(let what, let count, let limit): "the plan has \(count) \(what); at most \(limit) are possible"
    case .distribution(let message): message
    case .inconsistent(let message): "the plan does not fit together: \(message)"
    }
  }
}
