extension KPI {
  public static let timeShare = KPI(
    name: "time_share", title: "Share of scheduled time", unit: .ratio, isByTeam: true, isByTimeUse: true,
    definition: """
      Time spent on one thing / scheduled time. Talk and wrap-up hold overtime, which comes on top of the scheduled time. \
      Of people who hold several contacts at once, talk is the time with any in hand, less wrap-up.
      """
  ) { day, context in
    guard context.team == nil || day.detail != nil else { return Fraction(0.0, per: 0) }
    let time = context.agents(day)
    let wrapUp = min(time.busy, context.contacts(day).wrapUp)
    switch context.timeUse {
    case .talk: return Fraction(time.busy - wrapUp, per: time.scheduled)
    case .wrapUp: return Fraction(wrapUp, per: time.scheduled)
    case .idle: return Fraction(time.present + time.overtime - time.busy, per: time.scheduled)
    case .overtime: return Fraction(time.overtime, per: time.scheduled)
    case .away(let activity): return Fraction(context.time(day, of: activity), per: time.scheduled)
    case nil: return Fraction(0.0, per: 0)
    }
  }
}
