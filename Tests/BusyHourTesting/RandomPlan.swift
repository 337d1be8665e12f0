public import ContactCenter

/// Plans at random, as odd as the plan allows: several queues, teams and streams, priorities, tours back to back, breaks
/// that overlap, absences, both rules after closing. Most times are whole minutes, so that many things happen at once.
public enum RandomPlan {
  public static func make(seed: Int) -> SimulationPlan {
    var random = RepeatableRandom(seed: seed)
    let minutes = random.whole(30...600)
    let interval = random.pick([7, 15, 30, 60])
    let horizon = SimulationTime.zero + .minutes(Int64((minutes + interval - 1) / interval * interval))
    let queueCount = random.whole(1...4)
    let queues = (0..<queueCount).map { _ in queue(&random) }
    let teams = (0..<random.whole(1...4)).map { _ in
      SimulationPlan.TeamPlan(queues: (0..<queueCount).filter { _ in random.chance(0.6) }.shuffled(using: &random))
    }
    let agents = (0..<random.pick([0, 1, 2, 3, 5, 8, 13, 21])).map { _ in
      SimulationPlan.AgentPlan(team: random.whole(0...(teams.count - 1)))
    }
    let activities = ["lunch", "training", "sick"]
    var plan = SimulationPlan(
      horizon: horizon, dayStarts: dayStarts(horizon, interval, &random), interval: .minutes(Int64(interval)),
      arrivals: (0..<random.pick([0, 1, 1, 1, 2, 3])).map { _ in stream(horizon, queueCount, &random) },
      queues: queues, teams: teams, agents: agents, duties: [], absences: absences(&random), activities: activities,
      disconnects: disconnects(horizon, &random))
    for agent in agents.indices { plan.add(duties(of: agent, horizon, &random)) }
    return plan
  }

  private static func dayStarts(
    _ horizon: SimulationTime, _ interval: Int, _ random: inout RepeatableRandom
  ) -> [SimulationTime] {
    let intervals = Int(horizon.microseconds / 60_000_000) / interval
    guard intervals > 2, random.chance(0.5) else { return [.zero, horizon] }
    return [.zero, .zero + .minutes(Int64(random.whole(1...(intervals - 1)) * interval)), horizon]
  }

  static func law(_ random: inout RepeatableRandom, meanSeconds: Int) -> DistributionSpecification {
    let mean = TimeSpan.seconds(Int64(meanSeconds))
    switch random.whole(0...8) {
    case 0: return DistributionSpecification(family: "gamma", mean: mean, shape: [random.pick([0.5, 2, 9.5])])
    case 1: return DistributionSpecification(family: "weibull", mean: mean, shape: [random.pick([0.7, 3])])
    case 2: return DistributionSpecification(family: "uniform", mean: mean, shape: [0.25])
    case 3: return DistributionSpecification(family: "empirical", mean: mean, shape: [0, 0.5, 1, 2.5])
    case 4, 5: return .lognormal(mean: mean, coefficientOfVariation: random.pick([0.3, 1]))
    case 6: return .exponential(mean: mean)
    default: return .deterministic(.seconds(Int64((meanSeconds + 59) / 60 * 60)))
    }
  }

  private static func queue(_ random: inout RepeatableRandom) -> SimulationPlan.Queue {
    .init(
      handleTime: law(&random, meanSeconds: random.pick([0, 30, 120, 300, 900])),
      wrapUp: random.chance(0.5) ? law(&random, meanSeconds: random.pick([0, 20, 120])) : nil,
      patience: random.chance(0.7) ? law(&random, meanSeconds: random.pick([0, 60, 240])) : nil,
      priority: random.whole(0...2))
  }

  private static func stream(
    _ horizon: SimulationTime, _ queueCount: Int, _ random: inout RepeatableRandom
  ) -> SimulationPlan.ArrivalStream {
    let cuts =
      [0, horizon.microseconds]
      + (0..<random.whole(0...4)).map { _ in Int64.random(in: 1..<horizon.microseconds, using: &random) }
    let borders = Set(cuts).sorted().map { SimulationTime(microseconds: $0) }
    let hours = Double(horizon.microseconds) / 3.6e9
    let pieces = zip(borders, borders.dropFirst()).filter { _ in random.chance(0.85) }.map { start, end in
      SimulationPlan.ArrivalStream.Piece(
        start: start, end: end, expectedContacts: random.pick([0, 1, 5, 20]) * hours)
    }
    let weights = (0..<queueCount).map { _ in Double(random.pick([0, 1, 1, 3])) }
    let sum = weights.reduce(0, +)
    let even = 1 / Double(queueCount)
    return .init(pieces: pieces, mix: weights.map { sum > 0 ? $0 / sum : even })
  }

