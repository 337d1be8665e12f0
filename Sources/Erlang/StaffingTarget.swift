/// One promise that the staffing must keep.
///
/// Probabilities and shares are exact decimals, so that a tie is a tie.
public enum StaffingTarget: Equatable, Sendable {
  /// At least this share within the threshold, by the definition named.
  case serviceLevel(
    atLeast: DecimalFraction, withinSeconds: Double, definition: ServiceLevelDefinition = .offered)
  /// Mean wait of all contacts.
  case averageSpeedOfAnswer(atMostSeconds: Double)
  /// Share of contacts that abandon; needs a patience.
  case abandonment(atMost: DecimalFraction)
  /// Share of time that agents are busy, compared exactly when nobody abandons.
  case occupancy(atMost: DecimalFraction)
  /// P(wait > 0).
  case waitProbability(atMost: DecimalFraction)
  /// A share `quantile` of contacts waits at most so long (a wait has no maximum in steady state; its quantile has).
  case maximalWait(atMostSeconds: Double, quantile: DecimalFraction)
  /// Never fewer agents than this.
  case minimumAgents(Int)
}

extension StaffingTarget: CustomStringConvertible {
  public var description: String {
    switch self {
    case .serviceLevel(let share, let seconds, let definition):
      "service level (\(definition.rawValue)) >= \(share.double) within \(seconds) s"
    case .averageSpeedOfAnswer(let seconds): "average speed of answer <= \(seconds) s"
    case .abandonment(let share): "abandonment <= \(share.double)"
    case .occupancy(let share): "occupancy <= \(share.double)"
    case .waitProbability(let share): "P(wait) <= \(share.double)"
    case .maximalWait(let seconds, let quantile): "wait of \(quantile.double) of contacts <= \(seconds) s"
    case .minimumAgents(let agents): "at least \(agents) agents"
    }
  }
}
