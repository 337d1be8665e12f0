extension KPI {
  public static let callEquivalents = KPI(
    name: "call_equivalents", title: "Answered, as calls", unit: .contacts, isByQueue: true, isByTeam: true,
    definition: """
      Contacts answered, each with the weight of its channel in calls, an open day; where the scenario states \
      `call_equivalents`.
      """
  ) { day, context in
    guard let weights = context.callEquivalents else { return Fraction(0, per: 0.0) }
    let calls = context.queueIndices(day).reduce(0) { $0 + weights[$1] * Double(context.answered(day, $1)) }
    return Fraction(calls, per: context.openDays(day))
  }
}
