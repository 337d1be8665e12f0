// Calls that the center makes, backlogs, and whether it can be reached.

extension KPI {
  public static let reached = KPI(
    name: "reached", title: "Right parties reached", unit: .ratio, preference: .higher, isByQueue: true,
    isByTeam: true,
    definition: """
      Talks of outbound queues with the right party / attempts, those dropped by a dialer among them. Of a team its people's \
      own attempts; a predictive dialer's are nobody's.
      """
  ) { day, context in
    let (reached, attempts) = context.attempts(day)
    return Fraction(reached, per: attempts)
  }

  public static let dropped = KPI(
    name: "dropped", title: "Dropped by the dialer", unit: .ratio, preference: .lower, isByQueue: true,
    definition: "People who answered a predictive dialer while no agent was free / people who answered it."
  ) { day, context in
    let sums = context.sums(day) { context.dialsAhead[$0] }
    return Fraction(sums.dialsDropped, per: sums.answered + sums.dialsDropped)
  }

  public static let attempts = KPI(
    name: "attempts", title: "Outbound attempts", unit: .contacts, isByQueue: true, isByTeam: true,
    definition: """
      Attempts to reach somebody, an open day; of a team those of its people, without a predictive dialer's.
      """
  ) { day, context in
    Fraction(
      Double(context.attempts(day).all), per: context.dials.contains(true) ? context.openDays(day) : 0)
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

  public static let contactsDiverted = ofOutages(
    "diverted", "Diverted", "Contacts that an outage sent to another queue, where they are offered, an open day."
  ) { $0.diverted }
  public static let talksDropped = ofOutages(
    "talks_dropped", "Talks cut", "Talks that an outage cut, an open day; their contacts are among the answered."
  ) { $0.talksDropped }

  private static func ofOutages(
    _ name: String, _ title: String, _ definition: String, _ count: @escaping @Sendable (ContactSums) -> Int64
  ) -> KPI {
    KPI(name: name, title: title, unit: .contacts, isByQueue: true, definition: definition) { day, context in
      Fraction(Double(count(context.contacts(day))), per: context.hasOutages ? day.openDays : 0)
    }
  }

  public static let availability = KPI(
    name: "availability", title: "Availability", unit: .ratio, preference: .higher, isByQueue: true,
    definition: "Time in which the queue can be reached / the whole time, nights too; averaged over queues."
  ) { day, context in
    let sums = context.contacts(day)
    return Fraction(sums.observed - sums.unreachable, per: context.hasOutages ? sums.observed : 0)
  }
}

extension ScoringContext {
  /// Attempts to reach somebody, and how many of them did.
  fileprivate func attempts(_ day: DaySums) -> (reached: Int64, all: Int64) {
    guard let team else {
      let sums = sums(day) { dials[$0] }
      let failed = sums.attemptsFailed + sums.dialsFailed + sums.dialsDropped
      return (sums.completed, sums.completed + failed)
    }
    guard let own = day.detail?.teams[team] else { return (0, 0) }
    let reached = dials.indices.reduce(Int64(0)) { $0 + (dials[$1] && !dialsAhead[$1] ? own.completed[$1] : 0) }
    return (reached, reached + own.contacts.attemptsFailed)
  }
}
