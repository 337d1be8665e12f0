internal import ContactCenter

/// Interval counts: columns `start` and `count`, optionally `queue`. Starts are clock times of a typical day, or dates
/// with times that are averaged clock time by clock time over the days on which they appear.
struct CountsTable {
  struct Count {
    var start: TimeSpan
    var date: CalendarDate?
    var queue: String?
    var count: ExactDecimal
  }

  /// Contacts of an average day that start in one interval.
  struct Interval {
    var clock: ClockRange
    var contacts: Double
  }

  private(set) var counts: [Count] = []
  /// The distance of two starts.
  private(set) var step: TimeSpan = .zero

  /// - Throws: ``SourceBytes.Refusal`` with the line of the first cell that cannot be read.
  init(_ table: DelimitedTable) throws(SourceBytes.Refusal) {
    guard let header = table.rows.first else { throw SourceBytes.Refusal(message: "the file is empty", line: 1) }
    let start = try Self.column(["start"], in: header)
    let count = try Self.column(["count", "weight"], in: header)
    let queue = header.cells.firstIndex { $0.lowercased() == "queue" }
    for row in table.rows.dropFirst() {
      guard row.cells.count == header.cells.count else {
        throw SourceBytes.Refusal(
          message: "\(row.cells.count) cells, but the header has \(header.cells.count)", line: row.line)
      }
      counts.append(try Self.count(row, start, count, queue))
    }
    guard !counts.isEmpty else {
      throw SourceBytes.Refusal(message: "the file has no rows below its header", line: header.line)
    }
    try refuseMixedDates(table)
    try refuseDoubles(table)
    step = try Self.step(of: counts)
  }

  private static func column(_ names: [String], in header: DelimitedTable.Row) throws(SourceBytes.Refusal) -> Int {
    guard let index = header.cells.firstIndex(where: { names.contains($0.lowercased()) }) else {
      throw SourceBytes.Refusal(
        message: "the first line names no column '\(names[0])'",
        help: "the header is: start,count or start,queue,count",
        line: header.line)
    }
    return index
  }

  private static func count(
    _ row: DelimitedTable.Row, _ start: Int, _ count: Int, _ queue: Int?
  ) throws(SourceBytes.Refusal) -> Count {
    guard let number = ExactDecimal(row.cells[count]), number <= ExactDecimal(1_000_000) else {
      throw SourceBytes.Refusal(message: "'\(row.cells[count])' is not a count", line: row.line)
    }
    guard let (date, time) = instant(row.cells[start]) else {
      throw SourceBytes.Refusal(
        message: "'\(row.cells[start])' is not a start such as 08:00 or 2026-11-23 08:00", line: row.line)
    }
    return Count(start: time, date: date, queue: queue.map { row.cells[$0] }, count: number)
  }

  /// `08:00`, `2026-11-23 08:00`, `2026-11-23T08:00:00`.
  private static func instant(_ text: String) -> (CalendarDate?, TimeSpan)? {
    var clock = text
    var date: CalendarDate?
    if let gap = text.firstIndex(where: { $0 == " " || $0 == "T" }) {
      guard let day = try? CalendarText.date(String(text[..<gap])) else { return nil }
      date = day
      clock = String(text[text.index(after: gap)...])
    }
    if clock.count > 5, clock.hasSuffix(":00") { clock = String(clock.dropLast(3)) }
    guard let time = try? ClockText.parse(clock), time < .days(1) else { return nil }
    return (date, time)
  }

  private func refuseMixedDates(_ table: DelimitedTable) throws(SourceBytes.Refusal) {
    let isDated = counts[0].date != nil
    if let index = counts.firstIndex(where: { ($0.date != nil) != isDated }) {
      throw SourceBytes.Refusal(message: "some starts have a date, others have none", line: table.rows[index + 1].line)
    }
  }

  private struct Key: Hashable {
    var date: CalendarDate?
    var start: TimeSpan
    var queue: String?
  }

  private func refuseDoubles(_ table: DelimitedTable) throws(SourceBytes.Refusal) {
    var seen: Set<Key> = []
    for (index, count) in counts.enumerated() {
      if !seen.insert(Key(date: count.date, start: count.start, queue: count.queue)).inserted {
        throw SourceBytes.Refusal(
          message: "this interval was counted on an earlier line", line: table.rows[index + 1].line)
      }
    }
  }

  /// The smallest distance; the others must be its multiples.
  private static func step(of counts: [Count]) throws(SourceBytes.Refusal) -> TimeSpan {
    let starts = Array(Set(counts.map(\.start))).sorted()
    let gaps = zip(starts, starts.dropFirst()).map { $1 - $0 }
    guard let step = gaps.min() else { return .hours(1) }
    guard gaps.allSatisfy({ $0.microseconds % step.microseconds == 0 }) else {
      throw SourceBytes.Refusal(message: "the starts are not evenly spaced", help: "give one row for each interval")
    }
    return step
  }

  var queues: [String] {
    var names: [String] = []
    for count in counts { if let queue = count.queue, !names.contains(queue) { names.append(queue) } }
    return names
  }

  var dayCount: Int { Set(counts.map(\.date)).count }

  /// The average day, by clock time. Sums are exact in decimal before the one division.
  func intervals(of queue: String? = nil) -> [Interval] {
    var byStart: [TimeSpan: (sum: Double, days: Set<CalendarDate?>)] = [:]
    for count in counts {
      var entry = byStart[count.start] ?? (0, [])
      entry.days.insert(count.date)
      if queue == nil || queue == count.queue { entry.sum += count.count.value }
      byStart[count.start] = entry
    }
    return byStart.keys.sorted().map { start in
      let entry = byStart[start] ?? (0, [nil])
      return Interval(
        clock: ClockRange(start: start, end: start + step), contacts: entry.sum / Double(max(1, entry.days.count)))
    }
  }
}
