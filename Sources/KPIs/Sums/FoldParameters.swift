public import ContactCenter

/// What a fold must know besides the events: the grid of intervals and days, and each queue's acceptable wait.
public struct FoldParameters: Hashable, Sendable {
  public var interval: TimeSpan
  public var intervalCount: Int
  /// First interval of each day, with `intervalCount` as the last element.
  public var dayIntervals: [Int]
  /// The interval with the greatest offered load.
  public var peakInterval: Int
  /// Its length: the last interval of the horizon may be short.
  public var peakLength: TimeSpan
  public var acceptableWaits: [TimeSpan]
  public var agentTeams: [Int]
  public var teamCount: Int
  public var activityCount: Int
  /// The activity under which time counts that people work although a break is due.
  public var delayActivity: Int?
  /// Of each activity: is it in no schedule, but an absence or a slip?
  public var isUnplanned: [Bool]
  /// Whether the plan has no rules beyond waiting and answering.
  public var isPlain: Bool
  /// Whether customers or checkers say anything of talks.
  public var hasRatings: Bool
  /// When paid time costs more.
  public var premiums: [PayPremium]
  /// Of each agent: may they hold several contacts at once? Empty where nobody may.
  public var severalHands: [Bool]
  /// Of each queue: is it deferred work, whose backlog is watched?
  public var isDeferred: [Bool]
  public var hasOutages: Bool
  public var waitBasis: WaitBasis
  /// Of each queue: do reviews of contacts come to it, which are work and nobody's contacts?
  public var takesReviews: [Bool]
  /// Of each queue: is it dialled ahead of the agents, so that its contacts reach the line when the call ends?
  public var dialsAhead: [Bool]
  /// Of each queue: does after-contact work follow its talks?
  public var hasWrapUp: [Bool]
  /// Whether the log tells of customers who give up for good.
  public var tellsLostCustomers: Bool
  public var horizon: TimeSpan
  /// Days at the start that are folded and not told.
  public var warmUpDays: Int
  /// Intervals before it belong to no day that is told: they are of a warm-up, or before the start of the run.
  public var firstCountedInterval: Int { dayIntervals[warmUpDays] }

  /// - Parameter acceptableWaits: one a queue.
  public init(plan: SimulationPlan, acceptableWaits: [TimeSpan]) {
    interval = plan.interval
    intervalCount = max(1, plan.intervalCount)
    let length = plan.interval.microseconds
    dayIntervals = plan.dayStarts.map { Int($0.microseconds / length) }
    dayIntervals[dayIntervals.count - 1] = intervalCount
    warmUpDays = plan.warmUpDays
    peakInterval = plan.peakInterval
    peakLength = plan.length(ofInterval: peakInterval)
    self.acceptableWaits = acceptableWaits
    agentTeams = plan.agents.map(\.team)
    teamCount = plan.teams.count
    activityCount = plan.activities.count
    delayActivity = plan.delayActivity
    let unplanned = plan.unplannedActivities
    isUnplanned = plan.activities.indices.map(unplanned.contains)
    isPlain = plan.isPlain
    premiums = plan.premiums
    hasRatings = plan.queues.contains { $0.rules.ratings != nil }
    isDeferred = plan.queues.map(\.rules.channel.isDeferred)
    waitBasis = plan.waitBasis
    let reviewQueues = Set(plan.queues.compactMap { $0.rules.review?.queue })
    takesReviews = plan.queues.indices.map(reviewQueues.contains)
    hasOutages = !plan.outages.isEmpty || !plan.faults.isEmpty
    dialsAhead = plan.queues.map { $0.rules.dialing?.callsPerAgent != nil }
    hasWrapUp = plan.queues.map { $0.wrapUp != nil }
    tellsLostCustomers = plan.tellsLostCustomers
    horizon = plan.horizon - .zero
    let concurrent = plan.queues.map { ($0.rules.concurrency?.limit ?? 1) > 1 }
    let teams = plan.teams.map { $0.queues.contains { concurrent[$0] } }
    severalHands = teams.contains(true) ? plan.agents.map { teams[$0.team] } : []
  }
}

extension SimulationPlan {
  /// Expected contacts in each reporting interval, by queue.
  public func expectedContacts() -> [[Double]] {
    var expected = Array(repeating: Array(repeating: 0.0, count: max(1, intervalCount)), count: queues.count)
    for stream in arrivals where stream.thinnings.isEmpty && !stream.isList {
      for piece in stream.pieces {
        piece.spread(over: interval) { index, contacts in
          for queue in queues.indices { expected[queue][index] += contacts * stream.mix[queue] }
        }
      }
    }
    for expectation in arrivals.filter({ !$0.thinnings.isEmpty }).flatMap(\.expectations) {
      expectation.spread(over: interval) { index, queue, contacts in expected[queue][index] += contacts }
    }
    return expected
  }

  /// The first of the intervals with the greatest offered load (expected contacts times mean handle time and wrap-up).
  var peakInterval: Int {
    let expected = expectedContacts()
    let firstCounted = Int(dayStarts[warmUpDays].microseconds / interval.microseconds)
    let loads = expected[0].indices.map { index in
      index < firstCounted ? -1 : load(ofInterval: index, expected)
    }
    // Loads that differ by rounding alone are equal; the first counts.
    let greatest = loads.max() ?? 0
    return loads.firstIndex { $0 >= greatest * (1 - 1e-9) } ?? 0
  }

  private func load(ofInterval index: Int, _ expected: [[Double]]) -> Double {
    queues.indices.reduce(0.0) { sum, queue in
      sum + expected[queue][index] * queues[queue].meanWork.inSeconds
    } / length(ofInterval: index).inSeconds
  }

  func length(ofInterval index: Int) -> TimeSpan {
    min(interval, (horizon - .zero) - Int64(index) * interval)
  }
}
