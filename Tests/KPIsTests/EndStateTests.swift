import BusyHourTesting
import ContactCenter
import EventLog
import KPIs
import Testing

/// Who is inside when a day ends, and how old work was: worked out from when each contact waited and was in hand.
@Suite(.labelled)
struct EndStateTests {
  private struct Stretch {
    var start: Int64
    var end = Int64.max
    /// Inside at the last instant before it.
    func holds(before instant: Int64) -> Bool { start < instant && instant <= end }
  }

  /// By contact, with its queue; and by agent.
  private struct Story {
    var waits: [UInt32: (queue: Int, Stretch)] = [:]
    var talks: [UInt32: (queue: Int, agent: Int, Stretch)] = [:]
    var wrapUps: [(agent: Int, Stretch)] = []

    init(_ records: [EventRecord]) {
      for record in records {
        switch EventKind(rawValue: record.kindCode) {
        case .contactQueued: waits[record.contact] = (record.queue, Stretch(start: record.time))
        case .contactAbandoned, .contactDisconnected, .contactLeftMessage, .callbackPromised, .dialStarted:
          waits[record.contact]?.1.end = record.time
        case .contactAnswered:
          // A dialer has taken it out of the line before.
          if waits[record.contact]?.1.end == .max { waits[record.contact]?.1.end = record.time }
          talks[record.contact] = (record.queue, record.agent, Stretch(start: record.time))
        case .contactCompleted, .contactTransferred, .attemptFailed, .wrongPartyReached, .talkDropped:
          talks[record.contact]?.2.end = record.time
        case .wrapUpEnded: wrapUps.append((record.agent, Stretch(start: record.reference, end: record.time)))
        default: break
        }
      }
    }
  }

  @Test func `who is inside when a day ends follows from when each contact came and went`() throws {
    var (waiting, busy, wrapping, aged) = (Int64(0), Int64(0), 0, 0)
    try withEvery("plan", in: 0..<240) { number in
      var plan = number % 3 == 0 ? RandomPlan.make(seed: number) : RandomPlan.withRules(seed: number)
      if number % 4 == 3 { plan = RandomPlan.withDuties(seed: number, on: plan) }
      let records = try simulate(plan, seed: 5)
      let parameters = FoldParameters(plan: plan, acceptableWaits: plan.acceptableWaits)
      let story = Story(records)
      let length = parameters.interval.microseconds
      for (place, day) in MeasureTests.days(records, plan).enumerated() {
        let detail = day.detail!
        let start = Int64(parameters.dayIntervals[place]) * length
        let end = min(Int64(parameters.dayIntervals[place + 1]) * length, parameters.horizon.microseconds)
        for queue in plan.queues.indices {
          let lines = story.waits.values.filter { $0.queue == queue }.map(\.1)
          #expect(detail.end.waiting[queue] == Int64(lines.count { $0.holds(before: end) }), "waiting in \(queue)")
          let talks = story.talks.values.count { $0.queue == queue && $0.2.holds(before: end) }
          #expect(detail.end.inHand[queue] == Int64(talks), "in hand of \(queue)")
          let ages = lines.filter { $0.start < end && $0.end >= start }.map { min($0.end, end) - $0.start }
          #expect(detail.queues[queue].greatestAge == (parameters.isDeferred[queue] ? ages.max() ?? 0 : 0), "\(queue)")
          aged += detail.queues[queue].greatestAge > 0 ? 1 : 0
        }
        let wraps = Set(story.wrapUps.filter { $0.1.holds(before: end) }.map(\.agent))
        let people = wraps.union(story.talks.values.filter { $0.2.holds(before: end) }.map(\.agent))
        for team in plan.teams.indices {
          #expect(detail.end.busy[team] == Int64(people.count { plan.agents[$0].team == team }), "busy in \(team)")
        }
        waiting += detail.end.waiting.reduce(0, +)
        busy += detail.end.busy.reduce(0, +)
        wrapping += wraps.count
      }
    }
    #expect(waiting > 100 && busy > 100)
    #expect(wrapping > 0)
    #expect(aged > 10)
  }

  /// Letters that nobody reads: one comes at 50 s, one at 150 s, of a horizon of two days of 200 s.
  @Test func `a backlog is there at the end, and as old as it is`() {
    func at(_ seconds: Int64) -> SimulationTime { .second(seconds) }
    var plan = SimulationPlan.line(
      horizon: .seconds(400), contacts: 1, handleTime: .exponential(mean: .minutes(1)), agents: 1,
      interval: .seconds(100))
    plan.dayStarts = [.zero, at(200), at(400)]
    plan.queues[0].rules.channel = .email
    let records = [
      EventRecord(.replicationStarted(horizon: at(400)), at: .zero),
      EventRecord(.contactArrived(contact: 1, queue: 0), at: at(50)),
      EventRecord(.contactQueued(contact: 1, queue: 0, position: 1), at: at(50)),
      EventRecord(.contactArrived(contact: 2, queue: 0), at: at(150)),
      EventRecord(.contactQueued(contact: 2, queue: 0, position: 2), at: at(150)),
      EventRecord(.agentSignedIn(agent: 0, team: 0), at: at(190)),
      EventRecord(.contactAnswered(contact: 1, queue: 0, agent: 0, queuedAt: at(50)), at: at(190)),
      EventRecord(.contactCompleted(contact: 1, queue: 0, agent: 0, answeredAt: at(190)), at: at(250)),
      EventRecord(.agentSignedOut(agent: 0, team: 0, scheduledEnd: at(250)), at: at(250)),
      EventRecord(.replicationFinished, at: at(250)),
    ]
    let days = [MeasureTests.days(records, plan)]
    var scenario = Scenario.small()
    scenario.queues[0].rules.channel = .email
    let context = ScoringContext(scenario: scenario)
    func figures(_ name: String) -> [Double] {
      days[0].map {
        let fraction = KPICatalog.kpi(named: name)!.fraction($0, context)
        return fraction.numerator / fraction.denominator
      }
    }
    #expect(figures("waiting_at_end") == [1, 1])
    #expect(figures("in_hand_at_end") == [1, 0])
    #expect(figures("busy_at_end") == [1, 0])
    // 140 s when the first is taken; the second, at the horizon, 250 s.
    #expect(figures("max_age_s") == [140, 250])
    // 140 s of the first, 250 s of the second, of 400 s.
    #expect(Estimate(KPICatalog.kpi(named: "avg_queue")!, of: days, in: context)?.mean == 390.0 / 400)
  }
}
