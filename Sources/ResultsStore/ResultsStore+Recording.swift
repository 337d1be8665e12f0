internal import EventLog
public import KPIs

extension ResultsStore {
  /// Stores whole replications of a running run, in one transaction: all of them or none.
  ///
  /// A call costs about a tenth of a millisecond before its first replication, so give a batch; memory does not grow
  /// with what was recorded before.
  ///
  /// - Precondition: the sums have the shape of the run's layout; segments hold every event of their replication once.
  /// - Throws: ``StoreError``: the run is not running, a replication is stored already, the disk is full.
  public func record(_ replications: [RecordedReplication], of id: RunID) throws {
    try translated {
      try database.write {
        let run = try openRun(id)
        let layout = try layout(run)
        // In order of their keys, so that the tables grow at their end.
        for replication in replications.sorted(by: { $0.result.index < $1.result.index }) {
          Self.expectShape(replication, layout)
          try record(replication, run)
        }
      }
    }
  }

  private static func expectShape(_ replication: RecordedReplication, _ layout: RunLayout) {
    precondition(replication.result.index >= 0, "replications are counted from 0")
    precondition(replication.isWhole, "the segments of a kept log hold every event once, in order")
    for day in replication.result.days {
      precondition(
        day.queues.count == layout.queues.count && day.scheduledByTeam.count == layout.teams.count
          && day.timeByActivity.count == layout.activities.count, "the sums have the shape of the run's layout")
    }
  }

  private func record(_ replication: RecordedReplication, _ run: RunHeader) throws {
    let result = replication.result
    try database.forEach(
      "SELECT 1 FROM replication WHERE run = ?1 AND replication = ?2", .integer(run.number), .integer(result.index)
    ) { _ in throw failure(.alreadyRecorded(replication: result.index, run: run.id)) }
    try database.run(
      "INSERT INTO replication VALUES (?1, ?2, ?3, ?4, ?5)", .integer(run.number), .integer(result.index),
      .text(result.digest.description), .integer(result.eventCount), .integer(replication.segments == nil ? 0 : 1))
    try recordContacts(result, run.number)
    try recordAgents(result, run.number)
    try recordTimes(result, run.number)
    for segment in replication.segments ?? [] { try record(segment, result.index, run.number) }
  }

  private func recordContacts(_ result: ReplicationResult, _ run: Int64) throws {
    try database.withStatement(
      "INSERT INTO contact_sums VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)"
    ) { insert in
      for (day, sums) in result.days.enumerated() {
        for (queue, contacts) in sums.queues.enumerated() {
          try insert.run(
            run, Int64(result.index), Int64(day), Int64(queue), contacts.offered, contacts.answered,
            contacts.answeredInTime, contacts.abandoned, contacts.abandonedInTime, contacts.disconnected,
            contacts.waitAnswered, contacts.waitLost, contacts.completed, contacts.talk, contacts.wrapUp)
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
    try database.withStatement("INSERT INTO team_time VALUES (?1, ?2, ?3, ?4, ?5)") { insert in
      for (day, sums) in result.days.enumerated() {
        for (team, time) in sums.scheduledByTeam.enumerated() {
          try insert.run(run, Int64(result.index), Int64(day), Int64(team), time)
        }
      }
    }
    try database.withStatement("INSERT INTO activity_time VALUES (?1, ?2, ?3, ?4, ?5)") { insert in
      for (day, sums) in result.days.enumerated() {
        for (activity, time) in sums.timeByActivity.enumerated() {
          try insert.run(run, Int64(result.index), Int64(day), Int64(activity), time)
        }
      }
    }
  }

  private func record(_ segment: LogSegment, _ replication: Int, _ run: Int64) throws {
    try database.run(
      "INSERT INTO segment VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", .integer(run), .integer(replication),
      .integer(segment.firstPosition), .integer(segment.eventCount), .integer(segment.codecVersion),
      .integer(Int64(bitPattern: segment.checksum)), .bytes(segment.bytes))
  }
}
