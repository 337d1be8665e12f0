public import ContactCenter

extension KPI {
  public static let serviceLevel = KPI(
    name: "service_level", title: "Service level", unit: .ratio, preference: .higher, isByQueue: true,
    isByTeam: true,
    definition: """
      Share of contacts answered within the acceptable wait T, by the scenario's definition: excl_short_abandons \
      (answered within T / (offered - abandoned within T)), incl_short_abandons ((answered + abandoned within T) / \
      offered), answered (answered within T / answered), offered (answered within T / offered). By `wait_basis: customer` the waits of a \
      caller's earlier attempts count with the contact's own. Of a team by `answered` alone: who was not answered was in \
      no team's hands.
      """
  ) { day, context in
    guard context.team == nil || context.definition == .answered else { return Fraction(0.0, per: 0) }
    return context.definition.fraction(of: context.contacts(day))
  }
}

extension ServiceLevelDefinition {
  /// Numerator and denominator of the service level by this definition.
  public func fraction(of sums: ContactSums) -> KPI.Fraction {
    switch self {
    case .excludingShortAbandons: KPI.Fraction(sums.answeredInTime, per: sums.offered - sums.abandonedInTime)
    case .includingShortAbandons: KPI.Fraction(sums.answeredInTime + sums.abandonedInTime, per: sums.offered)
    case .answered: KPI.Fraction(sums.answeredInTime, per: sums.answered)
    case .offered: KPI.Fraction(sums.answeredInTime, per: sums.offered)
    }
  }
}
