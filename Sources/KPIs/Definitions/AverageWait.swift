extension KPI {
  public static let averageWait = KPI(
    name: "wait_all_s", title: "Wait (everybody)", unit: .seconds, preference: .lower, isByQueue: true,
    definition: "Average wait of everybody, those who hung up included: wait of all contacts / offered contacts."
  ) { day, context in
    let sums = context.contacts(day)
    return Fraction(Double(sums.waitAnswered + sums.waitLost) / 1e6, per: Double(sums.offered))
  }
}
