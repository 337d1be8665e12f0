/// What one team had of the contacts of one stretch of time: those that its people answered, with their waits, talks, wrap-up
/// and what came of them, booked as the sums of queues are. What nobody answered is of no team.
public struct TeamDetail: Hashable, Sendable {
  /// Of all queues. Over all teams they add up to the center's; repeats, escalations and complaints are of the team that had
  /// the contact which they follow.
  public var contacts = ContactSums()
  /// Contacts answered, and talks that were completed or handed on, by queue.
  public var answered: [Int64]
  public var completed: [Int64]
  /// Waits of the answered.
  public var waits = DayDetail.Queue()
  /// The most people who were busy at once.
  public var greatestBusy: Int64 = 0
  /// People scheduled and on the phones in the interval with the greatest offered load; zero elsewhere.
  public var peak = AgentSums()

  /// Agent-microseconds away, of each activity of the plan; of delayed breaks, at work.
  public var timeByActivity: [Int64]

  public init(queueCount: Int, activityCount: Int) {
    timeByActivity = Array(repeating: 0, count: activityCount)
    answered = Array(repeating: 0, count: queueCount)
    completed = answered
  }

  public static func += (left: inout TeamDetail, right: TeamDetail) {
    left.contacts += right.contacts
    for queue in left.answered.indices {
      left.answered[queue] += right.answered[queue]
      left.completed[queue] += right.completed[queue]
    }
    for activity in left.timeByActivity.indices { left.timeByActivity[activity] += right.timeByActivity[activity] }
    left.waits += right.waits
    left.greatestBusy = max(left.greatestBusy, right.greatestBusy)
    left.peak += right.peak
  }
}
