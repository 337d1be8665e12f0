import BusyHourTesting
import ContactCenter
import EventLog
import Simulation
import Testing
import Workforce

/// From the demand of a scenario to the streams of its plan and to what staffing counts on.
@Suite(.labelled)
struct DemandTests {
  /// A week from Monday 2026-11-23, 08:00-18:00, 100 contacts a day, two queues of 60% and 40%.
  static func week(_ change: (inout Demand) -> Void = { _ in }) -> Scenario {
    var scenario = Scenario.small(days: 5, contactsPerDay: 100)
    let monday = CalendarDate(year: 2026, month: 11, day: 23)!
    for day in scenario.days.indices { scenario.days[day].date = monday.advanced(by: day) }
    scenario.queues.append(scenario.queues[0])
    scenario.queues[1].name = "triage"
    scenario.queues[1].handleTime = .exponential(mean: .minutes(10))
    scenario.demand.mix = [0.6, 0.4]
    scenario.teams[0].skills = [Skill(queue: 0), Skill(queue: 1)]
    change(&scenario.demand)
    return scenario
  }

  static func date(_ day: Int) -> CalendarDate { CalendarDate(year: 2026, month: 11, day: 23 + day)! }

  /// Expected contacts of a stretch of one day of the plan, by queue.
  static func expected(_ scenario: Scenario, day: Int, _ from: Int64, _ to: Int64) throws -> [Double] {
    expected(try PlanBuilder.build(scenario).plan.arrivals, day: day, from, to)
  }

  static func expected(_ streams: [SimulationPlan.ArrivalStream], day: Int, _ from: Int64, _ to: Int64) -> [Double] {
    let stretch = TimeStretch(
      start: .second(3_600 * (24 * Int64(day) + from)), end: .second(3_600 * (24 * Int64(day) + to)))
    var sums = [0.0, 0.0]
    for expectation in streams.flatMap(\.expectations) {
      for queue in sums.indices {
        var piece = expectation.piece
        piece.expectedContacts = expectation.contacts[queue]
        sums[queue] += piece.cut(to: stretch)?.expectedContacts ?? 0
      }
    }
    return sums
  }

  func expect(_ values: [Double], _ wanted: [Double], sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(zip(values, wanted).allSatisfy { abs($0 - $1) < 1e-6 }, "\(values)", sourceLocation: sourceLocation)
  }

  @Test func `a plain demand is one plain stream`() throws {
    let streams = try PlanBuilder.build(Self.week()).plan.arrivals
    #expect(streams.count == 1)
    #expect(streams[0] == .init(pieces: streams[0].pieces, mix: [0.6, 0.4]))
  }

  @Test func `queues come on their days, and share them in the proportions of the mix`() throws {
    let scenario = Self.week { $0.queueDays = [[.monday, .tuesday], [.tuesday, .wednesday, .thursday, .friday]] }
    for (day, wanted) in [[100.0, 0], [60, 40], [0, 100], [0, 100], [0, 100]].enumerated() {
      expect(try Self.expected(scenario, day: day, 0, 24), wanted)
    }
    let one = Self.week { $0.queueDays = [nil, [.friday]] }
    expect(try Self.expected(one, day: 0, 0, 24), [100, 0])
    expect(try Self.expected(one, day: 4, 0, 24), [60, 40])
  }

  @Test func `dates have a factor or contacts of their own`() throws {
    let scenario = Self.week {
      $0.dates = [.init(date: Self.date(1), volume: .factor(1.3)), .init(date: Self.date(3), volume: .contacts(70))]
    }
    try withEvery("day", in: [100, 130, 100, 70, 100].enumerated()) { day, contacts in
      expect(try Self.expected(scenario, day: day, 0, 24), [0.6 * contacts, 0.4 * contacts])
    }
  }

