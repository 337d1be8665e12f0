extension KPI {
  public static let realisedShrinkage = KPI(
    name: "shrinkage", title: "Realised shrinkage", unit: .ratio, preference: .neither, isByTeam: true,
    definition: "Scheduled time away from the phones (breaks, absences) / scheduled time, measured from the log."
  ) { day, context in
    let time = context.agents(day)
    return Fraction(time.scheduled - time.present, per: time.scheduled)
  }
}
