extension KPI {
  public static let occupancy = KPI(
    name: "occupancy", title: "Occupancy", unit: .ratio, preference: .neither, isByTeam: true,
    definition: """
      Talk and wrap-up time / (time on the phones + time of agents who finish a contact after their shift ended); \
      never above 1.
      """
  ) { day, context in
    let time = context.agents(day)
    return Fraction(time.busy, per: time.present + time.overtime)
  }
}
