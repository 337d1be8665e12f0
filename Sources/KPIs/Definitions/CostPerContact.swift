extension KPI {
  public static let costPerContact = KPI(
    name: "cost_per_contact", title: "Cost per contact", unit: .money, preference: .lower,
    definition: "Wages of the scheduled time / answered contacts; only where every team has a wage."
  ) { day, context in
    guard let wages = context.hourlyWages else { return Fraction(0, per: 0.0) }
    let cost = zip(wages, day.teams).reduce(0.0) { $0 + $1.0 * Double($1.1.time.scheduled) / 3.6e9 }
    return Fraction(cost, per: Double(day.contacts.answered))
  }
}