  private static func absences(_ random: inout RepeatableRandom) -> [SimulationPlan.Absence] {
    (0..<random.pick([0, 0, 1, 2])).map { .init(activity: $0 + 1, probability: .percent(Int64(random.whole(5...40)))) }
  }

  private static func disconnects(_ horizon: SimulationTime, _ random: inout RepeatableRandom) -> [SimulationTime] {
    guard random.chance(0.4) else { return [] }
    let middle = SimulationTime(microseconds: horizon.microseconds / 120_000_000 * 60_000_000)
    return random.chance(0.5) ? [horizon] : [middle, horizon]
  }

  /// Tours one after another, some of which follow at the instant at which the one before ends.
  private static func duties(
    of agent: Int, _ horizon: SimulationTime, _ random: inout RepeatableRandom
  ) -> [SimulationPlan.Duty] {
    let end = Int(horizon.microseconds / 60_000_000)
    var duties: [SimulationPlan.Duty] = []
    var minute = random.pick([0, 0, 0, random.whole(0...end)])
    for _ in 0..<random.whole(1...3) {
      let last = random.pick([end, min(end, minute + random.whole(1...300))])
      guard minute < last else { break }
      duties += tour(of: agent, minute, last, &random)
      minute = last + random.pick([0, 0, 5])
    }
    return duties
  }

  private static func tour(
    of agent: Int, _ start: Int, _ end: Int, _ random: inout RepeatableRandom
  ) -> [SimulationPlan.Duty] {
    func duty(_ minute: Int, _ kind: SimulationPlan.Duty.Kind) -> SimulationPlan.Duty {
      .init(time: .zero + .minutes(Int64(minute)), agent: agent, kind: kind)
    }
    var breaks: [SimulationPlan.Duty] = []
    for _ in 0..<random.pick([0, 0, 1, 2, 4]) {
      let begin = random.pick([start, random.whole(start...end)])
      let length = TimeSpan.minutes(Int64(random.pick([0, 1, 5, 15, 45])))
      breaks.append(
        duty(begin, random.chance(0.2) ? .away(activity: 1) : .pause(activity: random.whole(0...1), length: length)))
    }
    return [duty(start, .signIn)] + breaks.sorted { $0.time < $1.time }
      + [duty(end, .signOut(serveQueue: random.chance(0.5)))]
  }
}

// MARK: - Rules

extension RandomPlan {
  /// A random plan whose queues and teams have rules at random, too.
  public static func withRules(seed: Int) -> SimulationPlan {
    var plan = make(seed: seed)
    var random = RepeatableRandom(seed: seed + 1_000_000)
    if random.chance(0.4) { plan.trunkGroups = [.init(name: "main", lines: random.pick([1, 3, 8, 20]))] }
    for queue in plan.queues.indices { plan.queues[queue].rules = rules(of: queue, plan, &random) }
    for team in plan.teams.indices {
      plan.teams[team].contactChoice = random.pick(ContactChoice.allCases)
      for index in plan.teams[team].skills.indices { change(&plan.teams[team].skills[index], plan, &random) }
    }
    if random.chance(0.3) { plan.outages = [outage(plan, &random), outage(plan, &random)] }
    addOutbound(to: &plan, RepeatableRandom(seed: seed + 2_000_000))
    if random.chance(0.5) { plan.openTime = [TimeStretch(start: .zero, end: plan.horizon)] }
    // Drawn last, so that plans of a seed keep the rules that they had before there were ratings.
    for queue in plan.queues.indices where random.chance(0.3) {
      plan.queues[queue].rules.ratings = ratings(plan, &random)
    }
    plan.waitBasis = random.pick(WaitBasis.allCases)
    return plan
  }

  private static func ratings(_ plan: SimulationPlan, _ random: inout RepeatableRandom) -> RatingRules {
    var rules = RatingRules(surveyed: share(&random))
    if random.chance(0.7) { rules.satisfaction = .init(lowest: 1, shares: [10, 10, 20, 30, 30].map { .percent($0) }) }
    if random.chance(0.7) { rules.recommendation = .init(lowest: 0, shares: [40, 30, 30].map { .percent($0) }) }
    if random.chance(0.7) { rules.accurate = share(&random) }
    if random.chance(0.7) {
      rules.check = .init(share: share(&random), criteria: random.whole(1...100), passed: share(&random))
    }
    for _ in 0..<random.whole(0...3) {
      var one = OutcomeCase()
      if random.chance(0.5) { one.waited = .seconds(Int64(random.pick([0, 30, 120]))) }
      if random.chance(0.3) { one.transfers = random.whole(1...2) }
      if random.chance(0.3) { one.team = random.whole(0...(plan.teams.count - 1)) }
      if random.chance(0.3) { one.isResolved = random.chance(0.5) }
      (one.resolved, one.accurate, one.passed) = (share(&random), share(&random), share(&random))
      if random.chance(0.5) { one.satisfaction = .init(lowest: 1, shares: [.whole, .zero, .zero, .zero, .zero]) }
      rules.cases.append(one)
    }
    return rules
  }

