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
    try append { ledger in
      let run = try openRun(id)
      let layout = try layout(run)
      // In order of their keys, so that the tables grow at their end.
      for replication in replications.sorted(by: { $0.result.index < $1.result.index }) {
        Self.expectShape(replication, layout)
        try expectNew(replication.result.index, run)
        try ledger.append(.replicationRecorded(id, replication))
        for segment in replication.segments ?? [] { try record(segment, replication.result.index, run.number) }
        try recordGuides(of: replication.segments ?? [], replication.result.index, run.number)
      }
    }
  }

  private static func expectShape(_ replication: RecordedReplication, _ layout: RunLayout) {
    precondition(replication.result.index >= 0, "replications are counted from 0")
    precondition(replication.isWhole, "the segments of a kept log hold every event once, in order")
    for day in replication.result.days {
      precondition(
        day.queues.count == layout.queues.count && day.teams.count == layout.teams.count
          && day.timeByActivity.count == layout.activities.count, "the sums have the shape of the run's layout")
    }
  }

  private func expectNew(_ replication: Int, _ run: RunHeader) throws {
    try database.forEach(
      "SELECT 1 FROM replication WHERE run = ?1 AND replication = ?2", .integer(run.number), .integer(replication)
    ) { _ in throw failure(.alreadyRecorded(replication: replication, run: run.id)) }
  }

  private func record(_ segment: LogSegment, _ replication: Int, _ run: Int64) throws {
    try database.run(
      "INSERT INTO segment VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)", .integer(run),
      .integer(replication), .integer(segment.firstPosition), .integer(segment.eventCount),
      .integer(segment.codecVersion), .integer(Int64(bitPattern: segment.checksum)),
      .integer(segment.extent.firstTime), .integer(segment.extent.lastTime),
      .integer(Int64(segment.extent.leastContact)), .integer(Int64(segment.extent.greatestContact)),
      .bytes(segment.bytes))
  }
}
