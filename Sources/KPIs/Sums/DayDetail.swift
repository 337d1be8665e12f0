/// More about one stretch of time than scorecards need: what the field's other measures are made of. Folded on request, never
/// stored. Sums add up; greatest values stay the greatest.
public struct DayDetail: Hashable, Sendable {
  /// Of one queue. Contacts are booked in the interval of their arrival, lengths of the line where they were.
  public struct Queue: Hashable, Sendable {
    /// Contacts that found nobody free and waited.
    public var delayed: Int64 = 0
    /// Wait of those who hung up.
    public var waitAbandoned: Int64 = 0
    /// Waits beyond the acceptable wait, of the answered and of those who were not.
    public var excessAnswered: Int64 = 0
    public var excessLost: Int64 = 0
    public var greatestWaitAnswered: Int64 = 0
    public var greatestWaitLost: Int64 = 0
    /// Wait of answered callbacks, from the promise on.
    public var waitCalledBack: Int64 = 0
    public var calledBack: Int64 = 0
    /// Announced waits of those who were answered, who hung up, and who were called back: of the last, the wait from the
    /// announcement to the answer of the callback.
    public var announcedAnswered = AnnouncementSums()
    public var announcedAbandoned = AnnouncementSums()
    public var announcedCalledBack = AnnouncementSums()
    /// Attempts that somebody else answered, and the agents' time of them; booked at their end.
    public var wrongParties: Int64 = 0
    public var timeWithWrongParties: Int64 = 0
    /// Contact-microseconds of waiting, and the longest line.
    public var waitingTime: Int64 = 0
    public var longestLine: Int64 = 0
    /// Of deferred work: the greatest age of a contact that waited, booked where it reached it.
    public var greatestAge: Int64 = 0

    public init() {}

    mutating func addWrongParty(since start: Int64, until end: Int64) {
      wrongParties += 1
      timeWithWrongParties += end - start
    }

    public static func += (left: inout Queue, right: Queue) {
      left.delayed += right.delayed
      left.waitAbandoned += right.waitAbandoned
      left.excessAnswered += right.excessAnswered
      left.excessLost += right.excessLost
      left.greatestWaitAnswered = max(left.greatestWaitAnswered, right.greatestWaitAnswered)
      left.greatestWaitLost = max(left.greatestWaitLost, right.greatestWaitLost)
      left.waitCalledBack += right.waitCalledBack
      left.calledBack += right.calledBack
      left.announcedAnswered += right.announcedAnswered
      left.announcedAbandoned += right.announcedAbandoned
      left.announcedCalledBack += right.announcedCalledBack
      left.wrongParties += right.wrongParties
      left.timeWithWrongParties += right.timeWithWrongParties
      left.waitingTime += right.waitingTime
      left.longestLine = max(left.longestLine, right.longestLine)
      left.greatestAge = max(left.greatestAge, right.greatestAge)
    }
  }

  /// Who is inside at the last instant of the stretch, before what happens at its end.
  public struct End: Hashable, Sendable {
    /// Contacts that wait, and contacts in agents' hands, by queue.
    public var waiting: [Int64]
    public var inHand: [Int64]
    /// People who talk or wrap up, by team.
    public var busy: [Int64]
  }

  /// Microseconds of the clock.
  public var length: Int64 = 0
  public var queues: [Queue]
  /// The most contacts that waited at once in all queues, and the most people who were busy at once.
  public var longestLine: Int64 = 0
  public var greatestBusy: Int64 = 0
  /// Of stretches that follow one another that of the last counts.
  public var end: End
  /// Agent-microseconds of talk and wrap-up, by team and queue; who holds several contacts gives each an equal part.
  public var work: [[Int64]]
  /// What each team had of the contacts.
  public var teams: [TeamDetail]

  public init(queueCount: Int, teamCount: Int, activityCount: Int) {
    queues = Array(repeating: Queue(), count: queueCount)
    end = End(
      waiting: Array(repeating: 0, count: queueCount), inHand: Array(repeating: 0, count: queueCount),
      busy: Array(repeating: 0, count: teamCount))
    work = Array(repeating: Array(repeating: 0, count: queueCount), count: teamCount)
    let team = TeamDetail(queueCount: queueCount, activityCount: activityCount)
    teams = Array(repeating: team, count: teamCount)
  }

  /// - Precondition: `right` is the later stretch.
  public static func += (left: inout DayDetail, right: DayDetail) {
    left.length += right.length
    left.end = right.end
    for index in left.queues.indices { left.queues[index] += right.queues[index] }
    left.longestLine = max(left.longestLine, right.longestLine)
    left.greatestBusy = max(left.greatestBusy, right.greatestBusy)
    for team in left.teams.indices { left.teams[team] += right.teams[team] }
    for team in left.work.indices {
      for queue in left.work[team].indices { left.work[team][queue] += right.work[team][queue] }
    }
  }
}
