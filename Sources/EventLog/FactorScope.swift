public import ContactCenter

/// For how long a factor of the demand holds. Codes lie in logs: they are never reused and never renumbered.
public enum FactorScope: UInt8, CaseIterable, Hashable, Sendable {
  /// The whole replication: the forecast is wrong.
  case forecast = 1
  /// A day: it is busy or quiet.
  case day = 2
  /// A reporting interval.
  case interval = 3
}

extension FactorScope {
  /// The scope as the log tells it.
  public init(_ scope: RateFactor.Scope) {
    self =
      switch scope {
      case .replication: .forecast
      case .day: .day
      case .interval: .interval
      }
  }
}
