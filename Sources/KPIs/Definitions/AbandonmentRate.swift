extension KPI {
  public static let abandonmentRate = KPI(
    name: "abandonment", title: "Abandoned", unit: .ratio, preference: .lower, isByQueue: true,
    definition: "Abandonment rate: abandoned contacts / offered contacts."
  ) { day, context in
    let sums = context.contacts(day)
    return Fraction(sums.abandoned, per: sums.offered)
  }
}
