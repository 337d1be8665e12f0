import BusyHourTesting
import ContactCenter
import EventLog
import Simulation
import Testing

/// Common random numbers: a rule that is switched on leaves the draws of every customer's first contact as they were.
@Suite(.labelled)
struct RuleDrawTests {
  typealias Change = @Sendable (inout SimulationPlan) -> Void

  /// Two queues, a little overloaded: whatever can happen does. Talk goes to the microsecond, so that equal spans are
  /// equal draws.
  static let base: SimulationPlan = {
    let hours = TimeSpan.hours(10)
    var plan = SimulationPlan.line(
      horizon: hours, contacts: 900, handleTime: .exponential(mean: .minutes(3)),
      wrapUp: .lognormal(mean: .seconds(40), coefficientOfVariation: 0.5), patience: .exponential(mean: .minutes(2)),
      agents: 7)
    plan.queues.append(plan.queues[0])
    plan.queues[1].handleTime = .lognormal(mean: .minutes(4), coefficientOfVariation: 1)
    plan.queues[1].priority = 1
    plan.arrivals[0].mix = [0.7, 0.3]
    plan.teams = [.init(queues: [0, 1]), .init(queues: [0])]
    for agent in [4, 5, 6] { plan.agents[agent].team = 1 }
    return plan
  }()

  static func rule(_ change: @escaping @Sendable (inout ContactRules) -> Void) -> Change {
    { change(&$0.queues[0].rules) }
  }

  static func skill(_ change: @escaping @Sendable (inout Skill) -> Void) -> Change {
    { change(&$0.teams[1].skills[0]) }
  }

  static let delay = DistributionSpecification.exponential(mean: .minutes(5))

  /// Every rule, and the kinds of event that must be new or change in number.
  static let cases: [(name: String, kinds: [EventKind], change: Change)] = [
    (
      "balking", [.contactBalked],
      rule { $0.balking = [Balking(.mustWait, share: .percent(30))] }
    ),
    ("balking at a length", [.contactBalked], rule { $0.balking = [Balking(.lineLength(atLeast: 2), share: .whole)] }),
    (
      "balking at a wait", [.contactBalked, .waitAnnounced],
      rule { $0.balking = [Balking(.announcedWait(atLeast: .minutes(1)), share: .percent(80))] }
    ),
    ("waiting places", [.contactBlocked], rule { $0.waitingPlaces = 1 }),
    (
      "trunks", [.contactBlocked],
      {
        $0.trunkGroups = [.init(name: "main", lines: 7)]
        $0.queues[0].rules.trunkGroup = 0
      }
    ),
    (
      "self-service", [.selfServiceStarted, .contactSelfServed, .selfServiceLeft],
      rule { $0.selfService = SelfService(contained: .percent(30), time: delay) }
    ),
    (
      "redial with the same draws", [.contactLinked],
      rule { $0.redial = Redial(afterAbandonment: .percent(60), afterBusySignal: .zero, delay: delay) }
    ),
    (
      "redial with fresh draws", [.contactLinked],
      rule {
        $0.redial = Redial(afterAbandonment: .percent(60), afterBusySignal: .zero, delay: delay, drawsAnew: true)
      }
    ),
    (
      "redial to another queue", [.contactLinked],
      rule { $0.redial = Redial(afterAbandonment: .whole, afterBusySignal: .zero, delay: delay, queue: 1) }
    ),
    (
      "messages", [.contactLeftMessage],
      rule { $0.waitOffer = WaitOffer(after: .seconds(30), share: .percent(50), kind: .message(queue: nil)) }
    ),
    (
      "callbacks", [.callbackPromised, .contactLinked],
      rule {
        $0.waitOffer = WaitOffer(
          after: .seconds(30), share: .percent(50), kind: .callback(queue: 1, keepsPlace: false))
      }
    ),
    (
      "virtual hold", [.callbackPromised, .contactLinked],
      rule {
        $0.waitOffer = WaitOffer(after: .seconds(30), share: .whole, kind: .callback(queue: 0, keepsPlace: true))
      }
    ),
    ("uniform choice", [.agentSignedIn], rule { $0.agentChoice = .uniform }),
    ("most idle", [.agentSignedIn], rule { $0.agentChoice = .mostIdle }),
    (
      "weighted wait", [.agentSignedIn],
      {
        $0.teams[0].contactChoice = .weightedWait
        $0.queues[1].rules.headStart = .minutes(1)
        $0.queues[0].rules.weight = 2
      }
    ),
    (
      "own first", [.agentSignedIn],
      {
        $0.teams[0].contactChoice = .ownFirst
        $0.teams[0].skills[0].level = 2
      }
    ),
    ("concurrency", [.wrapUpStarted], rule { $0.concurrency = Concurrency(limit: 2, slowdown: .zero) }),
    ("cold transfers", [.contactTransferred], rule { $0.transfers = [Transfer(queue: 1, share: .percent(20))] }),
    (
      "warm transfers", [.contactTransferred],
      rule { $0.transfers = [Transfer(queue: 1, share: .percent(20), briefing: .seconds(30))] }
    ),
    (
      "outcomes", [.outcomeRecorded, .contactLinked],
      rule { $0.outcome = OutcomeRules(resolved: .percent(70), repeats: .percent(50), repeatDelay: delay) }
    ),
    (
      "limits of time", [.limitStarted, .limitKept, .limitMissed],
      rule { $0.limits = TimeLimits(answered: .seconds(20), done: .minutes(5)) }
    ),
    (
      "escalations", [.contactTransferred],
      rule { $0.escalations = [Escalation(queue: 1, reason: .share(.percent(20)), rest: delay)] }
    ),
    (
      "refunds", [.refundDecided, .contactTransferred],
      rule {
        $0.refunds = RefundRules(share: .percent(30), meanAmount: 60)
        $0.escalations = [Escalation(queue: 1, reason: .refundAbove(50))]
      }
    ),
    (
      "complaints", [.outcomeRecorded, .contactLinked],
      rule {
        $0.outcome = OutcomeRules(resolved: .percent(70))
        $0.complaints = ComplaintRules(share: .percent(50), queue: 1, delay: delay)
      }
    ),
    (
      "ratings", [.satisfactionRated, .recommendationRated, .appointmentMade, .qualityChecked],
      rule {
        $0.ratings = RatingRules(
          surveyed: .percent(50),
          satisfaction: ScoreShares(lowest: 1, shares: [10, 20, 30, 30, 10].map { .percent($0) }),
          recommendation: ScoreShares(lowest: 0, shares: Array(repeating: .percent(10), count: 10) + [.zero]),
          accurate: .percent(90), check: QualityCheck(share: .percent(40), criteria: 20, passed: .percent(90)))
      }
    ),
    (
      "an outage", [.outageStarted, .outageEnded, .contactBlocked],
      { $0.outages = [Outage(time: TimeStretch(start: .second(3_600), end: .second(5_400)), queues: [0])] }
    ),
    (
      "an outage that cuts off", [.talkDropped],
      {
        $0.outages = [
          Outage(
            time: TimeStretch(start: .second(3_600), end: .second(5_400)), queues: [0],
            handling: OutageHandling(cutsOff: true))
        ]
      }
    ),
    (
      "an outage that diverts", [.contactDiverted, .contactLinked],
      {
        $0.outages = [
          Outage(
            time: TimeStretch(start: .second(3_600), end: .second(5_400)), queues: [0],
            handling: OutageHandling(divertTo: 1))
        ]
      }
    ),
    (
      "faults", [.outageStarted, .outageEnded, .contactBlocked],
      { $0.faults = [Fault(queues: [0], availability: .percent(80), repair: .minutes(10))] }
    ),
    (
      "an occupancy below which work is blended in", [.contactQueued],
      skill { $0.occupancyBelow = .percent(50) }
    ),
    ("a level", [.agentSignedIn], skill { $0.level = 2 }),
    ("overflow after a wait", [.contactQueued], skill { $0.afterWait = .seconds(30) }),
    ("overflow from a length", [.contactQueued], skill { $0.fromLineLength = 2 }),
    ("a reserve", [.contactQueued], skill { $0.keepsFree = 1 }),
    ("hours", [.contactQueued], skill { $0.hours = [TimeStretch(start: .second(7_200), end: .second(14_400))] }),
  ]

