internal import ContactCenter

// The measures of umontreal-simul/contactcenters beyond those of scorecards; docs/measures.md maps its names to these.

extension KPI {
  static let measures: [KPI] =
    levels + ratios + waits + announcements + wrongParties + greatest + averages + endStates

  private static let levels: [KPI] =
    ServiceLevelDefinition.allCases.map { definition in
      ofContacts(
        "sl_\(definition.rawValue)", "Service level: \(definition.rawValue)", .ratio, .higher,
        "The service level by the definition `\(definition.rawValue)`, whatever the scenario's.",
        isByTeam: definition == .answered
      ) { sums, _ in definition.fraction(of: sums) }
    } + [
      ofContacts(
        "sl_all_late", "Service level: all who were late", .ratio, .higher,
        "Answered within T / (answered + abandoned after T + busy signals)."
      ) { sums, _ in
        Fraction(sums.answeredInTime, per: sums.answered + sums.abandoned - sums.abandonedInTime + sums.blocked)
      }
    ]

  private static let ratios: [KPI] = [
    ofContacts("service_ratio", "Answered", .ratio, .higher, "Answered / offered contacts.") { sums, _ in
      Fraction(sums.answered, per: sums.offered)
    },
    ofContacts(
      "delay_ratio", "Delayed", .ratio, .lower, "Contacts that waited or met a busy signal / offered contacts."
    ) { sums, detail in Fraction(detail.delayed + sums.blocked, per: sums.offered) },
    ofContacts(
      "abandonment_in_time", "Abandoned within T", .ratio, .neither, "Abandoned within T / offered contacts."
    ) { sums, _ in Fraction(sums.abandonedInTime, per: sums.offered) },
    ofContacts(
      "abandonment_late", "Abandoned after T", .ratio, .lower, "Abandoned after T / offered contacts."
    ) { sums, _ in Fraction(sums.abandoned - sums.abandonedInTime, per: sums.offered) },
    ofContacts(
      "in_target", "In target", .contacts, .higher, "Contacts answered or abandoned within T, an open day.",
      perDay: true
    ) { sums, _ in Fraction(sums.answeredInTime + sums.abandonedInTime, per: 1) },
    ofContacts(
      "served", "Reached an agent or a queue", .contacts, .neither,
      "Offered contacts without busy signals, an open day.",
      perDay: true
    ) { sums, _ in Fraction(sums.offered - sums.blocked, per: 1) },
  ]

  private static let waits: [KPI] = [
    seconds("time_to_abandon_s", "Time to abandon", "Wait of those who hung up / abandoned contacts.") {
      ($1.waitAbandoned, $0.abandoned)
    },
    seconds("wait_delayed_s", "Wait of the delayed", "Wait of all contacts / contacts that waited.") {
      ($0.waitAnswered + $0.waitLost, $1.delayed)
    },
    seconds("excess_s", "Wait beyond T", "Waits beyond T, of all contacts / offered contacts.") {
      ($1.excessAnswered + $1.excessLost, $0.offered)
    },
    seconds(
      "excess_answered_s", "Wait beyond T (answered)", "Waits beyond T of the answered / answered contacts.",
      isByTeam: true
    ) { ($1.excessAnswered, $0.answered) },
    seconds(
      "excess_lost_s", "Wait beyond T (lost)",
      "Waits beyond T of those who left / contacts that left their line unanswered."
    ) { ($1.excessLost, $0.abandoned + $0.disconnected + $0.messagesLeft + $0.callbacksPromised) },
    seconds(
      "callback_wait_s", "Wait for a callback", "Wait of answered callbacks since the promise / answered callbacks.",
      isByTeam: true
    ) { _, detail in (detail.waitCalledBack, detail.calledBack) },
    seconds("talk_s", "Talk", "Talk and hold time / completed contacts.", isByTeam: true) { sums, _ in
      (sums.talk, sums.completed)
    },
    seconds("wrap_up_s", "Wrap-up", "After-contact work / completed contacts.", isByTeam: true) { sums, _ in
      (sums.wrapUp, sums.completed)
    },
  ]

