import BusyHourTesting
import ContactCenter
import EventLog
import Foundation
import KPIs
import Testing

/// The measures beyond scorecards: on a day that can be followed with a finger, and by identities on random days.
@Suite(.labelled)
struct MeasureTests {
  /// One agent, T = 20 s. Contact 1 is answered at once and talks 100 s; 2 waits 50 s and is answered, talks 40 s; 3 hangs up
  /// after 30 s; 4 after 10 s; 5 meets a busy signal. 2 is told 40 s, 3 is told 25 s. Two intervals of 100 s.
  static let records: [EventRecord] = {
    func at(_ seconds: Int64) -> SimulationTime { .second(seconds) }
    return [
      EventRecord(.replicationStarted(horizon: at(200)), at: .zero),
      EventRecord(.agentSignedIn(agent: 0, team: 0), at: .zero),
      EventRecord(.contactArrived(contact: 1, queue: 0), at: .zero),
      EventRecord(.contactAnswered(contact: 1, queue: 0, agent: 0, queuedAt: .zero), at: .zero),
      EventRecord(.contactArrived(contact: 2, queue: 0), at: at(50)),
      EventRecord(.waitAnnounced(contact: 2, queue: 0, wait: .seconds(40)), at: at(50)),
      EventRecord(.contactQueued(contact: 2, queue: 0, position: 1), at: at(50)),
      EventRecord(.contactArrived(contact: 3, queue: 0), at: at(60)),
      EventRecord(.waitAnnounced(contact: 3, queue: 0, wait: .seconds(25)), at: at(60)),
      EventRecord(.contactQueued(contact: 3, queue: 0, position: 2), at: at(60)),
      EventRecord(.contactArrived(contact: 4, queue: 0), at: at(70)),
      EventRecord(.contactQueued(contact: 4, queue: 0, position: 3), at: at(70)),
      EventRecord(.contactAbandoned(contact: 4, queue: 0, queuedAt: at(70)), at: at(80)),
      EventRecord(.contactAbandoned(contact: 3, queue: 0, queuedAt: at(60)), at: at(90)),
      EventRecord(.contactArrived(contact: 5, queue: 0), at: at(95)),
      EventRecord(.contactBlocked(contact: 5, queue: 0, reason: .queueFull), at: at(95)),
      EventRecord(.contactCompleted(contact: 1, queue: 0, agent: 0, answeredAt: .zero), at: at(100)),
      EventRecord(.contactAnswered(contact: 2, queue: 0, agent: 0, queuedAt: at(50)), at: at(100)),
      EventRecord(.contactCompleted(contact: 2, queue: 0, agent: 0, answeredAt: at(100)), at: at(140)),
      EventRecord(.agentSignedOut(agent: 0, team: 0, scheduledEnd: at(200)), at: at(200)),
      EventRecord(.replicationFinished, at: at(200)),
    ]
  }()

  static func parameters(_ plan: SimulationPlan) -> FoldParameters {
    FoldParameters(plan: plan, acceptableWaits: plan.queues.map { _ in .seconds(20) })
  }

  static var plan: SimulationPlan {
    var plan = SimulationPlan.line(
      horizon: .seconds(200), contacts: 1, handleTime: .exponential(mean: .minutes(1)), agents: 1,
      interval: .seconds(100))
    plan.queues[0].rules.waitingPlaces = 2
    return plan
  }

  static func days(_ records: [EventRecord], _ plan: SimulationPlan) -> [DaySums] {
    let parameters = parameters(plan)
    var fold = IntervalFold(parameters)
    var details = DetailFold(parameters)
    records.withUnsafeBufferPointer {
      fold.apply($0)
      details.apply($0)
    }
    var days = fold.daySums()
    for day in days.indices {
      days[day].detail = details.sums(of: parameters.dayIntervals[day]..<parameters.dayIntervals[day + 1])
    }
    return days
  }

  static let scenario: Scenario = {
    var scenario = Scenario.small()
    scenario.teams[0].hourlyCost = Money(millionths: 36_000_000, currency: "USD")
    return scenario
  }()

