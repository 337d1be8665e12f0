internal import ContactCenter

extension RandomPlan {
  /// Limits of time, escalations, refunds and complaints at random.
  static func addCare(to rules: inout ContactRules, of queue: Int, _ plan: SimulationPlan, _ source: RepeatableRandom) {
    var random = source
    let anyQueue = random.whole(0...(plan.queues.count - 1))
    if random.chance(0.4) {
      rules.limits = TimeLimits(
        answered: random.pick([nil, .zero, .seconds(60), .minutes(10)]),
        done: random.pick([nil, .minutes(2), .minutes(30)]), clock: random.pick(TimeLimits.Clock.allCases),
        origin: random.pick(TimeLimits.Origin.allCases))
    }
    if random.chance(0.3) {
      rules.refunds = RefundRules(share: anyShare(&random), meanAmount: random.pick([0.001, 60]), variation: 1)
    }
    if random.chance(0.3), anyQueue != queue {
      let rest = random.chance(0.3) ? law(&random, meanSeconds: 600) : nil
      rules.escalations = [Escalation(queue: anyQueue, reason: .share(anyShare(&random)), rest: rest)]
    }
    // Authority grows with the number of the queue, so that nothing goes round for ever.
    if queue + 1 < plan.queues.count, random.chance(0.5) {
      rules.escalations.append(Escalation(queue: plan.queues.count - 1, reason: .refundAbove(50)))
    }
    if random.chance(0.5), rules.outcome != nil {
      rules.complaints = ComplaintRules(
        share: anyShare(&random), queue: random.pick([nil, anyQueue]), delay: law(&random, meanSeconds: 600))
    }
  }

  /// Dialers, blending, faults and what becomes of contacts meanwhile, on a plan with rules.
  static func addOutbound(to plan: inout SimulationPlan, _ source: RepeatableRandom) {
    var random = source
    for queue in plan.queues.indices where random.chance(0.25) {
      plan.queues[queue].rules.channel = .outbound
      plan.queues[queue].rules.dialing = Dialing(
        reached: anyShare(&random), ring: law(&random, meanSeconds: 30),
        preview: .seconds(Int64(random.pick([0, 60]))),
        attempts: random.whole(1...4), retryDelay: law(&random, meanSeconds: 900),
        callsPerAgent: random.pick([nil, 1, 2.5, 4]))
      addPacing(to: &plan.queues[queue].rules.dialing, teams: plan.teams.indices, random)
      addWrongParties(to: &plan.queues[queue].rules.dialing, random)
    }
    for team in plan.teams.indices {
      for skill in plan.teams[team].skills.indices where random.chance(0.15) {
        plan.teams[team].skills[skill].occupancyBelow = anyShare(&random)
      }
    }
    var releases = source
    for team in plan.teams.indices { plan.teams[team].release = releases.chance(0.2) ? .firstFree : .own }
    let anyQueue = random.whole(0...(plan.queues.count - 1))
    let handling = OutageHandling(divertTo: random.pick([nil, anyQueue]), cutsOff: random.chance(0.5))
    for outage in plan.outages.indices where random.chance(0.5) { plan.outages[outage].handling = handling }
    if random.chance(0.3) {
      plan.faults = [
        Fault(
          queues: random.chance(0.5) ? [anyQueue] : Array(plan.queues.indices), availability: .percent(80),
          repair: .minutes(10), handling: handling)
      ]
    }
  }

  private static func addWrongParties(to dialing: inout Dialing?, _ source: RepeatableRandom) {
    var random = source
    guard let reached = dialing?.reached, random.chance(0.4) else { return }
    let share = min(reached.complement, .percent(30))
    dialing?.wrongParty = WrongParty(share: share, handleTime: law(&random, meanSeconds: 40))
  }

  /// When a predictive dialer dials, and whom it holds.
  private static func addPacing(to dialing: inout Dialing?, teams: Range<Int>, _ source: RepeatableRandom) {
    var random = source
    guard dialing?.callsPerAgent != nil else { return }
    dialing?.pacing = random.pick([.steady, .eachEnd])
    dialing?.hold = .seconds(Int64(random.pick([0, 5, 60])))
    guard random.chance(0.5) else { return }
    let counted = random.pick([[], [teams.lowerBound], Array(teams)])
    dialing?.threshold = FreePeople(count: random.whole(1...3), teams: counted)
  }

  private static func anyShare(_ random: inout RepeatableRandom) -> Share { .percent(Int64(random.whole(0...90))) }
}