  @Test func `each rule changes what it should, and no draw of a customer's first contact`() throws {
    let records = try simulate(Self.base, seed: 11)
    let base = FirstDraws.of(records)
    try withEvery("rule", in: Self.cases.indices) { index in
      let (name, kinds, change) = Self.cases[index]
      var plan = Self.base
      change(&plan)
      let changed = try simulate(plan, seed: 11)
      #expect(changed != records, "\(name) changes nothing")
      for kind in kinds where kind != .agentSignedIn {
        #expect(changed.events(kind).count != records.events(kind).count, "\(name): \(kind)")
      }
      #expect(LogInvariants.outcome(of: changed, plan: plan).violations == [], "\(name)")
      let draws = FirstDraws.of(changed)
      #expect(draws.map(\.arrival) == base.map(\.arrival) && draws.map(\.queue) == base.map(\.queue), "\(name)")
      for (one, other) in zip(base, draws) {
        if let left = one.talk, let right = other.talk { #expect(left == right, "\(name): talk") }
        if let left = one.wrapUp, let right = other.wrapUp { #expect(left == right, "\(name): wrap-up") }
        if let left = one.patience, let right = other.patience { #expect(left == right, "\(name): patience") }
      }
      #expect(zip(base, draws).count { $0.talk != nil && $1.talk != nil } > 200, "\(name): too few to tell")
    }
  }

  /// People who are slower or faster, and chats at once, stretch the same talk.
  @Test func `a pace stretches the talk that was drawn`() throws {
    var plan = Self.base
    plan.teams[0].skills[0].handleTimeFactor = 1.5
    plan.teams[1].skills[0].handleTimeFactor = 1.5
    let (base, slow) = (
      FirstDraws.of(try simulate(Self.base, seed: 11)), FirstDraws.of(try simulate(plan, seed: 11))
    )
    var talks = 0
    for (one, other) in zip(base, slow) where one.queue == 0 {
      guard let left = one.talk, let right = other.talk else { continue }
      #expect(abs(Double(right) - 1.5 * Double(left)) <= 0.5001)
      talks += 1
    }
    #expect(talks > 200)
  }
}
