import BusyHourTesting
import ContactCenter
import EventLog
import KPIs
import Testing

/// What teams had of the contacts: on a day that can be followed with a finger, and by identities on random days.
@Suite(.labelled)
struct TeamDetailTests {
  private static func at(_ seconds: Int64) -> SimulationTime { .second(seconds) }

  /// Front (agent 0) takes calls, back (agent 1) calls and two chats at once; T = 20 s. Call 1 waits 30 s for front, who hands
  /// it on after 40 s; back has it as contact 2 for 50 s, unresolved: it is back with front as contact 5, for 20 s. Meanwhile
  /// back has chats 3 and 4 of 60 s, the second begun 10 s after the first. Contact 6 hangs up.
  private static let records: [EventRecord] = [
    EventRecord(.replicationStarted(horizon: at(400)), at: .zero),
    EventRecord(.contactArrived(contact: 1, queue: 0), at: .zero),
    EventRecord(.contactQueued(contact: 1, queue: 0, position: 1), at: .zero),
    EventRecord(.agentSignedIn(agent: 0, team: 0), at: at(30)),
    EventRecord(.contactAnswered(contact: 1, queue: 0, agent: 0, queuedAt: .zero), at: at(30)),
    EventRecord(.agentSignedIn(agent: 1, team: 1), at: at(30)),
    EventRecord(.contactTransferred(contact: 1, queue: 0, agent: 0, answeredAt: at(30), to: 0), at: at(70)),
    EventRecord(.contactArrived(contact: 2, queue: 0), at: at(70)),
    EventRecord(.contactLinked(contact: 2, queue: 0, link: .init(cause: .transfer, previous: 1, rank: 1)), at: at(70)),
    EventRecord(.contactAnswered(contact: 2, queue: 0, agent: 1, queuedAt: at(70)), at: at(70)),
    EventRecord(.contactCompleted(contact: 2, queue: 0, agent: 1, answeredAt: at(70)), at: at(120)),
    EventRecord(.outcomeRecorded(contact: 2, queue: 0, agent: 1, isResolved: false), at: at(120)),
    EventRecord(.contactArrived(contact: 3, queue: 1), at: at(130)),
    EventRecord(.contactAnswered(contact: 3, queue: 1, agent: 1, queuedAt: at(130)), at: at(130)),
    EventRecord(.contactArrived(contact: 4, queue: 1), at: at(140)),
    EventRecord(.contactAnswered(contact: 4, queue: 1, agent: 1, queuedAt: at(140)), at: at(140)),
    EventRecord(.contactCompleted(contact: 3, queue: 1, agent: 1, answeredAt: at(130)), at: at(190)),
    EventRecord(.outcomeRecorded(contact: 3, queue: 1, agent: 1, isResolved: true), at: at(190)),
    EventRecord(.contactCompleted(contact: 4, queue: 1, agent: 1, answeredAt: at(140)), at: at(200)),
    EventRecord(.contactArrived(contact: 5, queue: 0), at: at(210)),
    EventRecord(
      .contactLinked(contact: 5, queue: 0, link: .init(cause: .repeatContact, previous: 2, rank: 2)), at: at(210)),
    EventRecord(.contactAnswered(contact: 5, queue: 0, agent: 0, queuedAt: at(210)), at: at(210)),
    EventRecord(.contactArrived(contact: 6, queue: 0), at: at(211)),
    EventRecord(.contactQueued(contact: 6, queue: 0, position: 1), at: at(211)),
    EventRecord(.contactAbandoned(contact: 6, queue: 0, queuedAt: at(211)), at: at(215)),
    EventRecord(.contactCompleted(contact: 5, queue: 0, agent: 0, answeredAt: at(210)), at: at(230)),
    EventRecord(.outcomeRecorded(contact: 5, queue: 0, agent: 0, isResolved: true), at: at(230)),
    EventRecord(.agentSignedOut(agent: 1, team: 1, scheduledEnd: at(300)), at: at(300)),
    EventRecord(.agentSignedOut(agent: 0, team: 0, scheduledEnd: at(400)), at: at(400)),
    EventRecord(.replicationFinished, at: at(400)),
  ]

  private static var plan: SimulationPlan {
    var plan = SimulationPlan.line(
      horizon: .seconds(400), contacts: 1, handleTime: .exponential(mean: .minutes(1)), agents: 2,
      interval: .seconds(400))
    plan.queues.append(plan.queues[0])
    plan.queues[0].rules.waitingPlaces = 9
    plan.queues[1].rules.concurrency = .init(limit: 2, slowdown: .zero)
    plan.arrivals = plan.arrivals.map { stream in
      var stream = stream
      stream.mix = [1, 0]
      return stream
    }
    plan.teams = [.init(queues: [0]), .init(queues: [0, 1])]
    plan.agents[1].team = 1
    return plan
  }

