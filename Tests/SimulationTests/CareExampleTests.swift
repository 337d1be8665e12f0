import BusyHourTesting
import ContactCenter
import EventLog
import Simulation
import Testing

/// Limits of time, escalations, refunds and complaints on small days worked out by hand.
@Suite(.labelled)
struct CareExampleTests {
  /// Limits in words: `30 kept 2 answered since 10`.
  static func limits(_ plan: SimulationPlan) throws -> [String] {
    let records = try simulate(plan)
    #expect(LogInvariants.outcome(of: records, plan: plan).violations == [])
    return records.compactMap { record in
      let second = record.time / 1_000_000
      return switch record.event {
      case .limitStarted(let contact, _, let limit, let due):
        "\(second) started \(contact) \(limit) due \(due.microseconds / 1_000_000)"
      case .limitKept(let contact, _, let limit, let isEscalation, _):
        "\(second) kept \(contact) \(limit)\(isEscalation ? " of escalation" : "")"
      case .limitMissed(let contact, _, let limit, let isEscalation, _):
        "\(second) missed \(contact) \(limit)\(isEscalation ? " of escalation" : "")"
      default: nil
      }
    }
  }

  @Test func `a limit is kept to its last instant, and missed when it passes`() throws {
    var plan = RuleExampleTests.plan(talk: [100], teams: [[Skill(queue: 0)]], [(0, 0), (40, 0), (50, 0)])
    plan.queues[0].rules.limits = TimeLimits(answered: .seconds(60))
    #expect(
      try Self.limits(plan) == [
        "0 started 1 answered due 60", "0 kept 1 answered", "40 started 2 answered due 100",
        "50 started 3 answered due 110", "100 kept 2 answered", "110 missed 3 answered",
      ])
    plan.queues[0].rules.limits = TimeLimits(done: .seconds(200))
    #expect(
      Array(try Self.limits(plan).dropFirst(3)) == ["100 kept 1 done", "200 kept 2 done", "250 missed 3 done"])
  }

  @Test func `a caller who hangs up neither keeps nor misses a limit`() throws {
    var plan = RuleExampleTests.plan(talk: [100], teams: [[Skill(queue: 0)]], [(0, 0), (40, 0)])
    plan.queues[0].patience = .deterministic(.seconds(20))
    plan.queues[0].rules.limits = TimeLimits(answered: .seconds(30))
    #expect(
      try Self.limits(plan) == ["0 started 1 answered due 30", "0 kept 1 answered", "40 started 2 answered due 70"])
  }

  @Test func `a limit of the matter runs on while the caller redials`() throws {
    var plan = RuleExampleTests.plan(talk: [100], teams: [[Skill(queue: 0)]], [(0, 0), (40, 0)])
    plan.queues[0].patience = .deterministic(.seconds(20))
    plan.queues[0].rules.redial = Redial(
      afterAbandonment: .whole, afterBusySignal: .zero, delay: .deterministic(.seconds(60)))
    plan.queues[0].rules.limits = TimeLimits(answered: .seconds(90), origin: .matter)
    #expect(
      Array(try Self.limits(plan).dropFirst(2)) == ["40 started 2 answered due 130", "120 kept 2 answered"])
    plan.queues[0].rules.limits?.origin = .contact
    #expect(
      Array(try Self.limits(plan).dropFirst(2)) == [
        "40 started 2 answered due 130", "120 started 3 answered due 210", "120 kept 3 answered",
      ])
  }

  @Test func `on the business clock a night does not count`() throws {
    var plan = RuleExampleTests.plan(talk: [100], teams: [[Skill(queue: 0)]], [(190, 0), (195, 0)])
    plan.openTime = [
      TimeStretch(start: .zero, end: .second(200)), TimeStretch(start: .second(500), end: .second(900)),
    ]
    plan.queues[0].rules.limits = TimeLimits(done: .seconds(30), clock: .business)
    #expect(
      try Self.limits(plan) == [
        "190 started 1 done due 520", "195 started 2 done due 525", "290 kept 1 done", "390 kept 2 done",
      ])
  }

  @Test func `an escalation has clocks of its own, and rests as long as it is looked into`() throws {
    var plan = RuleExampleTests.plan(
      talk: [60, 30], teams: [[Skill(queue: 0)], [Skill(queue: 1)]], [(0, 0), (10, 1)])
    plan.queues[0].rules.limits = TimeLimits(done: .seconds(60))
    plan.queues[1].rules.limits = TimeLimits(answered: .seconds(5), done: .seconds(50))
    plan.queues[1].rules.channel = .portal
    plan.queues[0].rules.escalations = [
      Escalation(queue: 1, reason: .share(.whole), rest: .deterministic(.seconds(40)))
    ]
    #expect(
      try Self.limits(plan) == [
        "0 started 1 done due 60", "10 started 2 answered due 15", "10 started 2 done due 60", "10 kept 2 answered",
        "40 kept 2 done", "60 kept 1 done", "100 started 3 answered due 105", "100 started 3 done due 150",
        "100 kept 3 answered of escalation", "130 kept 3 done of escalation",
      ])
  }

  /// Every customer asks for the same amount; the greatest authority that is exceeded decides where it goes.
  @Test func `a refund goes up until somebody may grant it`() throws {
    func decisions(mean: Double) throws -> [String] {
      var plan = RuleExampleTests.plan(
        talk: [60, 60, 60], teams: [[Skill(queue: 0)], [Skill(queue: 1)], [Skill(queue: 2)]], [(0, 0)])
      plan.queues[0].rules.refunds = RefundRules(share: .whole, meanAmount: mean, variation: 1e-6)
      plan.queues[0].rules.escalations = [Escalation(queue: 1, reason: .refundAbove(50))]
      plan.queues[1].rules.escalations = [Escalation(queue: 2, reason: .refundAbove(500))]
      let records = try simulate(plan)
      #expect(LogInvariants.outcome(of: records, plan: plan).violations == [])
      return records.compactMap { record in
        guard case .refundDecided(_, let queue, let agent, let cents, let isGranted) = record.event else { return nil }
        #expect(agent == queue && abs(Double(cents) / 100 - mean) < 0.01 * mean)
        return "\(record.time / 1_000_000) \(queue) \(isGranted ? "granted" : "escalated")"
      }
    }
    #expect(try decisions(mean: 40) == ["60 0 granted"])
    #expect(try decisions(mean: 90) == ["60 0 escalated", "120 1 granted"])
    #expect(try decisions(mean: 900) == ["60 0 escalated", "120 1 escalated", "180 2 granted"])
  }

  @Test func `an unresolved matter comes back as a complaint, and its outcome is that of the complaint's queue`() throws
  {
    var plan = RuleExampleTests.plan(talk: [60, 30], teams: [[Skill(queue: 0)], [Skill(queue: 1)]], [(0, 0)])
    plan.queues[0].rules.outcome = OutcomeRules(resolved: .zero)
    plan.queues[0].rules.complaints = ComplaintRules(share: .whole, queue: 1, delay: .deterministic(.seconds(100)))
    plan.queues[1].rules.outcome = OutcomeRules(resolved: .whole)
    #expect(
      try RuleExampleTests.story(plan) == [
        "0 arrived 1", "0 answered 1 by 0", "60 completed 1", "60 outcomerecorded 1", "160 arrived 2", "160 linked 2",
        "160 answered 2 by 1", "190 completed 2", "190 outcomerecorded 2",
      ])
  }
}
