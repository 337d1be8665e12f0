internal import EventLog
public import KPIs

extension ResultsStore {
  /// The stored results of a run in order of their index, bit for bit as they were recorded.
  ///
  /// - Complexity: O(results); for a run that does not fit in memory there is ``forEachResult(of:_:)``.
  public func results(of id: RunID) throws -> [ReplicationResult] {
    var results: [ReplicationResult] = []
    try forEachResult(of: id) { results.append($0) }
    return results
  }

  /// Lends the stored results one by one in order of their index, from one state of the store.
  public func forEachResult(of id: RunID, _ body: (ReplicationResult) throws -> Void) throws {
    try translated {
      try database.read {
        let run = try header(of: id)
        let layout = try layout(run)
        try database.forEach(
          "SELECT replication, digest, event_count FROM replication WHERE run = ?1 ORDER BY replication",
          .integer(run.number)
        ) { row in
          let index = Int(row.integer(0))
          guard let digest = StreamDigest.Value(row.text(1)), row.integer(2) >= 0 else { throw damage(index, run) }
          let days = try days(index, run, layout)
          try body(
            ReplicationResult(index: index, days: days, digest: digest, eventCount: Int(row.integer(2))))
        }
      }
    }
  }

  /// The indices below the number asked for that are not stored, as ranges in order: what a resumed run still has to do.
  public func missingReplications(of id: RunID) throws -> [Range<Int>] {
    try translated {
      try database.read {
        let run = try header(of: id)
        var (missing, next) = ([Range<Int>](), 0)
        try database.forEach(
          "SELECT replication FROM replication WHERE run = ?1 ORDER BY replication", .integer(run.number)
        ) { row in
          let stored = min(Int(row.integer(0)), run.replications)
          if next < stored { missing.append(next..<stored) }
          next = max(next, stored + 1)
        }
        if next < run.replications { missing.append(next..<run.replications) }
        return missing
      }
    }
  }

  private func damage(_ replication: Int, _ run: RunHeader) -> StoreError {
    failure(.damaged(detail: "the sums of replication \(replication) of run \(run.id.short) are not whole"))
  }

  private func days(_ replication: Int, _ run: RunHeader, _ layout: RunLayout) throws -> [DaySums] {
    var days = try agents(replication, run, layout)
    let contacts = try fillContacts(&days, replication, run)
    let teams = try fillTeams(&days, replication, run)
    let activities = try fillActivities(&days, replication, run)
    try fillTeamSums(&days, replication, run)
    guard contacts == days.count * layout.queues.count, teams == days.count * layout.teams.count,
      activities == days.count * layout.activities.count
    else { throw damage(replication, run) }
    return days
  }

  private func agents(_ replication: Int, _ run: RunHeader, _ layout: RunLayout) throws -> [DaySums] {
    var days: [DaySums] = []
    try database.forEach(
      """
      SELECT day, scheduled_us, present_us, busy_us, overtime_us, peak_scheduled_us, peak_present_us, peak_busy_us,
        peak_overtime_us, peak_length_us
      FROM agent_sums WHERE run = ?1 AND replication = ?2 ORDER BY day
      """, .integer(run.number), .integer(replication)
    ) { row in
      guard row.integer(0) == days.count else { throw damage(replication, run) }
      var day = DaySums(
        queueCount: layout.queues.count, teamCount: layout.teams.count, activityCount: layout.activities.count)
      day.agents = Self.agents(row, from: 1)
      day.peak = Self.agents(row, from: 5)
      day.peakLength = row.integer(9)
      days.append(day)
    }
    return days
  }

  private static func agents(_ row: borrowing Row, from column: Int32) -> AgentSums {
    var sums = AgentSums()
    sums.scheduled = row.integer(column)
    sums.present = row.integer(column + 1)
    sums.busy = row.integer(column + 2)
    sums.overtime = row.integer(column + 3)
    return sums
  }

  private func fillContacts(_ days: inout [DaySums], _ replication: Int, _ run: RunHeader) throws -> Int {
    var count = 0
    try database.forEach(
      """
      SELECT day, queue, offered, answered, answered_in_time, abandoned, abandoned_in_time, disconnected,
        wait_answered_us, wait_lost_us, completed, talk_us, wrap_up_us, fates
      FROM contact_sums WHERE run = ?1 AND replication = ?2
      """, .integer(run.number), .integer(replication)
    ) { row in
      let (day, queue) = (Int(row.integer(0)), Int(row.integer(1)))
      guard days.indices.contains(day), days[day].queues.indices.contains(queue) else { throw damage(replication, run) }
      days[day].queues[queue] = ContactSums(row)
      guard Self.fill(SumColumns.fatesByName, of: &days[day].queues[queue], row.bytes(13)) else {
        throw damage(replication, run)
      }
      count += 1
    }
    return count
  }

  /// - Returns: whether the text is one of such sums.
  private static func fill<Sums>(
    _ columns: [SumColumns.Column<Sums>], of sums: inout Sums, _ fates: [UInt8]
  ) -> Bool {
    guard let fields = try? LedgerFields(LedgerJSONReader.value(of: fates)) else { return false }
    return (try? SumColumns.fill(columns, of: &sums, fields)) ?? false
  }