  @Test func `weekdays and queues have shapes of their own, and keep their volume`() throws {
    let scenario = Self.week {
      $0.weekdayProfiles = [
        nil, [.init(clock: .hours(8, 9), weight: 1), .init(clock: .hours(9, 18), weight: 3)], nil, nil, nil, nil, nil,
      ]
      $0.queueProfiles = [nil, [.init(clock: .hours(17, 18), weight: 1)]]
    }
    expect(try Self.expected(scenario, day: 0, 8, 9), [6, 0])
    expect(try Self.expected(scenario, day: 1, 8, 9), [15, 0])
    expect(try Self.expected(scenario, day: 1, 17, 18), [5, 40])
    expect(try Self.expected(scenario, day: 1, 0, 24), [60, 40])
    let streams = try PlanBuilder.build(scenario).plan.arrivals
    #expect(streams.map(\.mix) == [[1, 0], [0, 1]])
  }

  @Test func `staffing follows the queues' shapes`() throws {
    let scenario = Self.week { $0.queueProfiles = [nil, [.init(clock: .hours(17, 18), weight: 1)]] }
    let loads = IntervalLoad.loads(of: 0, in: scenario, Forecast(scenario), intervals: scenario.intervalCount)
    // 08:00: 3 contacts of 5 minutes in 30 minutes; 17:00: 3 of 5 and 20 of 10 minutes.
    #expect(abs(loads[16].offeredLoadErlangs - 0.5) < 1e-9)
    #expect(abs(loads[34].offeredLoadErlangs - (15 + 200) / 30.0) < 1e-9)
    #expect(abs(loads[34].contacts - 23) < 1e-9)
  }

  @Test func `counts of a date are taken as they are, by queue where they are by queue`() throws {
    let clock = [ClockRange.hours(8, 9), .hours(9, 10)]
    let scenario = Self.week { demand in
      demand.process = .exact
      demand.counts = (0..<5).flatMap { day in
        [
          DateCounts(date: Self.date(day), queue: 0, pieces: [.init(clock: clock[0], weight: Double(10 + day))]),
          DateCounts(date: Self.date(day), queue: 1, pieces: [.init(clock: clock[1], weight: 7)]),
        ]
      }
      demand.dates = [.init(date: Self.date(4), volume: .factor(2))]
    }
    expect(try Self.expected(scenario, day: 0, 8, 9), [10, 0])
    expect(try Self.expected(scenario, day: 3, 8, 10), [13, 7])
    expect(try Self.expected(scenario, day: 4, 0, 24), [28, 14])
    var simulator = try Simulator(plan: PlanBuilder.build(scenario).plan)
    withEvery("replication", in: 0..<5) { replication in
      let arrived = simulator.log(seed: 1, replication: replication).events(.contactArrived)
      #expect(arrived.count { $0.queue == 0 } == 10 + 11 + 12 + 13 + 28)
      #expect(arrived.count { $0.queue == 1 } == 7 * 4 + 14)
    }
  }

