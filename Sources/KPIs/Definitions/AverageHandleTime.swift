extension KPI {
  public static let averageHandleTime = KPI(
    name: "aht_s", title: "AHT", unit: .seconds, preference: .neither, isByQueue: true,
    isByTeam: true,
    definition: "Average handle time: talk, hold and wrap-up / completed contacts."
  ) { day, context in
    let sums = context.contacts(day)
    return Fraction(Double(sums.talk + sums.wrapUp) / 1e6, per: Double(sums.completed))
  }
}
