internal import ContactCenter
public import EventLog

/// The fold behind the measures beyond scorecards: events in, details by interval out. It keeps what waits and what is in
/// hand, so it is slower than ``IntervalFold`` and runs on request only.
public struct DetailFold: Sendable {
  struct Hand {
    var contact: UInt32
    var queue: Int
    var isWrapUp: Bool
  }

  let parameters: FoldParameters
  let length: Int64
  var intervals: [DayDetail]
  private(set) var current = 0
  private(set) var time: Int64 = 0
  private(set) var waiting: [Int64]
  private(set) var hands: [[Hand]]
  /// Since when the hands of an agent are what they are.
  private var since: [Int64]
  /// People who talk or wrap up, by team.
  private var busy: [Int64]
  /// Of agents who hold one contact at a time: whether the talk is over and its wrap-up is not. The log tells when wrap-up
  /// ends only, so a wrap-up of no length counts until the agent's next contact.
  private var wrapsUp: [Bool]
  private var callbacks: Set<UInt32> = []
  /// Since when contacts of deferred work wait, by queue.
  private(set) var deferred: [[UInt32: Int64]]
  /// The team that answered each contact, by its number; -1 where nobody has.
  var owners: [Int32] = []
  /// What answers follow from. nil where nobody asks.
  private(set) var links: LinkFold?
  private var peak: PeakFold
  /// What those who wait were told, by contact.
  var announcements: [UInt32: Announcement] = [:]

  public init(_ parameters: FoldParameters) {
    self.parameters = parameters
    length = parameters.interval.microseconds
    let empty = DayDetail(
      queueCount: parameters.acceptableWaits.count, teamCount: parameters.teamCount,
      activityCount: parameters.activityCount)
    intervals = Array(repeating: empty, count: parameters.intervalCount)
    waiting = parameters.acceptableWaits.map { _ in 0 }
    hands = parameters.agentTeams.map { _ in [] }
    since = parameters.agentTeams.map { _ in 0 }
    wrapsUp = parameters.agentTeams.map { _ in false }
    busy = Array(repeating: 0, count: parameters.teamCount)
    deferred = parameters.acceptableWaits.map { _ in [:] }
    peak = PeakFold(parameters)
    links = LinkFold(parameters, slots: Array(repeating: 0, count: parameters.intervalCount), slotCount: 1)
    for index in intervals.indices { intervals[index].length = length }
  }

