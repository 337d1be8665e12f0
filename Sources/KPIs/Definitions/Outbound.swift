// Calls that the center makes, backlogs, and whether it can be reached.

extension KPI {
  public static let reached = KPI(
    name: "reached", title: "Right parties reached", unit: .ratio, preference: .higher, isByQueue: true,
    definition: "Talks of outbound queues / attempts, those dropped by a dialer among them."
  ) { day, context in
    let sums = context.sums(day) { context.dials[$0] }
    return Fraction(sums.completed, per: sums.completed + sums.attemptsFailed + sums.dialsFailed + sums.dialsDropped)
  }

  public static let dropped = KPI(
    name: "dropped", title: "Dropped by the dialer", unit: .ratio, preference: .lower, isByQueue: true,
    definition: "People who answered a predictive dialer while no agent was free / people who answered it."
  ) { day, context in
    let sums = context.sums(day) { context.dialsAhead[$0] }
    return Fraction(sums.dialsDropped, per: sums.answered + sums.dialsDropped)
  }

  public static let attempts = KPI(
    name: "attempts", title: "Outbound attempts", unit: .contacts, isByQueue: true,
    definition: "Attempts to reach somebody, an open day."
  ) { day, context in
    let sums = context.sums(day) { context.dials[$0] }
    return Fraction(
      Double(sums.completed + sums.attemptsFailed + sums.dialsFailed + sums.dialsDropped),
      per: context.dials.contains(true) ? day.openDays : 0)
  }

  public static let backlog = KPI(
    name: "backlog", title: "Backlog", unit: .contacts, preference: .lower, isByQueue: true,
    definition: "Contacts of deferred work that wait, averaged over the whole time, nights too."
  ) { day, context in
    let queues = context.asked.filter { context.isDeferred[$0] }
    // All queues are watched for the same time.
    return Fraction(
      queues.reduce(0) { $0 + day.queues[$1].backlog }, per: queues.first.map { day.queues[$0].observed } ?? 0)
  }

  public static let oldestAge = KPI(
    name: "oldest_age_s", title: "Age of the oldest", unit: .seconds, preference: .lower, isByQueue: true,
    definition: """
      Age of the oldest contact that waits in a queue of deferred work, 0 where none waits, averaged over the whole time \
      and over queues.
      """
  ) { day, context in
    let queues = context.asked.filter { context.isDeferred[$0] }
    return Fraction(
      queues.reduce(0.0) { $0 + Double(day.queues[$1].oldestAge) / 1e3 },
      per: queues.reduce(0.0) { $0 + Double(day.queues[$1].observed) / 1e6 })
  }

  public static let availability = KPI(
    name: "availability", title: "Availability", unit: .ratio, preference: .higher, isByQueue: true,
    definition: "Time in which the queue can be reached / the whole time, nights too; averaged over queues."
  ) { day, context in
    let sums = context.contacts(day)
    return Fraction(sums.observed - sums.unreachable, per: context.hasOutages ? sums.observed : 0)
  }
}