  private static let announcements: [KPI] = [
    squaredError(
      "announced_mse_s2", "Squared error of announced waits",
      "Squares of announced wait less wait / contacts that were told a wait, waited, and were answered or hung up."
    ) { $0.announcedAnswered + $0.announcedAbandoned },
    squaredError(
      "announced_mse_answered_s2", "Squared error of announced waits (answered)",
      "Squares of announced wait less wait / answered contacts that were told a wait."
    ) { $0.announcedAnswered },
    squaredError(
      "announced_mse_abandoned_s2", "Squared error of announced waits (abandoned)",
      "Squares of announced wait less wait / contacts that were told a wait, waited and hung up."
    ) { $0.announcedAbandoned },
    squaredError(
      "announced_mse_callback_s2", "Squared error of announced waits (called back)",
      """
      Squares of announced wait less time from the announcement to the answer of the callback / answered callbacks of \
      callers who had been told a wait.
      """
    ) { $0.announcedCalledBack },
    ofContacts(
      "announced_bias_s", "Announced wait less wait", .seconds, .neither,
      "Announced wait less wait / contacts that were told a wait, waited, and were answered or hung up."
    ) { _, detail in
      let sums = detail.announcedAnswered + detail.announcedAbandoned
      return Fraction(Double(sums.error) / 1e6, per: Double(sums.count))
    },
  ]

  private static let wrongParties: [KPI] = [
    KPI(
      name: "wrong_parties", title: "Wrong parties reached", unit: .contacts, preference: .lower, isByQueue: true,
      definition: "Outbound attempts that somebody else answered, an open day."
    ) { day, context in
      guard let detail = day.detail, context.dials.contains(true) else { return Fraction(0, per: 0.0) }
      return Fraction(Double(context.detail(detail).wrongParties), per: day.openDays)
    },
    KPI(
      name: "wrong_party_share", title: "Wrong parties among attempts", unit: .ratio, preference: .lower,
      isByQueue: true, definition: "Outbound attempts that somebody else answered / attempts."
    ) { day, context in
      guard let detail = day.detail else { return Fraction(0, per: 0.0) }
      let sums = context.sums(day) { context.dials[$0] }
      return Fraction(
        context.detail(detail).wrongParties,
        per: sums.completed + sums.attemptsFailed + sums.dialsFailed + sums.dialsDropped)
    },
    seconds(
      "wrong_party_s", "Time with a wrong party",
      """
      Agents' time of attempts that somebody else answered, reading up and ringing included where the agent dials / such \
      attempts.
      """
    ) { ($1.timeWithWrongParties, $1.wrongParties) },
  ]

  private static let greatest: [KPI] = [
    greatestWait("max_wait_s", "Longest wait", "The longest wait of a day") {
      max($0.greatestWaitAnswered, $0.greatestWaitLost)
    },
    greatestWait(
      "max_wait_answered_s", "Longest wait (answered)", "The longest wait of a day that was answered", isByTeam: true
    ) { $0.greatestWaitAnswered },
    greatestWait("max_wait_lost_s", "Longest wait (lost)", "The longest wait of a day that was not answered") {
      $0.greatestWaitLost
    },
    KPI(
      name: "max_queue", title: "Longest line", unit: .contacts, preference: .lower, isByQueue: true,
      definition: "The most contacts that waited at once, mean of the open days."
    ) { day, context in
      guard let detail = day.detail else { return Fraction(0, per: 0.0) }
      let line = context.isWhole ? detail.longestLine : context.detail(detail).longestLine
      return Fraction(Double(line), per: day.openDays)
    },
    KPI(
      name: "max_busy", title: "Most people busy", unit: .people, isByTeam: true,
      definition: "The most people who talked or wrapped up at once, mean of the open days."
    ) { day, context in
      guard let detail = day.detail else { return Fraction(0, per: 0.0) }
      let busy = context.team.map { detail.teams[$0].greatestBusy } ?? detail.greatestBusy
      return Fraction(Double(busy), per: day.openDays)
    },
  ]