  @Test func `every measure is what a finger on the log finds`() throws {
    let expected: [String: Double] = [
      // 5 offered, 2 answered, 1 of them within 20 s; 2 abandoned, 1 of them within 20 s; 1 blocked.
      "sl_excl_short_abandons": 1.0 / 4, "sl_incl_short_abandons": 2.0 / 5, "sl_answered": 1.0 / 2,
      "sl_offered": 1.0 / 5, "sl_all_late": 1.0 / 4, "service_ratio": 2.0 / 5, "delay_ratio": 4.0 / 5,
      "abandonment_in_time": 1.0 / 5, "abandonment_late": 1.0 / 5, "in_target": 2, "served": 4,
      // Waits: 0, 50 answered; 30, 10 abandoned.
      "time_to_abandon_s": 20, "wait_delayed_s": 30, "excess_s": (30.0 + 10) / 5, "excess_answered_s": 15,
      "excess_lost_s": 5, "talk_s": 70, "wrap_up_s": 0, "max_wait_s": 50, "max_wait_answered_s": 50,
      "max_wait_lost_s": 30, "max_queue": 3, "max_busy": 1,
      // Told 40 and waited 50, told 25 and hung up after 30.
      "announced_mse_s2": (100.0 + 25) / 2, "announced_mse_answered_s2": 100, "announced_mse_abandoned_s2": 25,
      "announced_bias_s": -7.5,
      // Waiting for 50 + 30 + 10 s, busy for 140 s, of 200 s.
      "avg_queue": 0.45, "avg_busy": 0.7, "avg_scheduled": 1, "avg_working": 1,
      // 200 s at $36 an hour, over 2 answered.
      "cost_by_work": 1,
      "waiting_at_end": 0, "in_hand_at_end": 0, "busy_at_end": 0,
    ]
    let context = ScoringContext(scenario: Self.scenario)
    let days = [Self.days(Self.records, Self.plan)]
    withEvery("measure", in: KPICatalog.measures.map(\.name)) { name in
      let mean = Estimate(KPICatalog.kpi(named: name)!, of: days, in: context)?.mean
      // Nobody is called back or dialled, and no work may wait.
      guard !name.contains("callback"), !name.hasPrefix("wrong_part"), name != "max_age_s" else {
        return #expect(mean == nil)
      }
      #expect(abs((mean ?? .nan) - (expected[name] ?? .infinity)) < 1e-12)
    }
  }

