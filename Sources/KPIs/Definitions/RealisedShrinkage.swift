extension KPI {
  public static let realisedShrinkage = KPI(
    name: "shrinkage", title: "Realised shrinkage", unit: .ratio, preference: .neither,
    definition: "Scheduled time away from the phones (breaks, absences) / scheduled time, measured from the log."
  ) { day, _ in
    Fraction(day.agents.scheduled - day.agents.present, per: day.agents.scheduled)
  }
}
