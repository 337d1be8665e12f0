import BusyHourTesting
import ContactCenter
import EventLog
import Simulation
import Testing

/// Ways of routing that centers have, each put together from levels, overflow and hours, on days worked out by hand.
@Suite(.labelled)
struct RoutingExampleTests {
  static func answers(_ plan: SimulationPlan) throws -> [String] {
    try RuleExampleTests.story(plan, RuleExampleTests.answers)
  }

  /// Queue 0 is the emergency line. Team 0 is experienced: level 1 in emergencies, 2 in the rest; team 1 the reverse.
  @Test func `emergencies go first, and to the experienced as long as one is free`() throws {
    let experienced = [Skill(queue: 0), Skill(queue: 1, level: 2)]
    let others = [Skill(queue: 0, level: 2), Skill(queue: 1)]
    var plan = RuleExampleTests.plan(
      talk: [100, 100], teams: [others, experienced], [(0, 0), (1, 1), (10, 1), (20, 0), (30, 1)])
    plan.queues[1].priority = 5
    #expect(
      try Self.answers(plan) == [
        "0 answered 1 by 1", "1 answered 2 by 0", "100 answered 4 by 1", "101 answered 3 by 0", "200 answered 5 by 1",
      ])
  }

  /// Queue 0 speaks Spanish, queue 1 English. Bilingual people take English only while two of them are free.
  @Test func `a bilingual group is kept for those who need it`() throws {
    let english = [Skill(queue: 1)]
    let bilingual = [Skill(queue: 0), Skill(queue: 1, level: 2, keepsFree: 1)]
    var plan = RuleExampleTests.plan(
      talk: [100, 100], teams: [english, bilingual], [(0, 1), (1, 1), (2, 1), (3, 0)])
    plan.agents.append(.init(team: 1))
    plan.add([
      .init(time: .zero, agent: 2, kind: .signIn),
      .init(time: .second(1_000), agent: 2, kind: .signOut(serveQueue: true)),
    ])
    #expect(
      try Self.answers(plan) == [
        "0 answered 1 by 0", "1 answered 2 by 1", "3 answered 4 by 2", "100 answered 3 by 0",
      ])
  }

  @Test func `at night calls go to whoever is on call`() throws {
    let day = [Skill(queue: 0, hours: [TimeStretch(start: .zero, end: .second(100))])]
    let onCall = [Skill(queue: 0, level: 2, hours: [TimeStretch(start: .second(100), end: .second(1_000))])]
    let plan = RuleExampleTests.plan(talk: [30], teams: [day, onCall], [(10, 0), (20, 0), (110, 0), (150, 0)])
    #expect(
      try Self.answers(plan) == [
        "10 answered 1 by 0", "40 answered 2 by 0", "110 answered 3 by 1", "150 answered 4 by 1",
      ])
  }

  /// A partner is a team that takes what has waited a minute, or what stands behind three others.
  @Test func `a partner takes the overflow`() throws {
    let own = [Skill(queue: 0)]
    var plan = RuleExampleTests.plan(
      talk: [200], teams: [own, [Skill(queue: 0, level: 2, afterWait: .seconds(60))]], [(0, 0), (10, 0), (150, 0)])
    #expect(try Self.answers(plan) == ["0 answered 1 by 0", "70 answered 2 by 1", "200 answered 3 by 0"])
    plan = RuleExampleTests.plan(
      talk: [200], teams: [own, [Skill(queue: 0, level: 2, fromLineLength: 2)]], [(0, 0), (10, 0), (20, 0)])
    #expect(try Self.answers(plan) == ["0 answered 1 by 0", "20 answered 2 by 1", "200 answered 3 by 0"])
  }
}
