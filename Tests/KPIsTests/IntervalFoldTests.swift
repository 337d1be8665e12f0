import BusyHourTesting
import ContactCenter
import EventLog
import KPITesting
import KPIs
import Simulation
import Testing

@Suite(.labelled)
struct IntervalFoldTests {
  static func fold(
    _ records: [EventRecord], _ parameters: FoldParameters, cutEvery length: Int = .max, byInterval: Bool = true
  ) -> IntervalFold {
    var fold = IntervalFold(parameters, byInterval: byInterval)
    apply(records, to: &fold, cutEvery: length)
    return fold
  }

  static func apply(_ records: [EventRecord], to fold: inout IntervalFold, cutEvery length: Int = .max) {
    records.withUnsafeBufferPointer { all in
      for start in stride(from: 0, to: all.count, by: min(length, max(1, all.count))) {
        fold.apply(UnsafeBufferPointer(rebasing: all[start..<min(all.count, start + min(length, all.count))]))
      }
    }
  }

  @Test func `sums of random plans are those of the slow fold, by day and by interval`() throws {
    var days = 0
    try withEvery("plan", in: 0..<400) { number in
      let plan = number < 250 ? RandomPlan.make(seed: number) : RandomPlan.withRules(seed: number)
      let records = try simulate(plan, seed: 3)
      let parameters = FoldParameters(plan: plan, acceptableWaits: plan.acceptableWaits)
      let fold = Self.fold(records, parameters)
      let slow = ReferenceFold(records, parameters)
      #expect(fold.daySums() == slow.daySums())
      #expect(Self.fold(records, parameters, byInterval: false).daySums() == slow.daySums(), "by day")
      for interval in 0..<parameters.intervalCount {
        #expect(
          fold.intervalSums(interval) == slow.sums(interval..<(interval + 1), withTeams: false), "interval \(interval)")
      }
      days += fold.daySums().count
    }
    #expect(days > 300)
  }

  @Test func `slips of random plans are those of the slow fold, and intervals add up to the day`() throws {
    var (unplanned, delayed, shifted) = (Int64(0), Int64(0), 0)
    try withEvery("plan", in: 0..<150) { number in
      let plan = RandomPlan.withDuties(seed: number, on: number % 2 == 0 ? nil : RandomPlan.withRules(seed: number))
      let records = try simulate(plan, seed: 3)
      let parameters = FoldParameters(plan: plan, acceptableWaits: plan.acceptableWaits)
      let fold = Self.fold(records, parameters)
      let slow = ReferenceFold(records, parameters)
      #expect(fold.daySums() == slow.daySums())
      for (day, sums) in fold.daySums().enumerated() {
        var merged = Array(repeating: TeamSums(), count: plan.teams.count)
        let place = day + parameters.warmUpDays
        for interval in parameters.dayIntervals[place]..<parameters.dayIntervals[place + 1] {
          let teams = fold.intervalSums(interval).teams
          #expect(teams == slow.sums(interval..<(interval + 1), withTeams: false).teams, "interval \(interval)")
          for team in teams.indices {
            merged[team] += teams[team]
            shifted += teams[team].breakShift == 0 ? 0 : 1
          }
        }
        for (team, own) in sums.teams.enumerated() {
          #expect(merged[team].unplanned == own.unplanned && merged[team].delayed == own.delayed)
          #expect(merged[team].breakShift == 0)
          (unplanned, delayed) = (unplanned + own.unplanned, delayed + own.delayed)
        }
      }
    }
    #expect(unplanned > 0 && delayed > 0 && shifted > 0)
  }

  @Test func `who is sent on by an outage is offered once, where they land`() throws {
    var plan = SimulationPlan.line(contacts: 1, handleTime: .deterministic(.seconds(30)), agents: 1)
    plan.queues.append(plan.queues[0])
    plan.teams = [.init(queues: [0, 1])]
    plan.arrivals[0].mix = [1, 0]
    plan.outages = [
      Outage(
        time: TimeStretch(start: .zero, end: .zero + .hours(24)), queues: [0], handling: OutageHandling(divertTo: 1))
    ]
    let records = try simulate(plan)
    let count = Int64(records.events(.contactDiverted).count)
    let sums = Self.fold(records, FoldParameters(plan: plan, acceptableWaits: plan.acceptableWaits)).daySums()[0]
    #expect(count > 0 && (sums.queues[0].offered, sums.queues[0].diverted) == (0, count))
    #expect((sums.queues[1].offered, sums.contacts.offered) == (count, count))
    #expect((sums.queues[0].customers, sums.queues[1].customers) == (count, 0))
  }

  @Test func `intervals add up to the day, days to the log`() throws {
    try withEvery("plan", in: 0..<100) { number in
      let plan = RandomPlan.make(seed: number)
      let records = try simulate(plan, seed: 4)
      let parameters = FoldParameters(plan: plan, acceptableWaits: plan.acceptableWaits)
      let fold = Self.fold(records, parameters)
      var total = AgentSums()
      for (day, sums) in fold.daySums().enumerated() {
        var merged = DaySums(
          queueCount: plan.queues.count, teamCount: plan.teams.count, activityCount: plan.activities.count)
        for interval in parameters.dayIntervals[day]..<parameters.dayIntervals[day + 1] {
          merged += fold.intervalSums(interval)
        }
        merged.teams = sums.teams  // Known by day only.
        merged.timeByActivity = sums.timeByActivity
        #expect(merged == sums)
        let together = sums.teams.reduce(into: AgentSums()) { $0 += $1.time }
        #expect(together == sums.agents)
        #expect(sums.timeByActivity.reduce(0, +) == sums.agents.scheduled - sums.agents.present)
        total += sums.agents
      }
      let contacts = fold.daySums().map(\.contacts)
      #expect(contacts.reduce(0) { $0 + $1.offered } == Int64(records.events(.contactArrived).count))
      #expect(contacts.reduce(0) { $0 + $1.talk + $1.wrapUp } == total.busy)
      #expect(total.busy <= total.present + total.overtime, "occupancy above 1")
    }
  }

  @Test func `occupancy is never above 1, in no interval`() throws {
    try withEvery("plan", in: 0..<100) { number in
      let plan = RandomPlan.make(seed: number)
      let parameters = FoldParameters(plan: plan, acceptableWaits: plan.acceptableWaits)
      let fold = Self.fold(try simulate(plan, seed: 6), parameters)
      for interval in 0..<parameters.intervalCount {
        let agents = fold.intervalSums(interval).agents
        #expect(agents.busy <= agents.present + agents.overtime)
        #expect(agents.present <= agents.scheduled)
      }
    }
  }

  @Test func `the sums do not depend on how the stream is cut, nor on what was folded before`() throws {
    try withEvery("plan", in: 0..<30) { number in
      let plan = RandomPlan.make(seed: number)
      let parameters = FoldParameters(plan: plan, acceptableWaits: plan.acceptableWaits)
      let records = try simulate(plan, seed: 5)
      let whole = Self.fold(records, parameters).daySums()
      for length in [1, 2, 7, 1_000] { #expect(Self.fold(records, parameters, cutEvery: length).daySums() == whole) }
      var used = Self.fold(try simulate(plan, seed: 99), parameters)
      used.reset()
      Self.apply(records, to: &used)
      #expect(used.daySums() == whole)
    }
  }

  /// By hand: one agent from 0 to 60 s with a break of 10 s and 5 s of overtime; intervals of 30 s.
  @Test func `a small log gives the sums that a pencil gives`() {
    var plan = SimulationPlan.line(
      horizon: .seconds(60), contacts: 4, handleTime: .deterministic(.seconds(10)), agents: 1, interval: .seconds(30))
    plan.queues[0].wrapUp = .deterministic(.seconds(2))
    var log = LogBuilder(horizon: 60)
    log.at(0, .agentSignedIn(agent: 0, team: 0))
    log.at(
      5, .contactArrived(contact: 1, queue: 0), .contactAnswered(contact: 1, queue: 0, agent: 0, queuedAt: .second(5)))
    log.at(6, .contactArrived(contact: 2, queue: 0), .contactQueued(contact: 2, queue: 0, position: 1))
    log.at(15, .contactCompleted(contact: 1, queue: 0, agent: 0, answeredAt: .second(5)))
    log.at(17, .wrapUpEnded(contact: 1, queue: 0, agent: 0, talkEndedAt: .second(15)))
    log.at(17, .breakStarted(agent: 0, activity: 0))
    log.at(26, .contactAbandoned(contact: 2, queue: 0, queuedAt: .second(6)))
    log.at(27, .breakEnded(agent: 0, activity: 0, startedAt: .second(17)))
    log.at(
      29, .contactArrived(contact: 3, queue: 0), .contactAnswered(contact: 3, queue: 0, agent: 0, queuedAt: .second(29))
    )
    log.at(30, .contactArrived(contact: 4, queue: 0), .contactQueued(contact: 4, queue: 0, position: 1))
    log.at(53, .contactCompleted(contact: 3, queue: 0, agent: 0, answeredAt: .second(29)))
    log.at(53, .contactAnswered(contact: 4, queue: 0, agent: 0, queuedAt: .second(30)))
    log.at(65, .contactCompleted(contact: 4, queue: 0, agent: 0, answeredAt: .second(53)))
    log.at(65, .agentSignedOut(agent: 0, team: 0, scheduledEnd: .second(60)), .replicationFinished)
    #expect(LogInvariants.outcome(of: log.records, plan: plan).violations == [])
    let fold = Self.fold(log.records, FoldParameters(plan: plan, acceptableWaits: [.seconds(20)]))
    let (first, second) = (fold.intervalSums(0), fold.intervalSums(1))
    func seconds(_ sums: AgentSums) -> [Int64] {
      [sums.scheduled, sums.present, sums.busy, sums.overtime].map { $0 / 1_000_000 }
    }
    #expect(seconds(first.agents) == [30, 20, 13, 0])
    #expect(seconds(second.agents) == [30, 30, 35, 5])
    let early = first.contacts
    #expect(
      [early.offered, early.answered, early.answeredInTime, early.abandoned, early.abandonedInTime] == [3, 2, 2, 1, 1])
    #expect([early.waitAnswered, early.waitLost, early.talk, early.wrapUp].map { $0 / 1_000_000 } == [0, 20, 34, 2])
    let late = second.contacts
    #expect([late.offered, late.answered, late.answeredInTime, late.completed] == [1, 1, 0, 1])
    #expect(late.waitAnswered == 23_000_000 && late.talk == 12_000_000)
  }

  @Test func `a wait of exactly the acceptable one is in time, a microsecond more is late`() {
    let plan = SimulationPlan.line(contacts: 1, handleTime: .deterministic(.zero), agents: 1)
    for (wait, inTime) in [(20_000_000, 1), (20_000_001, 0), (0, 1)] as [(Int64, Int64)] {
      let log = [
        EventRecord(kind: .contactAnswered, time: 7 + wait, reference: 7, contact: 1),
        EventRecord(kind: .contactAbandoned, time: 7 + wait, reference: 7, contact: 2),
      ]
      let sums = Self.fold(log, FoldParameters(plan: plan, acceptableWaits: [.seconds(20)])).daySums()[0].contacts
      #expect(sums.answeredInTime == inTime && sums.abandonedInTime == inTime, "\(wait)")
    }
  }

  @Test func `the peak is the interval with the greatest load, the first at a tie, whatever the queue`() {
    var plan = SimulationPlan.line(horizon: .hours(3), contacts: 0, handleTime: .deterministic(.minutes(3)), agents: 1)
    plan.queues.append(
      .init(handleTime: .deterministic(.minutes(10)), wrapUp: .deterministic(.minutes(5)), patience: nil, priority: 0))
    func piece(_ hour: Int64, _ contacts: Double) -> SimulationPlan.ArrivalStream.Piece {
      .init(start: .second(3_600 * hour), end: .second(3_600 * hour + 3_600), expectedContacts: contacts)
    }
    plan.arrivals = [
      .init(pieces: [piece(0, 40), piece(1, 10)], mix: [1, 0]),
      .init(pieces: [piece(1, 7), piece(2, 7)], mix: [0, 1]),
    ]
    // Erlangs by hour: 2; 0.5 + 1.75; 1.75.
    #expect(FoldParameters(plan: plan, acceptableWaits: [.zero, .zero]).peakInterval == 2)
    plan.arrivals[1].pieces = [piece(2, 8)]
    #expect(FoldParameters(plan: plan, acceptableWaits: [.zero, .zero]).peakInterval == 0)
  }

  @Test func `a short last interval has its own length, and its load is its own`() throws {
    var plan = SimulationPlan.line(
      horizon: .minutes(70), contacts: 0, handleTime: .deterministic(.minutes(1)), agents: 3, interval: .minutes(60))
    plan.arrivals[0].pieces = [
      .init(start: .zero, end: .second(3_600), expectedContacts: 60),
      .init(start: .second(3_600), end: .second(4_200), expectedContacts: 20),
    ]
    let parameters = FoldParameters(plan: plan, acceptableWaits: [.zero])
    // 1 erlang in the first hour, 2 in the last ten minutes.
    #expect(parameters.peakInterval == 1)
    let day = Self.fold(try simulate(plan), parameters).daySums()[0]
    #expect(day.peak.scheduled == 3 * 600_000_000)
    #expect(day.peakLength == 600_000_000)
  }
}
