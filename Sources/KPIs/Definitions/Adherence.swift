extension KPI {
  public static let adherence = KPI(
    name: "adherence", title: "Adherence", unit: .ratio, preference: .higher,
    definition: """
      Scheduled time in which people do what the schedule says / scheduled time. Against it count absences, lateness, \
      overrun of breaks and straying, and twice the time by which breaks begin late: at work instead of on the break, then \
      on the break instead of at work. Told where the scenario says how people keep to their schedule.
      """
  ) { day, context in
    guard let slips = context.slips else { return Fraction(0.0, per: 0) }
    let delay = slips.delay.map { day.timeByActivity[$0] } ?? 0
    let lost = slips.unplanned.reduce(2 * delay) { $0 + day.timeByActivity[$1] }
    return Fraction(day.agents.scheduled - lost, per: day.agents.scheduled)
  }

  public static let conformance = KPI(
    name: "conformance", title: "Conformance", unit: .ratio,
    definition: """
      Time on the phones, overtime included / scheduled time less planned time away: how much was worked of what the \
      schedule asked for, whenever it was. Told where the scenario says how people keep to their schedule.
      """
  ) { day, context in
    guard let slips = context.slips else { return Fraction(0.0, per: 0) }
    let time = day.agents
    let unplanned = slips.unplanned.reduce(0) { $0 + day.timeByActivity[$1] }
    return Fraction(time.present + time.overtime, per: time.present + unplanned)
  }
}
