public import EventLog

extension ResultsStore {
  /// The guide of the last segment that begins no later than an instant, and at or before a position.
  ///
  /// - Parameter instant: microseconds since the start of the replication.
  /// - Returns: nil where that segment has none, or only the first segment begins so early.
  public func guide(
    of id: RunID, replication: Int, until instant: Int64, before position: Int
  ) throws -> SegmentGuide? {
    try translated {
      try database.read {
        try database.first(
          """
          SELECT g.first_position, g.links, g.state
          FROM segment s JOIN segment_guide g
            ON g.run = s.run AND g.replication = s.replication AND g.first_position = s.first_position
          WHERE s.run = ?1 AND s.replication = ?2 AND s.from_us <= ?3 AND s.first_position <= ?4
          ORDER BY s.first_position DESC LIMIT 1
          """, .integer(header(of: id).number), .integer(replication), .integer(instant), .integer(position)
        ) { Self.guide($0) }
      }
    }
  }

  /// Every link of a kept log in order; nil where a segment has no guide, so that the log itself must be read.
  public func links(of id: RunID, replication: Int) throws -> [SegmentGuide.Link]? {
    try translated {
      try database.read {
        let run = try header(of: id).number
        let segments = try database.first(
          "SELECT count(*) FROM segment WHERE run = ?1 AND replication = ?2", .integer(run), .integer(replication)
        ) { Int($0.integer(0)) }
        let pieces = try database.all(
          "SELECT links FROM segment_guide WHERE run = ?1 AND replication = ?2 ORDER BY first_position", .integer(run),
          .integer(replication)
        ) { SegmentGuide.links(coded: $0.bytes(0)) }
        let known = pieces.compactMap { $0 }
        return known.count == segments ? known.flatMap { $0 } : nil
      }
    }
  }

  static let guidesOfReplication: StaticString = """
    SELECT first_position, links, state FROM segment_guide WHERE run = ?1 AND replication = ?2 ORDER BY first_position
    """

  static func guide(_ row: borrowing Row) -> SegmentGuide {
    SegmentGuide(firstPosition: Int(row.integer(0)), links: row.bytes(1), state: row.bytes(2))
  }

  /// Keeps the guides of a log. One of a single segment is read as a whole anyhow.
  func recordGuides(of segments: [LogSegment], _ replication: Int, _ run: Int64) throws {
    guard segments.count > 1 else { return }
    var maker = SegmentGuideMaker()
    for segment in segments { try record(try maker.guide(of: segment), replication, run) }
  }

  private func record(_ guide: SegmentGuide, _ replication: Int, _ run: Int64) throws {
    try database.run(
      "INSERT INTO segment_guide VALUES (?1, ?2, ?3, ?4, ?5)", .integer(run), .integer(replication),
      .integer(guide.firstPosition), .bytes(guide.links), .bytes(guide.state))
  }

  /// Makes the guides of every kept log again; a log that cannot be read has none, and `verify` says what is wrong with it.
  func rebuildGuides() throws {
    let logs = try database.all(
      "SELECT run, replication FROM segment GROUP BY run, replication HAVING count(*) > 1"
    ) { (run: $0.integer(0), replication: Int($0.integer(1))) }
    for log in logs {
      var maker = SegmentGuideMaker()
      var isReadable = true
      try database.forEach(Self.segmentsOfReplication, .integer(log.run), .integer(log.replication)) { row in
        guard isReadable else { return }
        do {
          try record(try maker.guide(of: Self.segment(row)), log.replication, log.run)
        } catch is SegmentError {
          isReadable = false
        }
      }
    }
  }
}
