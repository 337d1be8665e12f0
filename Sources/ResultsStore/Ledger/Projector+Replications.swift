internal import EventLog
internal import KPIs

extension Projector {
  func record(_ replication: RecordedReplication, of run: Int64) throws {
    let result = replication.result
    try database.run(
      "INSERT INTO replication VALUES (?1, ?2, ?3, ?4, ?5)", .integer(run), .integer(result.index),
      .text(result.digest.description), .integer(result.eventCount), .integer(replication.segments == nil ? 0 : 1))
    try recordContacts(result, run)
    try addToTotals(result, run)
    try recordAgents(result, run)
    try recordTimes(result, run)
    try recordTeams(result, run)
  }

  private func recordContacts(_ result: ReplicationResult, _ run: Int64) throws {
    try database.withStatement(
      "INSERT INTO contact_sums VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)"
    ) { insert in
      for (day, sums) in result.days.enumerated() {
        for (queue, contacts) in sums.queues.enumerated() {
          try insert.run(
            run, Int64(result.index), Int64(day), Int64(queue), contacts.offered, contacts.answered,
            contacts.answeredInTime, contacts.abandoned, contacts.abandonedInTime, contacts.disconnected,
            contacts.waitAnswered, contacts.waitLost, contacts.completed, contacts.talk, contacts.wrapUp,
            text: LedgerJSON.text(of: contacts, SumColumns.fatesByName))
        }
      }
    }
  }

  private func recordAgents(_ result: ReplicationResult, _ run: Int64) throws {
    try database.withStatement(
      "INSERT INTO agent_sums VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)"
    ) { insert in
      for (day, sums) in result.days.enumerated() {
        try insert.run(
          run, Int64(result.index), Int64(day), sums.agents.scheduled, sums.agents.present, sums.agents.busy,
          sums.agents.overtime, sums.peak.scheduled, sums.peak.present, sums.peak.busy, sums.peak.overtime,
          sums.peakLength)
      }
    }
  }

  private func recordTimes(_ result: ReplicationResult, _ run: Int64) throws {
    try insert(
      result.days.map { $0.teams.map(\.time.scheduled) }, of: result, run,
      "INSERT INTO team_time SELECT ?1, ?2, key / ?3, key % ?3, value FROM json_each(?4)")
    try insert(
      result.days.map(\.timeByActivity), of: result, run,
      "INSERT INTO activity_time SELECT ?1, ?2, key / ?3, key % ?3, value FROM json_each(?4)")
  }

  /// A row for each time of each day, all by one statement: a third of the time of one for each.
  private func insert(
    _ timesByDay: [[Int64]], of result: ReplicationResult, _ run: Int64, _ sql: StaticString
  ) throws {
    let times = LedgerJSON.array(timesByDay.joined().map { .integer($0) })
    try database.withStatement(sql) { insert in
      try insert.run(run, Int64(result.index), Int64(timesByDay.first?.count ?? 0), text: times.bytes)
    }
  }

  private func recordTeams(_ result: ReplicationResult, _ run: Int64) throws {
    try database.withStatement("INSERT INTO team_sums VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)") { insert in
      for (day, sums) in result.days.enumerated() {
        // Entries of version 5 have none of them: no row then, as none was written.
        for (team, sums) in sums.teams.enumerated()
        where SumColumns.ofTeam.contains(where: { sums[keyPath: $0.path] != 0 }) {
          try insert.run(
            run, Int64(result.index), Int64(day), Int64(team), sums.time.present, sums.time.busy, sums.time.overtime,
            sums.answered, text: LedgerJSON.text(of: sums, SumColumns.teamFatesByName))
        }
      }
    }
  }

  /// Totals of a run by queue, for lists of runs. They wrap, as no sum of a real center does, instead of failing.
  private func addToTotals(_ result: ReplicationResult, _ run: Int64) throws {
    guard let first = result.days.first else { return }
    for queue in first.queues.indices {
      let total = result.days.reduce(into: try total(run, queue)) { total, day in
        SumColumns.add(SumColumns.contacts, of: day.queues[queue], to: &total)
      }
      try database.withStatement(
        "INSERT OR REPLACE INTO contact_total VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)"
      ) { insert in
        try insert.run(
          run, Int64(queue), total.offered, total.answered, total.answeredInTime, total.abandoned,
          total.abandonedInTime, total.disconnected, total.waitAnswered, total.waitLost, total.completed, total.talk,
          total.wrapUp)
      }
    }
  }

  private func total(_ run: Int64, _ queue: Int) throws -> ContactSums {
    try database.first(
      """
      SELECT run, queue, offered, answered, answered_in_time, abandoned, abandoned_in_time, disconnected,
        wait_answered_us, wait_lost_us, completed, talk_us, wrap_up_us
      FROM contact_total WHERE run = ?1 AND queue = ?2
      """, .integer(run), .integer(queue)
    ) { ContactSums($0) } ?? ContactSums()
  }
}