  @Test func `every figure of a team is what a finger on the log finds`() throws {
    var scenario = Scenario.small()
    scenario.serviceLevelDefinition = .answered
    scenario.queues[0].rules.transfers = [Transfer(queue: 0, share: .percent(10))]
    scenario.queues.append(scenario.queues[0])
    scenario.queues[1].rules.channel = .chat
    scenario.callEquivalents = CallEquivalents()
    scenario.callEquivalents?.weights[.chat] = 0.5
    let expected: [String: [Double]] = [
      "answered": [2, 3], "service_level": [0.5, 1], "asa_s": [15, 0], "aht_s": [30, 170.0 / 3],
      "talk_s": [30, 170.0 / 3],
      "transferred": [1, 0], "transfers": [0.5, 0], "fcr": [1, 0.5], "repeats": [0, 1], "call_equivalents": [2, 2],
      "excess_answered_s": [5, 0], "max_wait_answered_s": [30, 0], "max_busy": [1, 1],
      // Front is there for 370 s of 400 and talks for 60 s; back for 270 s, and for 50 + 70 s has something in hand.
      "avg_scheduled": [370.0 / 400, 270.0 / 400], "avg_busy": [60.0 / 400, 120.0 / 400],
      "occupancy": [60.0 / 370, 120.0 / 270], "staffed_peak": [370.0 / 400, 270.0 / 400],
      "on_phones_peak": [370.0 / 400, 270.0 / 400],
    ]
    let days = [MeasureTests.days(Self.records, Self.plan)]
    withEvery("measure", in: expected.keys.sorted()) { name in
      for team in 0..<2 {
        var context = ScoringContext(scenario: scenario)
        context.team = team
        let mean = Estimate(KPICatalog.kpi(named: name)!, of: days, in: context)?.mean
        #expect(abs((mean ?? .nan) - expected[name]![team]) < 1e-12, "team \(team)")
      }
    }
  }

  @Test func `what teams had of the contacts adds up to what was answered`() throws {
    var follows = ContactSums()
    try withEvery("seed", in: 0..<100) { seed in
      var plan = seed % 2 == 0 ? RandomPlan.make(seed: seed) : RandomPlan.withRules(seed: seed)
      if seed % 4 > 1 { plan = RandomPlan.withDuties(seed: seed, on: plan) }
      for day in MeasureTests.days(try simulate(plan, seed: UInt64(seed)), plan) {
        let teams = day.detail!.teams
        let sum = teams.reduce(into: ContactSums()) { $0 += $1.contacts }
        // What nobody answered is of no team.
        var expected = ContactSums()
        for path in Self.ofTeams { expected[keyPath: path] = day.contacts[keyPath: path] }
        expected.outcomes = day.contacts.outcomes
        #expect(sum == expected)
        follows += sum
        for activity in day.timeByActivity.indices {
          #expect(teams.reduce(0) { $0 + $1.timeByActivity[activity] } == day.timeByActivity[activity])
        }
        for (team, own) in teams.enumerated() { #expect(own.contacts.answered == day.teams[team].answered) }
        for queue in day.queues.indices {
          #expect(teams.reduce(0) { $0 + $1.answered[queue] } == day.queues[queue].answered)
          #expect(teams.reduce(0) { $0 + $1.completed[queue] } == day.queues[queue].completed)
        }
        #expect(teams.reduce(into: AgentSums()) { $0 += $1.peak }.scheduled == day.peak.scheduled)
        #expect(teams.reduce(into: AgentSums()) { $0 += $1.peak }.present == day.peak.present)
      }
    }
    #expect(follows.repeats > 0 && follows.escalations > 0 && follows.complaints > 0 && follows.refunds > 0)
    #expect(follows.reviewsAnswered > 0)
  }

  private static var ofTeams: [WritableKeyPath<ContactSums, Int64>] {
    [
      \.answered, \.answeredInTime, \.waitAnswered, \.completed, \.talk, \.wrapUp, \.transferred, \.resolved,
      \.unresolved, \.repeats, \.escalations, \.complaints, \.refunds, \.refundCents, \.attemptsFailed,
      \.reviewsAnswered,
    ]
  }

  /// One agent, wrap-up of 60 s after each of two talks; the other agent's talk overlaps the first wrap-up alone.
  @Test func `who wraps up is busy`() throws {
    var plan = SimulationPlan.line(
      horizon: .seconds(400), contacts: 1, handleTime: .exponential(mean: .minutes(1)), agents: 2,
      interval: .seconds(400))
    plan.queues[0].wrapUp = .deterministic(.minutes(1))
    let records = [
      EventRecord(.replicationStarted(horizon: Self.at(400)), at: .zero),
      EventRecord(.agentSignedIn(agent: 0, team: 0), at: .zero),
      EventRecord(.agentSignedIn(agent: 1, team: 0), at: .zero),
      EventRecord(.contactArrived(contact: 1, queue: 0), at: .zero),
      EventRecord(.contactAnswered(contact: 1, queue: 0, agent: 0, queuedAt: .zero), at: .zero),
      EventRecord(.contactCompleted(contact: 1, queue: 0, agent: 0, answeredAt: .zero), at: Self.at(30)),
      EventRecord(.contactArrived(contact: 2, queue: 0), at: Self.at(40)),
      EventRecord(.contactAnswered(contact: 2, queue: 0, agent: 1, queuedAt: Self.at(40)), at: Self.at(40)),
      EventRecord(.contactCompleted(contact: 2, queue: 0, agent: 1, answeredAt: Self.at(40)), at: Self.at(50)),
      EventRecord(.wrapUpEnded(contact: 1, queue: 0, agent: 0, talkEndedAt: Self.at(30)), at: Self.at(90)),
      EventRecord(.wrapUpEnded(contact: 2, queue: 0, agent: 1, talkEndedAt: Self.at(50)), at: Self.at(110)),
      EventRecord(.replicationFinished, at: Self.at(400)),
    ]
    #expect(MeasureTests.days(records, plan)[0].detail?.greatestBusy == 2)
  }
}