  private static func rules(of queue: Int, _ plan: SimulationPlan, _ random: inout RepeatableRandom) -> ContactRules {
    var rules = ContactRules()
    let anyQueue = random.whole(0...(plan.queues.count - 1))
    if random.chance(0.2) { rules.channel = random.pick([.chat, .email]) }
    if random.chance(0.3) { rules.balking = [balking(&random), balking(&random)] }
    if random.chance(0.3) { rules.waitingPlaces = random.pick([0, 1, 5]) }
    if !plan.trunkGroups.isEmpty, random.chance(0.7) { rules.trunkGroup = 0 }
    if random.chance(0.3) { rules.selfService = .init(contained: share(&random), time: law(&random, meanSeconds: 60)) }
    if random.chance(0.4) {
      rules.redial = .init(
        afterAbandonment: share(&random), afterBusySignal: share(&random), afterClosing: share(&random),
        delay: law(&random, meanSeconds: 300),
        attempts: random.whole(2...5), drawsAnew: random.chance(0.5), queue: random.chance(0.3) ? anyQueue : nil)
    }
    if random.chance(0.3) {
      let kind: WaitOffer.Kind =
        random.chance(0.5)
        ? .message(queue: random.chance(0.5) ? anyQueue : nil)
        : .callback(queue: anyQueue, keepsPlace: random.chance(0.5))
      rules.waitOffer = .init(after: .seconds(Int64(random.pick([0, 60, 120]))), share: share(&random), kind: kind)
    }
    rules.agentChoice = random.pick(AgentChoice.allCases)
    rules.headStart = .seconds(Int64(random.pick([0, 0, 90])))
    rules.weight = random.pick([1, 1, 2.5])
    if random.chance(0.4) { rules.concurrency = .init(limit: random.whole(2...4), slowdown: share(&random)) }
    if random.chance(0.3), anyQueue != queue {
      rules.transfers = [
        .init(queue: anyQueue, share: share(&random), briefing: random.pick([nil, nil, .seconds(30)]))
      ]
    }
    if random.chance(0.3) {
      rules.outcome = .init(
        resolved: share(&random), repeats: share(&random), repeatDelay: law(&random, meanSeconds: 900),
        repeatQueue: random.chance(0.3) ? anyQueue : nil)
    }
    addCare(to: &rules, of: queue, plan, RepeatableRandom(seed: random.whole(0...1_000_000)))
    return rules
  }

  private static func share(_ random: inout RepeatableRandom) -> Share { .percent(Int64(random.whole(0...90))) }

  private static func balking(_ random: inout RepeatableRandom) -> Balking {
    let condition: Balking.Condition =
      switch random.whole(0...2) {
      case 0: .mustWait
      case 1: .lineLength(atLeast: random.whole(0...4))
      default: .announcedWait(atLeast: .minutes(Int64(random.whole(1...9))))
      }
    return Balking(condition, share: share(&random))
  }

  private static func change(_ skill: inout Skill, _ plan: SimulationPlan, _ random: inout RepeatableRandom) {
    skill.level = random.whole(1...3)
    skill.handleTimeFactor = random.pick([1, 1, 0.75, 1.3])
    if random.chance(0.2) { skill.afterWait = .seconds(Int64(random.pick([20, 60, 120]))) }
    if random.chance(0.2) { skill.fromLineLength = random.whole(1...4) }
    if random.chance(0.2) { skill.keepsFree = random.whole(1...2) }
    if random.chance(0.2) { skill.hours = [outage(plan, &random).time] }
  }

  private static func outage(_ plan: SimulationPlan, _ random: inout RepeatableRandom) -> Outage {
    let start = Int64.random(in: 0..<plan.horizon.microseconds / 60_000_000, using: &random)
    let time = TimeStretch(
      start: .zero + .minutes(start), end: .zero + .minutes(start + Int64(random.pick([1, 15, 60]))))
    return Outage(time: time, queues: random.chance(0.5) ? [0] : Array(plan.queues.indices))
  }
}
