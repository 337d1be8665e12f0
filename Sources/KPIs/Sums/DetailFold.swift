internal import ContactCenter
public import EventLog

/// The fold behind the measures beyond scorecards: events in, details by interval out. It keeps what waits and what is in
/// hand, so it is slower than ``IntervalFold`` and runs on request only.
public struct DetailFold: Sendable {
  private struct Hand {
    var contact: UInt32
    var queue: Int
  }

  private let parameters: FoldParameters
  private let length: Int64
  private var intervals: [DayDetail]
  private var current = 0
  private var time: Int64 = 0
  private var waiting: [Int64]
  private var hands: [[Hand]]
  /// Since when the hands of an agent are what they are.
  private var since: [Int64]
  private var busy: Int64 = 0
  private var callbacks: Set<UInt32> = []

  public init(_ parameters: FoldParameters) {
    self.parameters = parameters
    length = parameters.interval.microseconds
    let empty = DayDetail(queueCount: parameters.acceptableWaits.count, teamCount: parameters.teamCount)
    intervals = Array(repeating: empty, count: parameters.intervalCount)
    waiting = parameters.acceptableWaits.map { _ in 0 }
    hands = parameters.agentTeams.map { _ in [] }
    since = parameters.agentTeams.map { _ in 0 }
    for index in intervals.indices { intervals[index].length = length }
  }

  /// Folds the next records of the stream.
  public mutating func apply(_ records: UnsafeBufferPointer<EventRecord>) {
    for record in records {
      advance(to: record.time)
      switch EventKind(rawValue: record.kindCode) {
      case .contactQueued: joinsLine(record)
      case .contactAnswered:
        answered(record)
        take(record)
      case .contactAbandoned: leftLine(record, abandoned: true)
      case .contactDisconnected, .contactLeftMessage, .callbackPromised: leftLine(record, abandoned: false)
      case .contactLinked where record.detail & 0xFF == Int(ContactLink.Cause.callback.rawValue):
        callbacks.insert(record.contact)
      case .contactCompleted, .contactTransferred, .attemptFailed, .talkDropped: drop(record)
      case .dialStarted: leavesLine(record)
      case .dialFailed, .dialDropped: intervals[current].queues[record.queue].delayed += 1
      case .wrapUpStarted: take(record)
      case .wrapUpEnded: wrapUpEnded(record)
      case .replicationFinished: for agent in hands.indices { settle(agent) }
      default: break
      }
    }
  }

  /// Details of a stretch of intervals.
  public func sums(of range: Range<Int>) -> DayDetail {
    range.dropFirst().reduce(into: intervals[range.lowerBound]) { $0 += intervals[$1] }
  }

  // MARK: Time

  /// Books what lasts up to an instant, interval by interval. What happens after the horizon belongs to its last interval.
  private mutating func advance(to next: Int64) {
    while time < next {
      let end = current + 1 < intervals.count ? min(next, Int64(current + 1) * length) : next
      for queue in waiting.indices { intervals[current].queues[queue].waitingTime += waiting[queue] * (end - time) }
      time = end
      guard current + 1 < intervals.count, time == Int64(current + 1) * length else { continue }
      current += 1
      noteLevels()
    }
  }

  private mutating func noteLevels() {
    let all = waiting.reduce(0, +)
    intervals[current].longestLine = max(intervals[current].longestLine, all)
    intervals[current].greatestBusy = max(intervals[current].greatestBusy, busy)
    for queue in waiting.indices {
      intervals[current].queues[queue].longestLine = max(intervals[current].queues[queue].longestLine, waiting[queue])
    }
  }

  private func interval(of time: Int64) -> Int { min(Int(time / length), intervals.count - 1) }

  // MARK: Lines

  private mutating func joinsLine(_ record: EventRecord) {
    waiting[record.queue] += 1
    // Who is dialled ahead of the agents counts when the call ends, as among the offered.
    if !parameters.dialsAhead[record.queue] { intervals[current].queues[record.queue].delayed += 1 }
    noteLevels()
    lines.insert(record.contact)
  }

  /// Who waits: an answer does not say whether its contact waited for no time at all.
  private var lines: Set<UInt32> = []

  private mutating func leavesLine(_ record: EventRecord) {
    if lines.remove(record.contact) != nil { waiting[record.queue] -= 1 }
  }

  private mutating func answered(_ record: EventRecord) {
    leavesLine(record)
    let (wait, place) = (record.time - record.reference, interval(of: record.reference))
    if parameters.dialsAhead[record.queue] { intervals[place].queues[record.queue].delayed += 1 }
    let excess = max(0, wait - parameters.acceptableWaits[record.queue].microseconds)
    intervals[place].queues[record.queue].excessAnswered += excess
    let greatest = intervals[place].queues[record.queue].greatestWaitAnswered
    intervals[place].queues[record.queue].greatestWaitAnswered = max(greatest, wait)
    guard callbacks.remove(record.contact) != nil else { return }
    intervals[place].queues[record.queue].calledBack += 1
    intervals[place].queues[record.queue].waitCalledBack += wait
  }

  private mutating func leftLine(_ record: EventRecord, abandoned: Bool) {
    leavesLine(record)
    let (wait, place) = (record.time - record.reference, interval(of: record.reference))
    let excess = max(0, wait - parameters.acceptableWaits[record.queue].microseconds)
    intervals[place].queues[record.queue].excessLost += excess
    let greatest = intervals[place].queues[record.queue].greatestWaitLost
    intervals[place].queues[record.queue].greatestWaitLost = max(greatest, wait)
    if abandoned { intervals[place].queues[record.queue].waitAbandoned += wait }
  }

  // MARK: Hands

  private mutating func take(_ record: EventRecord) {
    settle(record.agent)
    if hands[record.agent].isEmpty { busy += 1 }
    hands[record.agent].append(Hand(contact: record.contact, queue: record.queue))
    noteLevels()
  }

  private mutating func drop(_ record: EventRecord) {
    settle(record.agent)
    hands[record.agent].removeAll { $0.contact == record.contact }
    if hands[record.agent].isEmpty { busy -= 1 }
  }

  /// An agent who holds one contact at a time has wrapped up since the end of talk; of the others the log said when it began.
  private mutating func wrapUpEnded(_ record: EventRecord) {
    if hands[record.agent].contains(where: { $0.contact == record.contact }) { return drop(record) }
    book(record.time - record.reference, from: record.reference, of: record.agent, to: [record.queue])
  }

  private mutating func settle(_ agent: Int) {
    book(time - since[agent], from: since[agent], of: agent, to: hands[agent].map(\.queue))
    since[agent] = time
  }

  /// Gives each of the queues an equal part of a stretch; what is left of the division goes to the first. Booked where the
  /// stretch begins.
  private mutating func book(_ stretch: Int64, from start: Int64, of agent: Int, to queues: [Int]) {
    guard stretch > 0, let first = queues.first else { return }
    let (team, place) = (parameters.agentTeams[agent], interval(of: start))
    let part = stretch / Int64(queues.count)
    for queue in queues { intervals[place].work[team][queue] += part }
    intervals[place].work[team][first] += stretch - part * Int64(queues.count)
  }
}
