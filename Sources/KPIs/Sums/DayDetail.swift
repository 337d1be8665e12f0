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
    /// Contact-microseconds of waiting, and the longest line.
    public var waitingTime: Int64 = 0
    public var longestLine: Int64 = 0

    public init() {}

    public static func += (left: inout Queue, right: Queue) {
      left.delayed += right.delayed
      left.waitAbandoned += right.waitAbandoned
      left.excessAnswered += right.excessAnswered
      left.excessLost += right.excessLost
      left.greatestWaitAnswered = max(left.greatestWaitAnswered, right.greatestWaitAnswered)
      left.greatestWaitLost = max(left.greatestWaitLost, right.greatestWaitLost)
      left.waitCalledBack += right.waitCalledBack
      left.calledBack += right.calledBack
      left.waitingTime += right.waitingTime
      left.longestLine = max(left.longestLine, right.longestLine)
    }
  }

  /// Microseconds of the clock.
  public var length: Int64 = 0
  public var queues: [Queue]
  /// The most contacts that waited at once in all queues, and the most people who were busy at once.
  public var longestLine: Int64 = 0
  public var greatestBusy: Int64 = 0
  /// Agent-microseconds of talk and wrap-up, by team and queue; who holds several contacts gives each an equal part.
  public var work: [[Int64]]

  public init(queueCount: Int, teamCount: Int) {
    queues = Array(repeating: Queue(), count: queueCount)
    work = Array(repeating: Array(repeating: 0, count: queueCount), count: teamCount)
  }

  public static func += (left: inout DayDetail, right: DayDetail) {
    left.length += right.length
    for index in left.queues.indices { left.queues[index] += right.queues[index] }
    left.longestLine = max(left.longestLine, right.longestLine)
    left.greatestBusy = max(left.greatestBusy, right.greatestBusy)
    for team in left.work.indices {
      for queue in left.work[team].indices { left.work[team][queue] += right.work[team][queue] }
    }
  }
}
