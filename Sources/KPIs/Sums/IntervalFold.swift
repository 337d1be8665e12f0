internal import ContactCenter
public import EventLog

/// The fold behind every KPI: events in, sums by queue and interval out.
///
/// Contacts are booked in the interval in which they arrived, agents' time where it was spent. The fold reads each
/// record once, keeps no table of contacts (closing events carry their reference instant), and runs while the
/// simulator's buffer is still in cache.
public struct IntervalFold: ~Copyable {
  public let parameters: FoldParameters
  private let intervalCount: Int
  private let length: Int64
  private let contacts: UnsafeMutablePointer<ContactSums>
  private let agents: UnsafeMutablePointer<AgentSums>
  private let acceptable: UnsafeMutablePointer<Int64>
  private let contactCells: Int
  private var tours: [Tour]
  private var scheduledByTeam: [[Int64]]
  private var timeByActivity: [[Int64]]

  // The interval of the present event: events come in order of time, so it only moves forward.
  private var current = 0
  private var currentStart: Int64 = 0
  private var currentEnd: Int64

  private struct Tour {
    var signedInAt: Int64 = 0
    /// Since when on the phones; -1 while away.
    var presentSince: Int64 = -1
  }

  public init(_ parameters: FoldParameters) {
    self.parameters = parameters
    intervalCount = parameters.intervalCount
    length = parameters.interval.microseconds
    contactCells = intervalCount * parameters.acceptableWaits.count
    contacts = .allocate(capacity: max(1, contactCells))
    agents = .allocate(capacity: intervalCount)
    acceptable = .allocate(capacity: max(1, parameters.acceptableWaits.count))
    for (index, wait) in parameters.acceptableWaits.enumerated() {
      (acceptable + index).initialize(to: wait.microseconds)
    }
    contacts.initialize(repeating: ContactSums(), count: contactCells)
    agents.initialize(repeating: AgentSums(), count: intervalCount)
    tours = Array(repeating: Tour(), count: parameters.agentTeams.count)
    let days = parameters.dayIntervals.count - 1
    scheduledByTeam = Array(repeating: Array(repeating: 0, count: parameters.teamCount), count: days)
    timeByActivity = Array(repeating: Array(repeating: 0, count: parameters.activityCount), count: days)
    currentEnd = intervalCount == 1 ? .max : length
  }

  deinit {
    contacts.deallocate()
    agents.deallocate()
    acceptable.deallocate()
  }

  /// Forgets everything, for the next replication.
  public mutating func reset() {
    contacts.update(repeating: ContactSums(), count: contactCells)
    agents.update(repeating: AgentSums(), count: intervalCount)
    for index in tours.indices { tours[index] = Tour() }
    for day in scheduledByTeam.indices {
      for team in scheduledByTeam[day].indices { scheduledByTeam[day][team] = 0 }
      for activity in timeByActivity[day].indices { timeByActivity[day][activity] = 0 }
    }
    (current, currentStart, currentEnd) = (0, 0, intervalCount == 1 ? .max : length)
  }

  /// Folds the next records of the stream. O(records).
  public mutating func apply(_ records: UnsafeBufferPointer<EventRecord>) {
    for record in records {
      let time = record.time
      while time >= currentEnd { enterNextInterval() }
      switch record.kindCode {
      case EventKind.contactArrived.rawValue:
        contacts[record.queue &* intervalCount &+ current].offered &+= 1
      case EventKind.contactAnswered.rawValue: answered(record, at: time)
      case EventKind.contactCompleted.rawValue: completed(record, at: time)
      case EventKind.wrapUpEnded.rawValue: wrapUpEnded(record, at: time)
      case EventKind.contactAbandoned.rawValue: lost(record, at: time, byCaller: true)
      case EventKind.contactDisconnected.rawValue: lost(record, at: time, byCaller: false)
      case EventKind.agentSignedIn.rawValue, EventKind.agentSignedOut.rawValue, EventKind.breakStarted.rawValue,
        EventKind.breakEnded.rawValue:
        agentChanged(record, at: time)
      default: break
      }
    }
  }

  private mutating func enterNextInterval() {
    current &+= 1
    currentStart = currentEnd
    currentEnd = current == intervalCount &- 1 ? .max : currentEnd &+ length
  }

  /// Interval of an earlier instant: most lie in the present interval or the one before.
  @inline(__always) private func interval(of time: Int64) -> Int {
    if time >= currentStart { return current }
    if time >= currentStart &- length { return current &- 1 }
    return Int(time / length)
  }
}

// MARK: - Contacts

extension IntervalFold {
  @inline(__always) private func cell(_ record: EventRecord) -> UnsafeMutablePointer<ContactSums> {
    contacts + (record.queue &* intervalCount &+ interval(of: record.reference))
  }

  @inline(__always) private func answered(_ record: EventRecord, at time: Int64) {
    let wait = time &- record.reference
    let cell = cell(record)
    cell.pointee.answered &+= 1
    cell.pointee.waitAnswered &+= wait
    cell.pointee.answeredInTime &+= wait <= acceptable[record.queue] ? 1 : 0
  }

