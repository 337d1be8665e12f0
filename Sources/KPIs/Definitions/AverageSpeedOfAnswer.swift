extension KPI {
  public static let averageSpeedOfAnswer = KPI(
    name: "asa_s", title: "ASA (answered)", unit: .seconds, preference: .lower, isByQueue: true,
    isByTeam: true,
    definition: "Average speed of answer: wait of the answered contacts / answered contacts."
  ) { day, context in
    let sums = context.contacts(day)
    return Fraction(Double(sums.waitAnswered) / 1e6, per: Double(sums.answered))
  }
}
