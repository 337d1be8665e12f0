public import EventLog

extension ResultsStore {
  /// The replications whose logs are kept, in order.
  public func keptReplications(of id: RunID) throws -> [Int] {
    try translated {
      try database.read {
        try database.all(
          "SELECT replication FROM replication WHERE run = ?1 AND log_kept = 1 ORDER BY replication",
          .integer(header(of: id).number)
        ) { Int($0.integer(0)) }
      }
    }
  }

  /// The segments of a kept log, in order. Their checksums are not looked at: the decoder does that.
  ///
  /// - Throws: ``StoreError``: no such replication, its log was not kept, a segment is missing.
  public func segments(of id: RunID, replication: Int) throws -> [LogSegment] {
    var segments: [LogSegment] = []
    try forEachSegment(of: id, replication: replication) { segments.append($0) }
    return segments
  }

  /// Lends the segments of a kept log one by one, in order: a log that does not fit in memory can be read.
  public func forEachSegment(of id: RunID, replication: Int, _ body: (LogSegment) throws -> Void) throws {
    try translated {
      try database.read {
        let run = try header(of: id)
        let eventCount = try keptEventCount(replication, run)
        var position = 0
        try database.forEach(
          Self.segmentsOfReplication, .integer(run.number), .integer(replication)
        ) { row in
          let segment = Self.segment(row)
          let isNext = segment.firstPosition == position && segment.eventCount > 0
          guard isNext, segment.eventCount <= eventCount - position else { throw damage(replication, run) }
          position += segment.eventCount
          try body(segment)
        }
        guard position == eventCount else { throw damage(replication, run) }
      }
    }
  }

  private func keptEventCount(_ replication: Int, _ run: RunHeader) throws -> Int {
    let found = try database.first(
      "SELECT log_kept, event_count FROM replication WHERE run = ?1 AND replication = ?2", .integer(run.number),
      .integer(replication)
    ) { (isKept: $0.integer(0) == 1, eventCount: Int($0.integer(1))) }
    guard let found else { throw failure(.noSuchReplication(replication, run: run.id)) }
    guard found.isKept else { throw failure(.logNotKept(replication: replication, run: run.id)) }
    return found.eventCount
  }

  private func damage(_ replication: Int, _ run: RunHeader) -> StoreError {
    failure(.damaged(detail: "the log of replication \(replication) of run \(run.id.short) is not whole"))
  }

  static let segmentsOfReplication: StaticString = """
    SELECT first_position, event_count, codec_version, checksum, bytes, from_us, to_us, least_contact,
      greatest_contact
    FROM segment WHERE run = ?1 AND replication = ?2 ORDER BY first_position
    """

  static func segment(_ row: borrowing Row) -> LogSegment {
    LogSegment(
      firstPosition: Int(row.integer(0)), eventCount: Int(row.integer(1)), codecVersion: Int(row.integer(2)),
      checksum: UInt64(bitPattern: row.integer(3)),
      extent: LogSegment.Extent(
        firstTime: row.integer(5), lastTime: row.integer(6), leastContact: UInt32(truncatingIfNeeded: row.integer(7)),
        greatestContact: UInt32(truncatingIfNeeded: row.integer(8))),
      bytes: row.bytes(4))
  }
}