  private static let averages: [KPI] = [
    KPI(
      name: "avg_queue", title: "Contacts waiting", unit: .contacts, preference: .lower, isByQueue: true,
      definition: "Contacts that wait, averaged over the clock."
    ) { day, context in
      guard let detail = day.detail else { return Fraction(0, per: 0.0) }
      return Fraction(context.detail(detail).waitingTime, per: detail.length)
    },
    people("avg_busy", "People busy", "People who talk or wrap up, averaged over the clock.") { $0.busy },
    people("avg_scheduled", "People scheduled", "People scheduled or in overtime, averaged over the clock.") {
      $0.scheduled + $0.overtime
    },
    people("avg_working", "People on the phones", "People on the phones or in overtime, averaged over the clock.") {
      $0.present + $0.overtime
    },
    KPI(
      name: "cost_by_work", title: "Cost per contact by work", unit: .money, preference: .lower, isByQueue: true,
      definition: """
        Costs of the people by the part of each team's work that is for these contacts, their telephony and their \
        penalties / answered contacts that are no reviews. Penalties for missed targets are the center's.
        """
    ) { day, context in
      guard let detail = day.detail, let sheet = context.costs else { return Fraction(0, per: 0.0) }
      let sums = context.contacts(day)
      return Fraction(
        sheet.cost(of: context.queueIndices(day), day, detail), per: Double(sums.answered - sums.reviewsAnswered))
    },
  ]

  // MARK: Forms

  private static func ofContacts(
    _ name: String, _ title: String, _ unit: Unit, _ preference: Preference, _ definition: String, perDay: Bool = false,
    isByTeam: Bool = false, _ fraction: @escaping @Sendable (ContactSums, DayDetail.Queue) -> Fraction
  ) -> KPI {
    KPI(
      name: name, title: title, unit: unit, preference: preference, isByQueue: true, isByTeam: isByTeam,
      definition: definition
    ) { day, context in
      guard let detail = day.detail else { return Fraction(0, per: 0.0) }
      let value = fraction(context.contacts(day), context.detail(detail))
      return perDay ? Fraction(value.numerator, per: day.openDays) : value
    }
  }

  private static func seconds(
    _ name: String, _ title: String, _ definition: String, isByTeam: Bool = false,
    _ parts: @escaping @Sendable (ContactSums, DayDetail.Queue) -> (Int64, Int64)
  ) -> KPI {
    ofContacts(name, title, .seconds, .lower, definition, isByTeam: isByTeam) { sums, detail in
      let (time, count) = parts(sums, detail)
      return Fraction(Double(time) / 1e6, per: Double(count))
    }
  }

  private static func squaredError(
    _ name: String, _ title: String, _ definition: String,
    _ sums: @escaping @Sendable (DayDetail.Queue) -> AnnouncementSums
  ) -> KPI {
    ofContacts(name, title, .squaredSeconds, .lower, definition) { _, detail in
      let sums = sums(detail)
      return Fraction(Double(sums.squaredError) / 1e12, per: Double(sums.count))
    }
  }

  private static func greatestWait(
    _ name: String, _ title: String, _ definition: String, isByTeam: Bool = false,
    _ wait: @escaping @Sendable (DayDetail.Queue) -> Int64
  ) -> KPI {
    KPI(
      name: name, title: title, unit: .seconds, preference: .lower, isByQueue: true, isByTeam: isByTeam,
      definition: "\(definition), mean of the open days."
    ) { day, context in
      guard let detail = day.detail else { return Fraction(0, per: 0.0) }
      return Fraction(Double(wait(context.detail(detail))) / 1e6, per: day.openDays)
    }
  }

  private static func people(
    _ name: String, _ title: String, _ definition: String, _ time: @escaping @Sendable (AgentSums) -> Int64
  ) -> KPI {
    KPI(name: name, title: title, unit: .people, isByTeam: true, definition: definition) { day, context in
      Fraction(time(context.agents(day)), per: day.detail?.length ?? 0)
    }
  }
}