  /// Folds the next records of the stream.
  public mutating func apply(_ records: UnsafeBufferPointer<EventRecord>) {
    for record in records {
      advance(to: record.time)
      addToTeam(record)
      links?.follow(record)
      switch EventKind(rawValue: record.kindCode) {
      case .contactQueued: joinsLine(record)
      case .contactAnswered:
        answered(record)
        take(record)
        if callbacks.remove(record.contact) != nil {
          calledBack(record)
        } else {
          compare(record, \.announcedAnswered)
        }
      case .waitAnnounced, .contactBalked: isTold(record)
      case .contactAbandoned:
        compare(record, \.announcedAbandoned)
        leftLine(record, abandoned: true)
      case .contactDisconnected, .contactLeftMessage:
        announcements[record.contact] = nil
        leftLine(record, abandoned: false)
      case .callbackPromised: leftLine(record, abandoned: false)
      case .contactLinked where record.detail & 0xFF == Int(ContactLink.Cause.callback.rawValue):
        callbacks.insert(record.contact)
        // The promise does not end the wait that was announced.
        announcements[record.contact] = announcements.removeValue(forKey: UInt32(truncatingIfNeeded: record.reference))
      case .contactCompleted, .contactTransferred, .attemptFailed, .talkDropped: drop(record)
      case .wrongPartyReached:
        intervals[current].queues[record.queue].addWrongParty(since: record.reference, until: record.time)
        drop(record)
      case .dialStarted: leavesLine(record)
      case .dialFailed, .dialDropped: intervals[current].queues[record.queue].delayed += 1
      case .wrapUpStarted: take(record)
      case .wrapUpEnded: wrapUpEnded(record)
      case .breakStarted, .agentSignedOut:
        endWrapUp(of: record.agent)
        peak.apply(record)
      case .agentSignedIn, .breakEnded: peak.apply(record)
      case .replicationFinished: finish(at: record.time)
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
      let border = current + 1 < intervals.count ? Int64(current + 1) * length : parameters.horizon.microseconds
      let end = time < border ? min(next, border) : next
      for queue in waiting.indices { intervals[current].queues[queue].waitingTime += waiting[queue] * (end - time) }
      time = end
      guard time == border else { continue }
      noteEnd()
      guard current + 1 < intervals.count else { continue }
      current += 1
      noteLevels()
    }
  }

  private mutating func noteLevels() {
    let all = waiting.reduce(0, +)
    intervals[current].longestLine = max(intervals[current].longestLine, all)
    intervals[current].greatestBusy = max(intervals[current].greatestBusy, busy.reduce(0, +))
    for team in busy.indices {
      intervals[current].teams[team].greatestBusy = max(intervals[current].teams[team].greatestBusy, busy[team])
    }
    for queue in waiting.indices {
      intervals[current].queues[queue].longestLine = max(intervals[current].queues[queue].longestLine, waiting[queue])
    }
  }

  func interval(of time: Int64) -> Int { min(Int(time / length), intervals.count - 1) }

  // MARK: Lines

  private mutating func joinsLine(_ record: EventRecord) {
    waiting[record.queue] += 1
    // Who is dialled ahead of the agents counts when the call ends, as among the offered.
    if !parameters.dialsAhead[record.queue] { intervals[current].queues[record.queue].delayed += 1 }
    noteLevels()
    lines.insert(record.contact)
    if parameters.isDeferred[record.queue] { deferred[record.queue][record.contact] = record.time }
  }

  /// Who waits: an answer does not say whether its contact waited for no time at all.
  private var lines: Set<UInt32> = []

  private mutating func leavesLine(_ record: EventRecord) {
    if lines.remove(record.contact) != nil { waiting[record.queue] -= 1 }
    // Time after the horizon does not count for what may wait.
    guard let since = deferred[record.queue].removeValue(forKey: record.contact),
      record.time <= parameters.horizon.microseconds
    else { return }
    noteAge(record.time - since, of: record.queue)
  }

  private mutating func answered(_ record: EventRecord) {
    leavesLine(record)
    let (wait, place) = (record.time - record.reference, interval(of: record.reference))
    if parameters.dialsAhead[record.queue] { intervals[place].queues[record.queue].delayed += 1 }
    let excess = max(0, wait - parameters.acceptableWaits[record.queue].microseconds)
    intervals[place].queues[record.queue].excessAnswered += excess
    let greatest = intervals[place].queues[record.queue].greatestWaitAnswered
    intervals[place].queues[record.queue].greatestWaitAnswered = max(greatest, wait)
  }

  private mutating func calledBack(_ record: EventRecord) {
    compare(record, \.announcedCalledBack)
    let (wait, place, team) = (
      record.time - record.reference, interval(of: record.reference), parameters.agentTeams[record.agent]
    )
    intervals[place].queues[record.queue].calledBack += 1
    intervals[place].queues[record.queue].waitCalledBack += wait
    intervals[place].teams[team].waits.calledBack += 1
    intervals[place].teams[team].waits.waitCalledBack += wait
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
    endWrapUp(of: record.agent)
    if hands[record.agent].isEmpty { busy[parameters.agentTeams[record.agent]] += 1 }
    hands[record.agent].append(
      Hand(
        contact: record.contact, queue: record.queue,
        isWrapUp: record.kindCode == EventKind.wrapUpStarted.rawValue))
    noteLevels()
  }

  private mutating func drop(_ record: EventRecord) {
    settle(record.agent)
    hands[record.agent].removeAll { $0.contact == record.contact }
    guard hands[record.agent].isEmpty else { return }
    wrapsUp[record.agent] =
      Self.talkEnds.contains(record.kindCode) && parameters.hasWrapUp[record.queue] && !holdsSeveral(record.agent)
    if !wrapsUp[record.agent] { busy[parameters.agentTeams[record.agent]] -= 1 }
  }

  /// Those after which there may be wrap-up.
  private static let talkEnds = [EventKind.contactCompleted, .contactTransferred].map(\.rawValue)

  private func holdsSeveral(_ agent: Int) -> Bool { !parameters.severalHands.isEmpty && parameters.severalHands[agent] }

  private mutating func endWrapUp(of agent: Int) {
    guard wrapsUp[agent] else { return }
    wrapsUp[agent] = false
    busy[parameters.agentTeams[agent]] -= 1
  }

  /// An agent who holds one contact at a time has wrapped up since the end of talk; of the others the log said when it began.
  private mutating func wrapUpEnded(_ record: EventRecord) {
    if hands[record.agent].contains(where: { $0.contact == record.contact }) { return drop(record) }
    endWrapUp(of: record.agent)
    noteWrapUp(record)
    book(record.time - record.reference, from: record.reference, of: record.agent, to: [record.queue])
  }

  private mutating func finish(at end: Int64) {
    for agent in hands.indices { settle(agent) }
    // Who waits then waits on until the horizon.
    advance(to: max(end, parameters.horizon.microseconds))
    for team in peak.teams.indices { intervals[parameters.peakInterval].teams[team].peak = peak.teams[team] }
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
