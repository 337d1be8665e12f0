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
  ///
  /// - Parameters:
  ///   - contact: only segments that may hold events of this contact.
  ///   - times: only segments that may hold events from here to there, in microseconds.
  ///   - start: only segments that begin at this position or later.
  /// - Throws: ``StoreError``: no such replication, its log was not kept, a segment is missing, whichever are asked for.
  public func forEachSegment(
    of id: RunID, replication: Int, contact: UInt32? = nil, times: ClosedRange<Int64>? = nil,
    from start: Int = 0, _ body: (LogSegment) throws -> Void
  ) throws {
    try translated {
      try database.read {
        let run = try header(of: id)
        try checkThatLogIsWhole(replication, run)
        try database.forEach(
          Self.someSegments, .integer(run.number), .integer(replication), .integer(times?.lowerBound ?? .min),
          .integer(times?.upperBound ?? .max), .integer(Int64(contact ?? 0)), .integer(Int64(contact ?? .max)),
          .integer(start)
        ) { row in try body(Self.segment(row)) }
      }
    }
  }

  /// Goes along the segments without their bytes: a row for each 65,536 events.
  private func checkThatLogIsWhole(_ replication: Int, _ run: RunHeader) throws {
    var log = LogInHand(replication: replication, eventCount: try keptEventCount(replication, run))
    try database.forEach(
      "SELECT first_position, event_count FROM segment WHERE run = ?1 AND replication = ?2 ORDER BY first_position",
      .integer(run.number), .integer(replication)
    ) { row in
      guard log.takes(first: Int(row.integer(0)), count: Int(row.integer(1))) else { throw damage(replication, run) }
    }
    guard log.isWhole else { throw damage(replication, run) }
  }

  /// Lends the kept logs of a run one after another, in order, each with its segments, on one state of the file.
  ///
  /// One statement walks through all of them: to ask for each log takes twice as long as to read it.
  ///
  /// - Parameter replications: only the logs of these.
  /// - Throws: ``StoreError``: no such run, a segment is missing; what `body` throws.
  public func forEachLog(
    of id: RunID, in replications: Range<Int> = 0..<Int.max, _ body: (Int, [LogSegment]) throws -> Void
  ) throws {
    try translated {
      try database.read {
        let run = try header(of: id)
        var logs = try keptLogs(of: run, replications)[...]
        var segments: [LogSegment] = []
        /// Lends the log in hand once it is whole, and empty ones after it.
        func lend() throws {
          while let log = logs.first, log.isWhole {
            try body(log.replication, segments)
            segments.removeAll(keepingCapacity: true)
            logs.removeFirst()
          }
        }
        try lend()
        try database.forEach(
          Self.segmentsOfLogs, .integer(run.number), .integer(replications.lowerBound),
          .integer(replications.upperBound)
        ) { row in
          let (segment, replication) = (Self.segment(row), Int(row.integer(9)))
          guard logs.first?.replication == replication,
            logs[logs.startIndex].takes(first: segment.firstPosition, count: segment.eventCount)
          else {
            throw damage(logs.first?.replication ?? replication, run)
          }
          segments.append(segment)
          try lend()
        }
        if let log = logs.first { throw damage(log.replication, run) }
      }
    }
  }

  /// A log whose segments come one by one.
  private struct LogInHand {
    let replication: Int
    let eventCount: Int
    private var position = 0

    init(replication: Int, eventCount: Int) {
      self.replication = replication
      self.eventCount = eventCount
    }

    /// - Returns: whether the segment is the one that follows.
    mutating func takes(first: Int, count: Int) -> Bool {
      guard first == position, first <= eventCount, count > 0, count <= eventCount - first else { return false }
      position = first + count
      return true
    }

    var isWhole: Bool { position == eventCount }
  }

  private func keptLogs(of run: RunHeader, _ replications: Range<Int>) throws -> [LogInHand] {
    try database.all(
      """
      SELECT replication, event_count FROM replication
      WHERE run = ?1 AND log_kept = 1 AND replication >= ?2 AND replication < ?3 ORDER BY replication
      """, .integer(run.number), .integer(replications.lowerBound), .integer(replications.upperBound)
    ) { LogInHand(replication: Int($0.integer(0)), eventCount: Int($0.integer(1))) }
  }

  /// Those that overlap a stretch of time and hold, or may hold, a contact: from 0 to the greatest for any.
  private static let someSegments: StaticString = """
    SELECT first_position, event_count, codec_version, checksum, bytes, from_us, to_us, least_contact,
      greatest_contact
    FROM segment
    WHERE run = ?1 AND replication = ?2 AND to_us >= ?3 AND from_us <= ?4 AND greatest_contact >= ?5
      AND least_contact <= ?6 AND first_position >= ?7
    ORDER BY first_position
    """

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
    failure(.damagedLog(replication: replication, run: run.id, problem: "it is not whole"))
  }

  static let segmentsOfReplication: StaticString = """
    SELECT first_position, event_count, codec_version, checksum, bytes, from_us, to_us, least_contact,
      greatest_contact
    FROM segment WHERE run = ?1 AND replication = ?2 ORDER BY first_position
    """

  private static let segmentsOfLogs: StaticString = """
    SELECT first_position, event_count, codec_version, checksum, bytes, from_us, to_us, least_contact,
      greatest_contact, replication
    FROM segment WHERE run = ?1 AND replication >= ?2 AND replication < ?3 ORDER BY replication, first_position
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
