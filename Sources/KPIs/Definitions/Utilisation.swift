extension KPI {
  public static let utilisation = KPI(
    name: "utilisation", title: "Utilisation (paid)", unit: .ratio, preference: .neither,
    definition: "Talk and wrap-up time / (scheduled time, breaks and absences included, + overtime)."
  ) { day, _ in
    Fraction(day.agents.busy, per: day.agents.scheduled + day.agents.overtime)
  }
}
