internal import ContactCenter
internal import EventLog

/// What lasts in a queue: who waits in the lines of deferred work and since when, and outages. Integrals over time by queue
/// and interval, so that intervals add up to days. Time after the horizon does not count.
struct QueueWatch {
  private struct Line {
    /// Who waits, in order of number; those who left keep their place until it is the first.
    var contacts: [(contact: UInt32, since: Int64, isThere: Bool)] = []
    var first = 0
    var count: Int64 = 0
    /// Until when the integrals are made.
    var until: Int64 = 0
  }

  private struct Sums {
    var backlog: Int64 = 0
    var oldestAge: Int64 = 0
    var unreachable: Int64 = 0
  }

  private let length: Int64
  private let horizon: Int64
  private let intervalCount: Int
  private let isDeferred: [Bool]
  private var lines: [Line]
  private var sums: [Sums]

  /// nil where there is nothing to watch.
  init?(_ parameters: FoldParameters) {
    guard parameters.hasOutages || parameters.isDeferred.contains(true) else { return nil }
    length = parameters.interval.microseconds
    horizon = parameters.horizon.microseconds
    intervalCount = parameters.intervalCount
    isDeferred = parameters.isDeferred
    lines = isDeferred.map { _ in Line() }
    sums = Array(repeating: Sums(), count: isDeferred.count * intervalCount)
  }

  mutating func reset() {
    lines = isDeferred.map { _ in Line() }
    for index in sums.indices { sums[index] = Sums() }
  }

  /// One bit a kind: events of the queue that ``follow(_:)`` wants to see. Others change nothing.
  func kinds(of queue: Int) -> UInt64 { isDeferred[queue] ? Self.always | Self.waitKinds : Self.always }

  private static let always = bits([.outageEnded, .replicationFinished])
  private static let waitKinds = bits([
    .contactQueued, .contactAnswered, .contactAbandoned, .contactDisconnected, .contactLeftMessage, .callbackPromised,
    .dialStarted,
  ])

  private static func bits(_ kinds: [EventKind]) -> UInt64 { kinds.reduce(0) { $0 | 1 << UInt64($1.rawValue) } }

  mutating func follow(_ record: EventRecord) {
    guard kinds(of: record.queue) >> UInt64(record.kindCode) & 1 == 1 else { return }
    switch record.kindCode {
    case EventKind.outageEnded.rawValue:
      let queue = record.queue
      spread(from: record.reference, to: record.time, of: queue) { $0.unreachable += $2 - $1 }
    case EventKind.replicationFinished.rawValue: for queue in lines.indices { settle(queue, at: horizon) }
    case EventKind.contactQueued.rawValue: joins(record)
    default: leaves(record)  // All others end a wait.
    }
  }

  func add(of queue: Int, _ interval: Int, to target: inout ContactSums) {
    let own = sums[queue * intervalCount + interval]
    target.observed += min(horizon, Int64(interval + 1) * length) - Int64(interval) * length
    target.unreachable += own.unreachable
    target.backlog += own.backlog
    target.oldestAge += own.oldestAge
  }

  private mutating func joins(_ record: EventRecord) {
    settle(record.queue, at: record.time)
    let entry = (contact: record.contact, since: record.time, isThere: true)
    // Numbers are those of arrival; who was in self-service first may come later than others.
    var place = lines[record.queue].contacts.count
    while place > lines[record.queue].first, lines[record.queue].contacts[place - 1].contact > record.contact {
      place -= 1
    }
    lines[record.queue].contacts.insert(entry, at: place)
    lines[record.queue].count += 1
  }

  private mutating func leaves(_ record: EventRecord) {
    var (low, high) = (lines[record.queue].first, lines[record.queue].contacts.count)
    while low < high {
      let middle = (low + high) / 2
      if lines[record.queue].contacts[middle].contact >= record.contact { high = middle } else { low = middle + 1 }
    }
    // Who is answered at once never waited.
    guard low < lines[record.queue].contacts.count, lines[record.queue].contacts[low].contact == record.contact,
      lines[record.queue].contacts[low].isThere
    else { return }
    settle(record.queue, at: record.time)
    lines[record.queue].contacts[low].isThere = false
    lines[record.queue].count -= 1
    while lines[record.queue].first < lines[record.queue].contacts.count,
      !lines[record.queue].contacts[lines[record.queue].first].isThere
    {
      lines[record.queue].first += 1
    }
    if lines[record.queue].first > 1_024 {
      lines[record.queue].contacts.removeFirst(lines[record.queue].first)
      lines[record.queue].first = 0
    }
  }

  /// Adds the time until now to the integrals.
  private mutating func settle(_ queue: Int, at time: Int64) {
    let (until, count, time) = (lines[queue].until, lines[queue].count, min(time, horizon))
    lines[queue].until = max(until, time)
    guard count > 0, time > until else { return }
    let oldest = lines[queue].contacts[lines[queue].first].since
    spread(from: until, to: time, of: queue) { sums, start, end in
      sums.backlog += count * (end - start)
      sums.oldestAge += Self.aged(end - oldest) - Self.aged(start - oldest)
    }
  }

  /// Half the square of an age in microseconds, in thousandths of a squared second: the integral of the age until then.
  static func aged(_ age: Int64) -> Int64 {
    let square = UInt64(age).multipliedFullWidth(by: UInt64(age))
    return Int64(UInt64(2_000_000_000).dividingFullWidth(square).quotient)
  }

  /// Calls `body` with each interval that a stretch touches, and the part in it; what lies after the horizon is cut.
  private mutating func spread(
    from start: Int64, to end: Int64, of queue: Int, _ body: (inout Sums, Int64, Int64) -> Void
  ) {
    var from = start
    let end = min(end, horizon)
    while from < end {
      let interval = Int(from / length)
      let to = min(end, Int64(interval + 1) * length)
      body(&sums[queue * intervalCount + interval], from, to)
      from = to
    }
  }
}
