import BusyHourTesting
import ContactCenter
import EventLog
import Simulation
import Testing

/// Teams whose number falls while everybody talks.
@Suite(.labelled)
struct ReleaseTests {
  private static let fall = SimulationTime.second(3_600)

  /// Four people and more callers than they can serve; two rows end after an hour and begin again after two.
  private func plan(_ release: Release) -> SimulationPlan {
    var plan = SimulationPlan.line(
      horizon: .hours(3), contacts: 300, handleTime: .exponential(mean: .minutes(10)), agents: 4, interval: .hours(3))
    plan.add(
      (0..<2).flatMap { agent in
        [
          SimulationPlan.Duty(time: Self.fall, agent: agent, kind: .signOut(serveQueue: false)),
          SimulationPlan.Duty(time: .second(7_200), agent: agent, kind: .signIn),
        ]
      })
    plan.teams[0].release = release
    return plan
  }

  /// The most people at work, after any answer between the fall and the rise.
  private func mostAtWork(_ records: [EventRecord]) -> Int {
    var (atWork, most) = (0, 0)
    for record in records where record.time < SimulationTime.second(7_200).microseconds {
      switch EventKind(rawValue: record.kindCode) {
      case .contactAnswered:
        atWork += 1
        if record.time >= Self.fall.microseconds { most = max(most, atWork) }
      case .contactCompleted: atWork -= 1
      default: break
      }
    }
    return most
  }

  @Test func `nobody takes a contact before the number is right, where who is free first goes`() throws {
    var most: [Release: Int] = [:]
    for release in Release.allCases {
      for replication in 0..<20 {
        let records = try simulate(plan(release), seed: 1, replication: replication)
        #expect(LogInvariants.outcome(of: records, plan: plan(release)).violations == [])
        most[release] = max(most[release] ?? 0, mostAtWork(records))
        let returns = records.events(.agentSignedIn).count { $0.time == SimulationTime.second(7_200).microseconds }
        #expect(returns == 2, "who went comes back")
      }
    }
    #expect(most[.firstFree] == 2)
    #expect((most[.own] ?? 0) > 2)
  }

  @Test func `the idle go at once, and draws stay`() throws {
    var plan = plan(.firstFree)
    plan.arrivals[0].pieces[0].expectedContacts = 6
    for replication in 0..<20 {
      let records = try simulate(plan, seed: 1, replication: replication)
      let before = records.filter { $0.time < Self.fall.microseconds }
      let busy = before.events(.contactAnswered).count - before.events(.contactCompleted).count
      let goneAtOnce = records.events(.agentSignedOut).count { $0.time == Self.fall.microseconds }
      #expect(goneAtOnce == min(2, 4 - busy))
    }
    plan.teams[0].release = .own
    let own = try simulate(plan, seed: 1).events(.contactArrived).map(\.time)
    plan.teams[0].release = .firstFree
    #expect(try simulate(plan, seed: 1).events(.contactArrived).map(\.time) == own)
  }

  /// Two people, two chats each of 100 seconds; the number falls to one at 50, and the first is still talking.
  @Test func `who holds contacts takes no other before the number is right, and then at once`() throws {
    var plan = RuleExampleTests.plan(
      talk: [100], teams: [[Skill(queue: 0)], []], [0, 10, 20, 30, 40, 45].map { ($0, 0) })
    plan.agents[1].team = 0
    plan.queues[0].rules.channel = .chat
    plan.queues[0].rules.concurrency = Concurrency(limit: 2, slowdown: .zero)
    plan.duties = []
    plan.add([
      SimulationPlan.Duty(time: .zero, agent: 0, kind: .signIn), .init(time: .zero, agent: 1, kind: .signIn),
      .init(time: .second(50), agent: 0, kind: .signOut(serveQueue: false)),
      .init(time: .second(1_000), agent: 1, kind: .signOut(serveQueue: false)),
    ])
    let first = ["0 answered 1 by 0", "10 answered 2 by 1", "20 answered 3 by 0", "30 answered 4 by 1"]
    // One hand of the second is free at 110, and the first has gone at 120.
    #expect(
      try RuleExampleTests.story(plan, RuleExampleTests.answers) == first + [
        "110 answered 5 by 1", "130 answered 6 by 1",
      ])
    plan.teams[0].release = .firstFree
    #expect(
      try RuleExampleTests.story(plan, RuleExampleTests.answers) == first + [
        "120 answered 5 by 1", "130 answered 6 by 1",
      ])
  }

  @Test func `who still talks when the next row begins needs nobody to go any more`() throws {
    var plan = SimulationPlan.line(
      horizon: .hours(6), contacts: 60, handleTime: .deterministic(.hours(3)), agents: 2, interval: .hours(6))
    plan.add([
      SimulationPlan.Duty(time: Self.fall, agent: 0, kind: .signOut(serveQueue: false)),
      SimulationPlan.Duty(time: .second(7_200), agent: 0, kind: .signIn),
    ])
    plan.teams[0].release = .firstFree
    let ends = try simulate(plan, seed: 1).events(.agentSignedOut).map(\.time)
    // One row that ends and begins in the midst of a talk, and both at the end of the day.
    #expect(ends.count == 3 && ends[0] == SimulationTime.second(7_200).microseconds)
    #expect(ends.dropFirst().allSatisfy { $0 >= SimulationTime.second(6 * 3_600).microseconds })
  }
}