  @inline(__always) private func completed(_ record: EventRecord, at time: Int64) {
    let cell = cell(record)
    cell.pointee.completed &+= 1
    cell.pointee.talk &+= time &- record.reference
    spread(from: record.reference, to: time) { $0.pointee.busy &+= $1 }
  }

  @inline(__always) private func wrapUpEnded(_ record: EventRecord, at time: Int64) {
    cell(record).pointee.wrapUp &+= time &- record.reference
    spread(from: record.reference, to: time) { $0.pointee.busy &+= $1 }
  }

  private func lost(_ record: EventRecord, at time: Int64, byCaller: Bool) {
    let wait = time &- record.reference
    let cell = cell(record)
    cell.pointee.waitLost &+= wait
    if byCaller {
      cell.pointee.abandoned &+= 1
      cell.pointee.abandonedInTime &+= wait <= acceptable[record.queue] ? 1 : 0
    } else {
      cell.pointee.disconnected &+= 1
    }
  }
}

// MARK: - Agents

extension IntervalFold {
  /// Adds a stretch of an agent's time to the intervals that it touches.
  @inline(__always) private func spread(
    from start: Int64, to end: Int64, _ add: (UnsafeMutablePointer<AgentSums>, Int64) -> Void
  ) {
    if start >= currentStart { return add(agents + current, end &- start) }
    var index = interval(of: start)
    var from = start
    while index < current {
      let boundary = Int64(index &+ 1) &* length
      add(agents + index, boundary &- from)
      from = boundary
      index &+= 1
    }
    add(agents + current, end &- from)
  }

  private mutating func agentChanged(_ record: EventRecord, at time: Int64) {
    let agent = record.agent
    switch record.kindCode {
    case EventKind.agentSignedIn.rawValue:
      tours[agent] = Tour(signedInAt: time, presentSince: time)
    case EventKind.breakStarted.rawValue:
      addPresence(of: agent, until: time)
      tours[agent].presentSince = -1
    case EventKind.breakEnded.rawValue:
      tours[agent].presentSince = time
      addAway(record, until: time)
    default: signedOut(record, at: time)
    }
  }

  private func addPresence(of agent: Int, until end: Int64) {
    let start = tours[agent].presentSince
    guard start >= 0, end > start else { return }
    spread(from: start, to: end) { $0.pointee.present &+= $1 }
  }

  private mutating func addAway(_ record: EventRecord, until end: Int64) {
    var start = record.reference
    while start < end {
      let day = day(of: start)
      let boundary = min(end, day + 1 < timeByActivity.count ? dayStart(day + 1) : .max)
      timeByActivity[day][record.detail] += boundary - start
      start = boundary
    }
  }

  private mutating func signedOut(_ record: EventRecord, at time: Int64) {
    let agent = record.agent
    let scheduledEnd = min(time, record.reference)
    addPresence(of: agent, until: scheduledEnd)
    let start = tours[agent].signedInAt
    if scheduledEnd > start {
      spread(from: start, to: scheduledEnd) { $0.pointee.scheduled &+= $1 }
      addPaid(team: parameters.agentTeams[agent], from: start, to: scheduledEnd)
    }
    if time > scheduledEnd { spread(from: scheduledEnd, to: time) { $0.pointee.overtime &+= $1 } }
    tours[agent].presentSince = -1
  }

  private mutating func addPaid(team: Int, from start: Int64, to end: Int64) {
    var start = start
    while start < end {
      let day = day(of: start)
      let boundary = min(end, day + 1 < scheduledByTeam.count ? dayStart(day + 1) : .max)
      scheduledByTeam[day][team] += boundary - start
      start = boundary
    }
  }

  private func dayStart(_ day: Int) -> Int64 { Int64(parameters.dayIntervals[day]) * length }
  private func day(of time: Int64) -> Int {
    let index = Int(time / length)
    return max(0, parameters.dayIntervals.dropLast().lastIndex { $0 <= index } ?? 0)
  }
}

// MARK: - Results

extension IntervalFold {
  /// The sums of each day of the horizon. What happens after the horizon belongs to its last interval.
  public func daySums() -> [DaySums] {
    (0..<(parameters.dayIntervals.count - 1)).map { day in
      let range = parameters.dayIntervals[day]..<parameters.dayIntervals[day + 1]
      var sums = sums(of: range)
      sums.scheduledByTeam = scheduledByTeam[day]
      sums.timeByActivity = timeByActivity[day]
      return sums
    }
  }

  /// The sums of one interval; teams and activities are known by day only.
  public func intervalSums(_ interval: Int) -> DaySums { sums(of: interval..<(interval + 1)) }

  private func sums(of range: Range<Int>) -> DaySums {
    var sums = DaySums(
      queueCount: parameters.acceptableWaits.count, teamCount: parameters.teamCount,
      activityCount: parameters.activityCount)
    for queue in sums.queues.indices {
      for index in range { sums.queues[queue] += contacts[queue * intervalCount + index] }
    }
    for index in range { sums.agents += agents[index] }
    if range.contains(parameters.peakInterval) {
      sums.peak = agents[parameters.peakInterval]
      sums.peakLength = length
    }
    return sums
  }
}