  @Test func `chance beyond single callers becomes factors of the streams`() throws {
    let variation = DemandVariation(
      uncertainty: 0.08, busyness: 0.3, isBusynessByQueue: true, fluctuation: 0.15, correlation: 0.7)
    let streams = try PlanBuilder.build(Self.week { $0.variation = variation }).plan.arrivals
    #expect(streams.count == 2)
    withEvery("queue", in: 0..<2) { queue in
      let wanted: [RateFactor] = [
        .init(.replication, coefficientOfVariation: 0.08),
        .init(.day, coefficientOfVariation: 0.3, group: queue),
        .init(.interval(correlation: 0.7), coefficientOfVariation: 0.15),
      ]
      #expect(streams[queue].factors == wanted)
    }
    let together = Self.week { $0.variation = DemandVariation(busyness: 0.3) }
    #expect(
      try PlanBuilder.build(together).plan.arrivals.map(\.factors) == [[.init(.day, coefficientOfVariation: 0.3)]])
  }

  @Test func `staffing counts on expected contacts, whatever the chance`() throws {
    func table(_ change: (inout Demand) -> Void) throws -> StaffingTable {
      var scenario = Self.week(change)
      scenario.teams[0].schedule = .solved
      return try StaffingTable(scenario)
    }
    let plain = try table { _ in }
    #expect(try table { $0.variation = DemandVariation(uncertainty: 0.2, busyness: 0.5, fluctuation: 0.3) } == plain)
    #expect(try table { $0.process = .renewal(coefficientOfVariation: 2) } == plain)
    #expect(
      try table { $0.earlyCallers = .init(share: .percent(9), within: .minutes(20), areTurnedAway: false) } == plain)
  }

  static func event(_ factor: Double, queue: Int? = nil, isForeseen: Bool = true, day: Int? = 1) -> SpecialEvent {
    SpecialEvent(
      date: day.map { date($0) }, start: .hours(10), length: .hours(2), factor: factor, queue: queue,
      isForeseen: isForeseen)
  }

  @Test func `an event multiplies the contacts of its stretch, date and queue`() throws {
    let tripled = Self.week { $0.events = [Self.event(3, queue: 1)] }
    expect(try Self.expected(tripled, day: 1, 10, 12), [12, 24])
    expect(try Self.expected(tripled, day: 1, 12, 18), [36, 24])
    expect(try Self.expected(tripled, day: 2, 10, 12), [12, 8])
    expect(try Self.expected(Self.week { $0.events = [Self.event(0.25)] }, day: 1, 9, 12), [9, 6])
    expect(try Self.expected(Self.week { $0.events = [Self.event(0, queue: 0, day: nil)] }, day: 4, 10, 11), [0, 4])
    let both = Self.week { $0.events = [Self.event(3), Self.event(2, queue: 1), Self.event(0.5)] }
    expect(try Self.expected(both, day: 1, 10, 12), [18, 24])
  }

  @Test func `an event leaves the contacts that come anyway untouched`() throws {
    func arrivals(_ change: (inout Demand) -> Void) throws -> Set<[Int64]> {
      var simulator = try Simulator(plan: PlanBuilder.build(Self.week(change)).plan)
      return Set(simulator.log(seed: 3).events(.contactArrived).map { [$0.time, Int64($0.queue)] })
    }
    let plain = try arrivals { _ in }
    let more = try arrivals { $0.events = [Self.event(3)] }
    let most = try arrivals { $0.events = [Self.event(3), Self.event(4, day: 3)] }
    let fewer = try arrivals { $0.events = [Self.event(0.5)] }
    #expect(plain.isSubset(of: more) && more.isSubset(of: most) && fewer.isSubset(of: plain))
    #expect(plain.count < more.count && more.count < most.count && fewer.count < plain.count)
    let early = try arrivals {
      $0.earlyCallers = .init(share: .percent(5), within: .minutes(30), areTurnedAway: false)
      $0.events = [Self.event(3)]
    }
    #expect(more.isSubset(of: early))
  }

  @Test func `staffing counts on foreseen events and not on surprises`() throws {
    func planned(_ event: SpecialEvent) -> [Double] {
      Self.expected(Forecast(Self.week { $0.events = [event] }).planned, day: 1, 10, 12)
    }
    expect(planned(Self.event(3)), [36, 24])
    expect(planned(Self.event(0.5, queue: 0)), [6, 8])
    expect(planned(Self.event(3, isForeseen: false)), [12, 8])
    let scenario = Self.week { $0.events = [Self.event(3, queue: 1)] }
    let load = IntervalLoad.loads(of: 0, in: scenario, Forecast(scenario), intervals: scenario.intervalCount)[48 + 20]
    #expect(abs(load.offeredLoadErlangs - (3 * 5 + 6 * 10) / 30.0) < 1e-9)
  }

  @Test func `early callers come before each opening, late ones after each closing`() throws {
    let scenario = Self.week {
      $0.earlyCallers = .init(share: .percent(5), within: .minutes(30), areTurnedAway: false)
      $0.lateCallers = .init(share: .percent(10), within: .hours(1), areTurnedAway: true)
    }
    let streams = try PlanBuilder.build(scenario).plan.arrivals
    withEvery("day", in: 0..<5) { day in
      expect(Self.expected(streams, day: day, 0, 8), [3, 2])
      expect(Self.expected(streams, day: day, 8, 18), [60, 40])
      expect(Self.expected(streams, day: day, 18, 24), [6, 4])
    }
    #expect(streams.map(\.isTurnedAway) == [false, false, true])
    #expect(streams[1].pieces[0].start == .second(27_000) && streams[2].pieces[0].end == .second(19 * 3_600))
    var simulator = try Simulator(plan: PlanBuilder.build(scenario).plan)
    let log = simulator.log(seed: 5)
    let day: Int64 = 86_400_000_000
    let early = log.events(.contactAnswered).filter { $0.reference % day < 8 * 3_600_000_000 }
    #expect(early.count > 8)
    #expect(early.allSatisfy { $0.time % day >= 8 * 3_600_000_000 }, "they wait for opening")
    let late = log.events(.contactDisconnected)
    #expect(late.count > 20)
    #expect(late.allSatisfy { $0.time == $0.reference && $0.time % day >= 18 * 3_600_000_000 })
  }

  /// One who comes at half past seven, and deferred work that is there already.
  private static func withEarlyShift(_ change: (inout Scenario) -> Void = { _ in }) throws -> SimulationPlan {
    var scenario = week {
      $0.earlyCallers = .init(share: .percent(20), within: .minutes(30), areTurnedAway: false)
    }
    scenario.queues[1].rules.channel = .email
    scenario.teams[0].schedule = .shifts([
      Shift(
        name: "early", days: Set(Weekday.allCases), hours: ClockRange(start: .hours(7) + .minutes(30), end: .hours(18)),
        breaks: [], count: 6)
    ])
    change(&scenario)
    return try PlanBuilder.build(scenario).plan
  }

  @Test func `people who come before opening leave callers at the door, and do other work meanwhile`() throws {
    let plan = try Self.withEarlyShift()
    var simulator = try Simulator(plan: plan)
    let log = simulator.log(seed: 5)
    let (day, opening) = (Int64(86_400_000_000), Int64(8 * 3_600_000_000))
    let early = log.events(.contactAnswered).filter { $0.reference % day < opening }
    let (calls, mails) = (early.filter { $0.queue == 0 }, early.filter { $0.queue == 1 })
    #expect(calls.count > 20 && calls.allSatisfy { $0.time % day >= opening })
    // Free people take the first of those who wait at the instant of opening.
    #expect(calls.count { $0.time % day == opening } >= 10)
    #expect(mails.contains { $0.time % day < opening })
    #expect(LogInvariants.outcome(of: log, plan: plan).violations == [])
  }

  @Test func `hours of a skill stand before the door, and without early people there is none`() throws {
    let onCall = try Self.withEarlyShift { $0.teams[0].skillHours = [0: [.allDay]] }
    var simulator = try Simulator(plan: onCall)
    let opening = Int64(8 * 3_600_000_000)
    #expect(
      simulator.log(seed: 5).events(.contactAnswered).contains { $0.queue == 0 && $0.time % 86_400_000_000 < opening })
    let plain = try PlanBuilder.build(
      Self.week { $0.earlyCallers = .init(share: .percent(20), within: .minutes(30), areTurnedAway: false) }
    ).plan
    #expect(plain.isPlain)
  }

  @Test func `callers after the last closing come, though the last day is over`() throws {
    var scenario = Self.week {
      $0.lateCallers = .init(share: .percent(10), within: .hours(1), areTurnedAway: false)
    }
    for day in scenario.days.indices { scenario.days[day].open = [ClockRange(start: .hours(14), end: .hours(24))] }
    let plan = try PlanBuilder.build(scenario).plan
    let pieces = try #require(plan.arrivals.last).pieces
    #expect(
      pieces.last?.end == .zero + .days(Int64(scenario.days.count)) + .hours(1) && plan.horizon == pieces.last?.end)
    #expect(pieces.allSatisfy { abs($0.expectedContacts - pieces[0].expectedContacts) < 1e-9 })
  }

  @Test func `a center that never closes has no callers outside its hours`() throws {
    var scenario = Self.week {
      $0.earlyCallers = .init(share: .percent(5), within: .minutes(30), areTurnedAway: false)
      $0.lateCallers = .init(share: .percent(10), within: .hours(1), areTurnedAway: true)
    }
    for day in scenario.days.indices { scenario.days[day].open = [.allDay] }
    #expect(try PlanBuilder.build(scenario).plan.arrivals.count == 1)
  }
}
