import BusyHourTesting
import ContactCenter
import EventLog
import Simulation
import Testing

/// Who comes to a line after closing, on small days worked out by hand: one agent a team, there until 300 seconds.
@Suite(.labelled)
struct AfterClosingTests {
  private static let ends: Set<EventKind> = [.contactAnswered, .contactDisconnected, .contactTransferred]

  /// - Parameters:
  ///   - serves: whether people serve the line after closing; else it is cut, until 600 seconds.
  private static func plan(
    talk: [Int64], teams: [[Skill]], serves: Bool, _ arrivals: [RuleExampleTests.Arrival]
  ) -> SimulationPlan {
    var plan = RuleExampleTests.plan(talk: talk, teams: teams, arrivals)
    plan.duties = []
    plan.add(
      teams.indices.flatMap { agent in
        [
          SimulationPlan.Duty(time: .zero, agent: agent, kind: .signIn),
          .init(time: .second(300), agent: agent, kind: .signOut(serveQueue: serves)),
        ]
      })
    if !serves { (plan.disconnects, plan.closedUntil) = ([.second(300)], [.second(600)]) }
    return plan
  }

  private static func signOuts(_ plan: SimulationPlan) throws -> [String] {
    try simulate(plan).events(.agentSignedOut).map { "\($0.time / 1_000_000) agent \($0.agent)" }
  }

  private static let menu = SelfService(contained: .zero, time: .deterministic(.seconds(250)))

  // MARK: Cut lines

  @Test func `who leaves self-service after closing is cut off, until the center opens again`() throws {
    var plan = Self.plan(talk: [60], teams: [[Skill(queue: 0)]], serves: false, [(20, 0), (200, 0), (350, 0)])
    plan.queues[0].rules.selfService = Self.menu
    plan.add([
      SimulationPlan.Duty(time: .second(600), agent: 0, kind: .signIn),
      .init(time: .second(1_000), agent: 0, kind: .signOut(serveQueue: false)),
    ])
    #expect(
      try RuleExampleTests.story(plan, Self.ends) == [
        "270 answered 1 by 0", "450 disconnected 2", "600 answered 3 by 0",
      ])
    // Where contacts may wait at once again, the second waits for the morning.
    plan.closedUntil = []
    #expect(
      try RuleExampleTests.story(plan, Self.ends) == [
        "270 answered 1 by 0", "600 answered 2 by 0", "660 answered 3 by 0",
      ])
  }

  @Test func `who is handed on after closing is cut off, unless somebody is there who answers`() throws {
    var plan = Self.plan(
      talk: [100, 30], teams: [[Skill(queue: 0)], [Skill(queue: 1)]], serves: false, [(250, 0)])
    plan.queues[0].rules.transfers = [Transfer(queue: 1, share: .whole)]
    #expect(
      try RuleExampleTests.story(plan, Self.ends) == ["250 answered 1 by 0", "350 transferred 1", "350 disconnected 2"])
    for index in plan.duties.indices where plan.duties[index].agent == 1 && plan.duties[index].kind != .signIn {
      plan.duties[index].time = .second(400)
    }
    #expect(
      try RuleExampleTests.story(plan, Self.ends) == [
        "250 answered 1 by 0", "350 transferred 1", "350 answered 2 by 1",
      ])
  }

  @Test func `who is cut off may call again when the center is open, and work that can wait waits`() throws {
    var plan = Self.plan(
      talk: [60, 60], teams: [[Skill(queue: 0), Skill(queue: 1)]], serves: false, [(100, 0), (400, 1)])
    plan.queues[0].rules.selfService = Self.menu
    plan.queues[0].rules.redial = Redial(
      afterAbandonment: .zero, afterBusySignal: .zero, afterClosing: .whole, delay: .deterministic(.seconds(10)))
    plan.queues[1].rules.channel = .email
    plan.openTime = [
      TimeStretch(start: .zero, end: .second(300)), TimeStretch(start: .second(600), end: .second(1_000)),
    ]
    plan.add([
      SimulationPlan.Duty(time: .second(600), agent: 0, kind: .signIn),
      .init(time: .second(1_000), agent: 0, kind: .signOut(serveQueue: false)),
    ])
    #expect(
      try RuleExampleTests.story(plan, Self.ends) == [
        "350 disconnected 1", "600 answered 2 by 0", "930 answered 3 by 0",
      ])
  }

  // MARK: People who stay

  @Test func `people stay for who is in self-service at closing, and for nothing else`() throws {
    var plan = Self.plan(
      talk: [60, 60], teams: [[Skill(queue: 0), Skill(queue: 1)]], serves: true, [(200, 0), (400, 1)])
    plan.queues[0].rules.selfService = Self.menu
    plan.queues[1].rules.channel = .email
    #expect(try RuleExampleTests.story(plan, Self.ends) == ["450 answered 1 by 0"])
    #expect(try Self.signOuts(plan) == ["510 agent 0"])
    // Whom self-service settles needs nobody.
    plan.queues[0].rules.selfService?.contained = .whole
    #expect(try RuleExampleTests.story(plan, Self.ends) == [])
    #expect(try Self.signOuts(plan) == ["450 agent 0"])
    plan.arrivals.removeFirst()
    #expect(try Self.signOuts(plan) == ["300 agent 0"])
  }

  @Test func `who stays after closing takes no break any more`() throws {
    var plan = Self.plan(talk: [60], teams: [[Skill(queue: 0)]], serves: true, [(200, 0)])
    plan.queues[0].rules.selfService = Self.menu
    plan.duties.append(.init(time: .second(300), agent: 0, kind: .pause(activity: 0, length: .seconds(900))))
    #expect(try RuleExampleTests.story(plan, Self.ends) == ["450 answered 1 by 0"])
    #expect(try Self.signOuts(plan) == ["510 agent 0"])
  }

  @Test func `people stay while a colleague may hand somebody on to them`() throws {
    var plan = Self.plan(talk: [100, 30], teams: [[Skill(queue: 0)], [Skill(queue: 1)]], serves: true, [(250, 0)])
    #expect(try Self.signOuts(plan) == ["300 agent 1", "350 agent 0"])
    plan.queues[0].rules.transfers = [Transfer(queue: 1, share: .whole)]
    #expect(
      try RuleExampleTests.story(plan, Self.ends) == [
        "250 answered 1 by 0", "350 transferred 1", "350 answered 2 by 1",
      ])
    #expect(try Self.signOuts(plan) == ["350 agent 0", "380 agent 1"])
    // As good as never: the colleague who could have been needed goes when the talk is over.
    plan.queues[0].rules.transfers = [Transfer(queue: 1, share: Share(partsPerBillion: 1))]
    #expect(try Self.signOuts(plan) == ["350 agent 0", "350 agent 1"])
  }
}
