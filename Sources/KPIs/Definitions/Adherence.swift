extension KPI {
  public static let adherence = KPI(
    name: "adherence", title: "Adherence", unit: .ratio, preference: .higher, isByTeam: true,
    definition: """
      Scheduled time in which people do what the schedule says / scheduled time. Against it count absences, losses of \
      people, lateness, overrun of breaks and straying, and twice the time by which breaks begin late: at work instead of \
      on the break, then, a break's length later, on the break instead of at work. Told where the scenario says how people keep to their schedule.
      """
  ) { day, context in
    guard context.hasConduct else { return Fraction(0.0, per: 0) }
    let (people, scheduled) = (context.people(day), context.agents(day).scheduled)
    return Fraction(scheduled - people.unplanned - 2 * people.delayed - people.breakShift, per: scheduled)
  }

  public static let conformance = KPI(
    name: "conformance", title: "Conformance", unit: .ratio, isByTeam: true,
    definition: """
      Time on the phones, overtime included / scheduled time less planned time away: how much was worked of what the \
      schedule asked for, whenever it was. Told where the scenario says how people keep to their schedule.
      """
  ) { day, context in
    guard context.hasConduct else { return Fraction(0.0, per: 0) }
    let time = context.agents(day)
    return Fraction(time.present + time.overtime, per: time.present + context.people(day).unplanned)
  }
}
