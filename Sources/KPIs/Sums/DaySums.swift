/// All that the KPIs of one day need. Days and replications merge by addition.
public struct DaySums: Hashable, Sendable {
  /// One entry a queue.
  public var queues: [ContactSums]
  public var agents = AgentSums()
  /// The agents in the interval with the greatest offered load of the horizon; zero on the days that lack it.
  public var peak = AgentSums()
  /// Length of that interval in microseconds, or zero.
  public var peakLength: Int64 = 0
  /// One entry a team.
  public var teams: [TeamSums]
  /// Agent-microseconds away, of each activity of the plan; of delayed breaks, at work.
  public var timeByActivity: [Int64]

  /// More, where it was asked for.
  public var detail: DayDetail?

  public init(queueCount: Int, teamCount: Int, activityCount: Int) {
    queues = Array(repeating: ContactSums(), count: queueCount)
    teams = Array(repeating: TeamSums(), count: teamCount)
    timeByActivity = Array(repeating: 0, count: activityCount)
  }

  /// Of an interval: whether it is of a day on which anybody was scheduled or called. By itself an interval after closing, in
  /// which the last ones talk, could not tell.
  public var isOfOpenDay = false

  /// 1 on a day on which anybody was scheduled or called, else 0: figures "a day" are of such days.
  public var openDays: Double { isOfOpenDay || agents.scheduled > 0 || contacts.offered > 0 ? 1 : 0 }

  /// Whether neither contacts nor anybody's time are in it.
  public var isEmpty: Bool {
    agents == AgentSums() && queues.allSatisfy { $0 == ContactSums() } && teams.allSatisfy { $0 == TeamSums() }
  }

  /// The sums of all queues.
  public var contacts: ContactSums {
    var total = ContactSums()
    for queue in queues { total += queue }
    return total
  }

  /// - Precondition: both are of the same plan.
  public static func += (left: inout DaySums, right: DaySums) {
    for index in left.queues.indices { left.queues[index] += right.queues[index] }
    left.agents += right.agents
    left.peak += right.peak
    left.peakLength += right.peakLength
    left.isOfOpenDay = left.isOfOpenDay || right.isOfOpenDay
    for index in left.teams.indices { left.teams[index] += right.teams[index] }
    for index in left.timeByActivity.indices { left.timeByActivity[index] += right.timeByActivity[index] }
    if let more = right.detail { left.detail? += more }
  }
}