  private func fillTeams(_ days: inout [DaySums], _ replication: Int, _ run: RunHeader) throws -> Int {
    var count = 0
    try database.forEach(
      "SELECT day, team, scheduled_us FROM team_time WHERE run = ?1 AND replication = ?2", .integer(run.number),
      .integer(replication)
    ) { row in
      let (day, team) = (Int(row.integer(0)), Int(row.integer(1)))
      guard days.indices.contains(day), days[day].teams.indices.contains(team) else {
        throw damage(replication, run)
      }
      days[day].teams[team].time.scheduled = row.integer(2)
      count += 1
    }
    return count
  }

  private func fillTeamSums(_ days: inout [DaySums], _ replication: Int, _ run: RunHeader) throws {
    try database.forEach(
      """
      SELECT day, team, present_us, busy_us, overtime_us, answered, fates
      FROM team_sums WHERE run = ?1 AND replication = ?2
      """, .integer(run.number), .integer(replication)
    ) { row in
      let (day, team) = (Int(row.integer(0)), Int(row.integer(1)))
      guard days.indices.contains(day), days[day].teams.indices.contains(team) else { throw damage(replication, run) }
      for (offset, column) in SumColumns.teams.enumerated() {
        days[day].teams[team][keyPath: column.path] = row.integer(Int32(2 + offset))
      }
      guard Self.fill(SumColumns.teamFatesByName, of: &days[day].teams[team], row.bytes(6)) else {
        throw damage(replication, run)
      }
    }
  }

  private func fillActivities(_ days: inout [DaySums], _ replication: Int, _ run: RunHeader) throws -> Int {
    var count = 0
    try database.forEach(
      "SELECT day, activity, away_us FROM activity_time WHERE run = ?1 AND replication = ?2", .integer(run.number),
      .integer(replication)
    ) { row in
      let (day, activity) = (Int(row.integer(0)), Int(row.integer(1)))
      guard days.indices.contains(day), days[day].timeByActivity.indices.contains(activity) else {
        throw damage(replication, run)
      }
      days[day].timeByActivity[activity] = row.integer(2)
      count += 1
    }
    return count
  }
}

extension ContactSums {
  /// From a row that has them from its third column on.
  init(_ row: borrowing Row) {
    self.init()
    offered = row.integer(2)
    answered = row.integer(3)
    answeredInTime = row.integer(4)
    abandoned = row.integer(5)
    abandonedInTime = row.integer(6)
    disconnected = row.integer(7)
    waitAnswered = row.integer(8)
    waitLost = row.integer(9)
    completed = row.integer(10)
    talk = row.integer(11)
    wrapUp = row.integer(12)
  }
}

extension ResultsStore {
  /// What a list of runs shows of one.
  ///
  /// - Complexity: O(queues) for a complete run; O(replications) for another, whose digest nobody has worked out.
  public func progress(of record: RunRecord) throws -> RunProgress {
    try translated {
      try database.read {
        let run = try header(of: record.id)
        let contacts = try database.all(
          """
          SELECT run, queue, offered, answered, answered_in_time, abandoned, abandoned_in_time, disconnected,
            wait_answered_us, wait_lost_us, completed, talk_us, wrap_up_us
          FROM contact_total WHERE run = ?1 ORDER BY queue
          """, .integer(run.number)
        ) { ContactSums($0) }
        if let digest = record.digest {
          return RunProgress(recorded: record.replications, digest: digest, contacts: contacts)
        }
        var (digest, count) = (StreamDigest(), 0)
        try database.forEach(
          "SELECT digest FROM replication WHERE run = ?1 ORDER BY replication", .integer(run.number)
        ) { row in
          if let value = StreamDigest.Value(row.text(0)) { digest.absorb(value) }
          count += 1
        }
        return RunProgress(recorded: count, digest: digest.value, contacts: contacts)
      }
    }
  }
}

extension ResultsStore {
  /// What is known of a replication without its sums; nil where it is not stored.
  public func replication(_ index: Int, of id: RunID) throws -> StoredReplication? {
    try translated {
      try database.read {
        let run = try header(of: id)
        let found = try database.first(
          "SELECT digest, event_count, log_kept FROM replication WHERE run = ?1 AND replication = ?2",
          .integer(run.number), .integer(index)
        ) { row in
          StreamDigest.Value(row.text(0)).map {
            StoredReplication(
              index: index, digest: $0, eventCount: Int(row.integer(1)), isLogKept: row.integer(2) == 1)
          }
        }
        return found ?? nil
      }
    }
  }

  /// The first replication whose log is kept.
  public func firstKeptReplication(of id: RunID) throws -> Int? {
    try translated {
      try database.read {
        try database.first(
          "SELECT replication FROM replication WHERE run = ?1 AND log_kept = 1 ORDER BY replication LIMIT 1",
          .integer(header(of: id).number)
        ) { Int($0.integer(0)) }
      }
    }
  }
}
