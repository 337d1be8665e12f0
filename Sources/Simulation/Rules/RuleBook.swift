internal import ContactCenter

/// The rules of a plan, compiled: by queue, by team, and the hands of agents who may hold several contacts.
struct RuleBook: ~Copyable {
  private let queues: UnsafeMutablePointer<QueueRules>
  let queueCount: Int
  /// Lines of the queues, and behind them those of people whom dialers hold.
  let lineCount: Int
  let teams: [SimulationPlan.TeamPlan]
  /// By team, the lines from which it takes, one a skill.
  private let takenLines: [UnsafeMutableBufferPointer<Int>]
  /// The agent of each hand. The first hands are the agents themselves, in order; further hands follow.
  let ownerOfHand: [Int]
  /// First further hand of each agent; the others follow it.
  private let furtherHands: [Int]
  /// By queue and team; 1 where the team does not serve the queue.
  private let handleTimeFactors: UnsafeMutablePointer<Double>
  let businessClock: BusinessClock
  /// Whether some queue escalates, or knows refunds.
  let hasEscalations: Bool
  let tellsLostCustomers: Bool
  /// Queues of predictive dialers.
  let dialledAhead: [Int]
  /// Of these, which dial whenever work ends.
  let dialledByEnds: [Int]
  /// Of each queue, those whose talks may be handed on to it while the caller holds the line, at once or by others.
  let feeders: [[Int]]
  let hasFeeders: Bool
  var handCount: Int { ownerOfHand.count }

  init(_ plan: SimulationPlan) throws(SimulationPlanError) {
    var compiled: [QueueRules] = []
    var lines = plan.queues.count
    for queue in plan.queues.indices {
      let isHolding = plan.queues[queue].rules.dialing.map { $0.callsPerAgent != nil && $0.hold > .zero } ?? false
      compiled.append(try QueueRules(queue, of: plan, heldLine: isHolding ? lines : -1))
      lines += isHolding ? 1 : 0
    }
    (queueCount, lineCount) = (compiled.count, lines)
    queues = .allocate(capacity: max(1, queueCount))
    for (index, rules) in compiled.enumerated() { (queues + index).initialize(to: rules) }
    teams = plan.teams
    takenLines = plan.teams.map { team in
      let lines = UnsafeMutableBufferPointer<Int>.allocate(capacity: team.skills.count)
      _ = lines.initialize(from: team.skills.map { compiled[$0.queue].takenLine })
      return lines
    }
    handleTimeFactors = .allocate(capacity: max(1, queueCount * teams.count))
    handleTimeFactors.initialize(repeating: 1, count: queueCount * teams.count)
    for (queue, rules) in compiled.enumerated() {
      // Of several skills of one team the first counts, the best.
      for serving in rules.teams.reversed() {
        handleTimeFactors[queue * teams.count + serving.team] = serving.skill.handleTimeFactor
      }
    }
    businessClock = BusinessClock(openTime: plan.openTime)
    dialledByEnds = plan.queues.indices.filter {
      plan.queues[$0].rules.dialing.map { $0.callsPerAgent != nil && $0.pacing == .eachEnd } ?? false
    }
    dialledAhead = plan.queues.indices.filter { plan.queues[$0].rules.dialing?.callsPerAgent != nil }
    feeders = Self.feeders(plan)
    hasFeeders = feeders.contains { !$0.isEmpty }
    tellsLostCustomers = plan.tellsLostCustomers
    hasEscalations = plan.queues.contains { !$0.rules.escalations.isEmpty || $0.rules.refunds != nil }
    let limits = plan.teams.map { team in team.queues.map { Int(compiled[$0].concurrency) }.max() ?? 1 }
    var owners = Array(plan.agents.indices)
    var further: [Int] = []
    for (agent, value) in plan.agents.enumerated() {
      further.append(owners.count)
      owners += Array(repeating: agent, count: limits[value.team] - 1)
    }
    (ownerOfHand, furtherHands) = (owners, further)
  }

  deinit {
    queues.deinitialize(count: queueCount)
    queues.deallocate()
    handleTimeFactors.deallocate()
    for lines in takenLines { lines.deallocate() }
  }

  private static func feeders(_ plan: SimulationPlan) -> [[Int]] {
    var targets = plan.queues.map { queue -> Set<Int> in
      // Nobody holds a line for deferred work, or while a matter is looked into.
      queue.rules.channel.isDeferred
        ? []
        : Set(
          queue.rules.transfers.filter { $0.share > .zero }.map(\.queue)
            + queue.rules.escalations.filter { $0.rest == nil }.map(\.queue))
    }
    for middle in targets.indices {
      for queue in targets.indices where targets[queue].contains(middle) { targets[queue].formUnion(targets[middle]) }
    }
    return targets.indices.map { target in targets.indices.filter { targets[$0].contains(target) } }
  }

  subscript(queue: Int) -> QueueRules { unsafeAddress { UnsafePointer(queues + queue) } }
  func takenLines(ofTeam team: Int) -> UnsafeMutableBufferPointer<Int> { takenLines[team] }
  /// Handle times of a team in units of the queue's own.
  func handleTimeFactor(of team: Int, in queue: Int) -> Double { handleTimeFactors[queue &* teams.count &+ team] }
  func isDeferred(_ queue: Int) -> Bool { queues[queue].isDeferred }

  func hasSeveralHands(_ agent: Int) -> Bool {
    furtherHands[agent] < (agent + 1 < furtherHands.count ? furtherHands[agent + 1] : handCount)
  }

  /// Hand number `number` of an agent, 0 being the agent.
  func hand(_ number: Int, of agent: Int) -> Int { number == 0 ? agent : furtherHands[agent] + number - 1 }
}
