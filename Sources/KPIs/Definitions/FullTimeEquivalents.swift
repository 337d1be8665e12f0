extension KPI {
  public static let fullTimeEquivalentsOfWorkload = KPI(
    name: "fte_workload", title: "FTE by workload", unit: .people, isByTeam: true,
    definition: """
      Workload of an open day in full-time people, without queueing: handle time of all completed contacts / (8 h x (1 - \
      shrinkage) x target occupancy).
      """
  ) { day, context in
    let sums = context.contacts(day)
    let usefulHours = 8 * (1 - context.shrinkage) * context.occupancyTarget
    return Fraction(Double(sums.talk + sums.wrapUp) / 3.6e9 / usefulHours, per: context.openDays(day))
  }

  public static let headcount = KPI(
    name: "headcount", title: "Headcount of the roster", unit: .people, isByTeam: true,
    definition: """
      People on the payroll for the whole opening time: scheduled hours of an open day x open days a week / 40 h. Scheduled \
      hours hold the shrinkage already. A fraction is a part-time person; whole people are the next number above.
      """
  ) { day, context in
    Fraction(Double(context.agents(day).scheduled) / 3.6e9 * context.openDaysPerWeek / 40, per: day.openDays)
  }
}