  @Test func `an estimate tells what was divided by what`() throws {
    let estimate = try #require(
      Estimate(.abandonmentRate, of: [Self.days(Self.records, Self.plan)], in: ScoringContext(scenario: Self.scenario)))
    #expect(estimate.numerator == 2 && estimate.denominator == 5)
  }

  @Test func `a callback waits from its promise on`() throws {
    func at(_ seconds: Int64) -> SimulationTime { .second(seconds) }
    let records = [
      EventRecord(.replicationStarted(horizon: at(200)), at: .zero),
      EventRecord(.contactArrived(contact: 1, queue: 0), at: .zero),
      EventRecord(.waitAnnounced(contact: 1, queue: 0, wait: .seconds(33)), at: .zero),
      EventRecord(.contactQueued(contact: 1, queue: 0, position: 1), at: .zero),
      EventRecord(.callbackPromised(contact: 1, queue: 0, queuedAt: .zero), at: at(10)),
      EventRecord(.contactArrived(contact: 2, queue: 0), at: at(10)),
      EventRecord(
        .contactLinked(contact: 2, queue: 0, link: .init(cause: .callback, previous: 1, rank: 1)), at: at(10)),
      EventRecord(.contactQueued(contact: 2, queue: 0, position: 1), at: at(10)),
      EventRecord(.agentSignedIn(agent: 0, team: 0), at: at(40)),
      EventRecord(.contactAnswered(contact: 2, queue: 0, agent: 0, queuedAt: at(10)), at: at(40)),
      EventRecord(.replicationFinished, at: at(200)),
    ]
    let context = ScoringContext(scenario: Self.scenario)
    // Promised at 10 s, answered at 40 s; told 33 s at the start.
    for (name, expected) in [("callback_wait_s", 30.0), ("announced_mse_callback_s2", 49)] {
      let kpi = KPICatalog.kpi(named: name)!
      #expect(Estimate(kpi, of: [Self.days(records, Self.plan)], in: context)?.mean == expected, "\(name)")
    }
  }

  /// One agent dials three times in 200 s: a wrong party after 40 s, nobody, and the right party.
  @Test func `wrong parties count among attempts, with the time of the agent`() throws {
    func at(_ seconds: Int64) -> SimulationTime { .second(seconds) }
    var log = LogBuilder(horizon: 200)
    log.at(0, .agentSignedIn(agent: 0, team: 0), .contactArrived(contact: 1, queue: 0))
    log.at(0, .contactAnswered(contact: 1, queue: 0, agent: 0, queuedAt: .zero))
    log.at(40, .wrongPartyReached(contact: 1, queue: 0, agent: 0, answeredAt: .zero))
    log.at(
      50, .contactArrived(contact: 2, queue: 0), .contactAnswered(contact: 2, queue: 0, agent: 0, queuedAt: at(50)))
    log.at(70, .attemptFailed(contact: 2, queue: 0, agent: 0, answeredAt: at(50)))
    log.at(
      80, .contactArrived(contact: 3, queue: 0), .contactAnswered(contact: 3, queue: 0, agent: 0, queuedAt: at(80)))
    log.at(150, .contactCompleted(contact: 3, queue: 0, agent: 0, answeredAt: at(80)))
    log.at(200, .agentSignedOut(agent: 0, team: 0, scheduledEnd: at(200)), .replicationFinished)
    var plan = Self.plan
    plan.queues[0].rules.channel = .outbound
    let dialing = Dialing(
      reached: .percent(50), ring: .deterministic(.seconds(20)), retryDelay: .exponential(mean: .hours(1)))
    plan.queues[0].rules.dialing = dialing
    var scenario = Self.scenario
    scenario.queues[0].rules.dialing = dialing
    let days = [Self.days(log.records, plan)]
    let expected: [(String, Double)] = [
      ("wrong_parties", 1), ("wrong_party_share", 1.0 / 3), ("wrong_party_s", 40), ("attempts", 3),
      ("reached", 1.0 / 3),
      ("avg_busy", 130.0 / 200),
    ]
    for (name, value) in expected {
      let mean = Estimate(KPICatalog.kpi(named: name)!, of: days, in: ScoringContext(scenario: scenario))?.mean
      #expect(abs((mean ?? .nan) - value) < 1e-12, "\(name)")
    }
  }

  /// Little's law as an identity of the path, and work as a part of busy time.
  @Test func `waits add up to the time that contacts waited, and work to busy time`() throws {
    try withEvery("seed", in: 0..<60) { seed in
      let plan = seed % 2 == 0 ? RandomPlan.make(seed: seed) : RandomPlan.withRules(seed: seed)
      let records = try simulate(plan, seed: UInt64(seed))
      let days = Self.days(records, plan)
      let waits = days.reduce(Int64(0)) { $0 + $1.contacts.waitAnswered + $1.contacts.waitLost }
      // Who is dialled ahead of the agents leaves the line too, and no wait of a caller ends with it.
      let dialled = records.filter { $0.kindCode == EventKind.dialStarted.rawValue }
        .reduce(Int64(0)) { $0 + $1.time - $1.reference }
      let waited = days.reduce(Int64(0)) { $0 + $1.detail!.queues.reduce(0) { $0 + $1.waitingTime } }
      // Who still waits at the end has waited, but left no line.
      let left = LogInvariants.outcome(of: records, plan: plan).waiting.isEmpty
      // Whom a dialer holds waits for an agent, in no line of the queue.
      let called = Set(records.events(.dialStarted).map(\.contact))
      let held = records.events(.contactAnswered).filter { called.contains($0.contact) }
        .reduce(Int64(0)) { $0 + $1.time - $1.reference }
      if left { #expect(waits + dialled - held == waited) } else { #expect(waits + dialled - held <= waited) }
      let busy = days.reduce(Int64(0)) { $0 + $1.agents.busy }
      let work = days.reduce(Int64(0)) { $0 + $1.detail!.work.reduce(0) { $0 + $1.reduce(0, +) } }
      #expect(work == busy)
    }
  }

  @Test func `the page of measures names what there is`() throws {
    let page = try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "docs/measures.md"), encoding: .utf8)
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| ") && !$0.hasPrefix("| measure") }
    #expect(rows.count >= 40)
    for row in rows {
      let cells = row.split(separator: "|", omittingEmptySubsequences: false)
      let names = cells[2].split(separator: "`").enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
      for name in names { #expect(KPICatalog.kpi(named: name) != nil, "\(name)") }
    }
  }
}
