extension KPI {
  public static let utilisation = KPI(
    name: "utilisation", title: "Utilisation (paid)", unit: .ratio, preference: .neither, isByTeam: true,
    definition: "Talk and wrap-up time / (scheduled time, breaks and absences included, + overtime)."
  ) { day, context in
    let time = context.agents(day)
    return Fraction(time.busy, per: time.scheduled + time.overtime)
  }
}
