extension KPI {
  public static let occupancy = KPI(
    name: "occupancy", title: "Occupancy", unit: .ratio, preference: .neither,
    definition: """
      Talk and wrap-up time / (time on the phones + time of agents who finish a contact after their shift ended); \
      never above 1.
      """
  ) { day, _ in
    Fraction(day.agents.busy, per: day.agents.present + day.agents.overtime)
  }
}
