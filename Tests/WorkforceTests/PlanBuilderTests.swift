import BusyHourTesting
import ContactCenter
import EventLog
import Simulation
import Testing
import Workforce

@Suite(.labelled)
struct PlanBuilderTests {
  /// People scheduled and people on the phones at an instant, read from the plan's duties.
  static func present(_ plan: SimulationPlan, at hour: Double) -> (scheduled: Int, onPhones: Int) {
    let now = Int64(hour * 3.6e9)
    var isIn = [Int: Bool]()
    var awayUntil = [Int: Int64]()
    for duty in plan.duties where duty.time.microseconds <= now {
      switch duty.kind {
      case .signIn: (isIn[duty.agent], awayUntil[duty.agent]) = (true, 0)
      case .signOut: isIn[duty.agent] = false
      case .away: awayUntil[duty.agent] = .max
      case .chance, .mayResign: break
      case .pause(_, let length): awayUntil[duty.agent] = duty.time.microseconds + length.microseconds
      }
    }
    let scheduled = isIn.filter(\.value).map(\.key)
    return (scheduled.count, scheduled.count { awayUntil[$0]! <= now })
  }

  static func plan(_ scenario: Scenario) throws -> SimulationPlan { try PlanBuilder.build(scenario).plan }

  static func shift(
    _ start: Int64, _ end: Int64, count: Int, breaks: [Shift.Break] = [], days: Set<Weekday> = Set(Weekday.allCases)
  ) -> Shift {
    Shift(name: "s", days: days, hours: .hours(start, end), breaks: breaks, count: count)
  }

  static let scenarios: [(name: String, scenario: Scenario)] = {
    var disconnecting = Scenario.small(days: 3, schedule: .throughout(6), shrinkage: .planned(30, unplanned: 10))
    disconnecting.afterClose = .disconnect
    let lunch = Shift.Break(activity: "lunch", length: .minutes(30), window: .hours(11, 14))
    let rest = Shift.Break(activity: "break", length: .minutes(15), window: nil)
    return [
      ("throughout", .small(days: 5, schedule: .throughout(10), shrinkage: .planned(30))),
      (
        "by clock",
        .small(
          days: 2, schedule: .byClock([.init(clock: .hours(6, 12), count: 3), .init(clock: .hours(12, 20), count: 7)]),
          shrinkage: .planned(30))
      ),
      ("solved", .small(days: 2, contactsPerDay: 400, schedule: .solved, shrinkage: .planned(20, unplanned: 10))),
      (
        "shifts",
        .small(
          days: 3,
          schedule: .shifts([
            shift(8, 16, count: 4, breaks: [lunch, rest, rest]), shift(10, 18, count: 3, breaks: [rest]),
          ]), shrinkage: .planned(25))
      ),
      (
        "night",
        .small(
          days: 3, open: .hours(0, 24),
          schedule: .shifts([shift(23, 31, count: 3), shift(7, 15, count: 5), shift(15, 23, count: 4)]))
      ),
      ("disconnecting", disconnecting),
    ]
  }()

  @Test func `every kind of schedule gives a plan that runs and keeps the laws`() throws {
    try withEvery("scenario", in: Self.scenarios.map(\.name)) { name in
      let plan = try Self.plan(Self.scenarios.first { $0.name == name }!.scenario)
      let records = try simulate(plan)
      let outcome = LogInvariants.outcome(of: records, plan: plan)
      #expect(outcome.violations == [] && outcome.completed > 100)
      #expect(outcome.waiting.isEmpty && outcome.talking.isEmpty)
    }
  }

  @Test func `so many people over all open hours, shrinkage rounded down`() throws {
    let plan = try Self.plan(.small(days: 2, schedule: .throughout(20), shrinkage: .planned(30)))
    for hour in [8, 13, 17.9, 32, 41.5] { #expect(Self.present(plan, at: hour) == (20, 14), "\(hour)") }
    for hour in [7.9, 18, 31.9, 42] { #expect(Self.present(plan, at: hour) == (0, 0), "\(hour)") }
    #expect(Self.present(try Self.plan(.small(schedule: .throughout(7), shrinkage: .planned(30))), at: 9) == (7, 4))
  }

  @Test func `levels by the clock follow it inside the opening hours`() throws {
    let plan = try Self.plan(Self.scenarios[1].scenario)
    for (hour, scheduled, onPhones) in [
      (7.5, 0, 0), (8, 3, 2), (11.99, 3, 2), (12, 7, 4), (17.9, 7, 4), (18, 0, 0), (33, 3, 2),
    ] {
      #expect(Self.present(plan, at: hour) == (scheduled, onPhones), "\(hour)")
    }
  }

  @Test func `the solver's staffing is what the requirement says, interval by interval`() throws {
    var scenario = Scenario.small(contactsPerDay: 600, schedule: .solved, shrinkage: .planned(30))
    scenario.demand.profile = (0..<24).map { .init(clock: .hours($0, $0 + 1), weight: Double(1 + ($0 * 7) % 5)) }
    let built = try PlanBuilder.build(scenario)
    let requirements = try #require(built.staffing).teams[0]
    withEvery("interval", in: requirements.indices) { index in
      let requirement = requirements[index]
      let there = Self.present(built.plan, at: Double(index) / 2 + 0.25)
      #expect(there.scheduled == requirement.scheduled)
      #expect(there.onPhones >= requirement.positions)
    }
  }

  @Test func `the night shift of the day before reaches into the first morning`() throws {
    let plan = try Self.plan(Self.scenarios[4].scenario)
    for (hour, count) in [(0, 3), (6.9, 3), (7, 5), (15, 4), (23, 3), (30.9, 3), (31, 5), (71.9, 3)] {
      #expect(Self.present(plan, at: hour).scheduled == count, "\(hour)")
    }
    #expect(plan.duties.allSatisfy { $0.time <= plan.horizon })
  }

  @Test func `breaks lie in their window, one after another, and keep their length`() throws {
    let plan = try Self.plan(Self.scenarios[3].scenario)
    let lunch = try #require(plan.activities.firstIndex(of: "lunch"))
    var starts: [Int64] = []
    for duty in plan.duties where duty.time < .second(86_400) {
      guard case .pause(lunch, let length) = duty.kind else { continue }
      #expect(length == .minutes(30))
      #expect(duty.time >= .second(11 * 3_600) && duty.time + length <= .second(14 * 3_600))
      #expect(duty.time.microseconds % 60_000_000 == 0)
      starts.append(duty.time.microseconds)
    }
    // 4 people, of whom 25% are away: 3 have lunch.
    #expect(starts.count == 3 && Set(starts).count == 3)
  }

  @Test func `shifts that the center or the weekday does not have are not worked`() throws {
    var scenario = Scenario.small(
      days: 3, schedule: .shifts([Self.shift(8, 18, count: 2, days: [.monday, .wednesday])]))
    #expect(Self.present(try Self.plan(scenario), at: 33).scheduled == 0)
    #expect(Self.present(try Self.plan(scenario), at: 57).scheduled == 2)
    scenario.days[2].open = []
    #expect(Self.present(try Self.plan(scenario), at: 57).scheduled == 0)
  }

  @Test func `planned categories take their shares of the absentees in order`() throws {
    let shrinkage = Shrinkage(
      planned: [.init(name: "training", share: .percent(20)), .init(name: "meeting", share: .percent(10))],
      unplanned: [])
    let plan = try Self.plan(.small(schedule: .throughout(20), shrinkage: shrinkage))
    var away: [String: Int] = [:]
    for duty in plan.duties {
      if case .away(let activity) = duty.kind { away[plan.activities[activity], default: 0] += 1 }
    }
    #expect(away == ["training": 4, "meeting": 2])
  }

  @Test func `only those who leave at closing stay for the line, and only where the line is served`() throws {
    for (name, scenario) in Self.scenarios {
      let plan = try Self.plan(scenario)
      for duty in plan.duties {
        guard case .signOut(let stays) = duty.kind else { continue }
        let isClosing =
          name != "night" ? duty.time.microseconds % 86_400_000_000 == 18 * 3_600_000_000 : duty.time == plan.horizon
        #expect(stays == (isClosing && scenario.afterClose == .serve), "\(name) at \(duty.time)")
      }
      #expect(plan.disconnects.isEmpty == (scenario.afterClose == .serve), "\(name)")
    }
  }

  @Test func `a line that is cut stays closed till the next opening, or till callers stand at the door`() throws {
    var scenario = Scenario.small(days: 2, open: .hours(8, 12))
    for day in scenario.days.indices { scenario.days[day].open.append(.hours(14, 18)) }
    scenario.afterClose = .disconnect
    func hours(_ times: [SimulationTime]) -> [Double] { times.map { Double($0.microseconds) / 3.6e9 } }
    #expect(hours(try Self.plan(scenario).disconnects) == [12, 18, 36, 42])
    #expect(hours(try Self.plan(scenario).closedUntil.dropLast()) == [14, 32, 38])
    #expect(try Self.plan(scenario).closedUntil.last == .limit)
    scenario.demand.earlyCallers = ClosedTimeCallers(share: .percent(5), within: .minutes(30), areTurnedAway: false)
    #expect(hours(try Self.plan(scenario).closedUntil.dropLast()) == [13.5, 31.5, 37.5])
    scenario.demand.earlyCallers?.areTurnedAway = true
    #expect(hours(try Self.plan(scenario).closedUntil.dropLast()) == [14, 32, 38])
  }

  @Test func `tours of one agent never overlap, and duties are in order`() throws {
    try withEvery("scenario", in: Self.scenarios.map(\.name)) { name in
      let plan = try Self.plan(Self.scenarios.first { $0.name == name }!.scenario)
      #expect(zip(plan.duties, plan.duties.dropFirst()).allSatisfy { $0.time <= $1.time })
      var isIn = Array(repeating: false, count: plan.agents.count)
      for duty in plan.duties {
        switch duty.kind {
        case .signIn:
          #expect(!isIn[duty.agent])
          isIn[duty.agent] = true
        case .signOut:
          #expect(isIn[duty.agent])
          isIn[duty.agent] = false
        case .away, .pause, .chance: #expect(isIn[duty.agent])
        case .mayResign: break
        }
      }
      #expect(!isIn.contains(true))
    }
  }

  @Test func `a solved team has somebody there in open hours without calls`() throws {
    var scenario = Scenario.small(contactsPerDay: 200, open: .hours(8, 12), schedule: .solved)
    scenario.demand.profile = [.init(clock: .hours(8, 10), weight: 1)]
    let plan = try PlanBuilder.build(scenario).plan
    let lastSignOut = plan.duties.last { if case .signOut = $0.kind { true } else { false } }
    #expect(lastSignOut?.time == .zero + .hours(12))
  }

  @Test func `a target that no staffing meets hinders only a scenario that asks for the staffing`() throws {
    var scenario = Scenario.small(schedule: .throughout(6))
    scenario.staffingTarget = .percent(100)
    #expect(try !PlanBuilder.build(scenario).plan.agents.isEmpty)
    scenario.targets = [
      Target(metric: "occupancy", name: "occupancy", range: .init(lower: 0.75, upper: 0.85), text: "75% to 85%")
    ]
    #expect(try TargetContradiction.find(in: scenario).isEmpty)
    scenario.teams[0].schedule = .solved
    #expect(throws: StaffingProblem.self) { try PlanBuilder.build(scenario) }
  }

  @Test func `a night belongs to the day on which it began`() throws {
    let evening = ClockRange(start: .hours(20), end: .hours(28))
    var scenario = Scenario.small(days: 3, open: evening)
    scenario.days[2].open = []
    let plan = try PlanBuilder.build(scenario).plan
    #expect(plan.dayStarts == [.zero, .zero + .hours(28), .zero + .hours(52), plan.horizon])
    let open = Scenario.small(days: 2, open: .allDay)
    #expect(try PlanBuilder.build(open).plan.dayStarts == [.zero, .zero + .hours(24), .zero + .hours(48)])
  }

  @Test func `hours of a skill are laid over every day, nights that began before the first included`() throws {
    var scenario = Scenario.small(days: 2, schedule: .throughout(3))
    scenario.teams[0].skillHours = [0: [ClockRange(start: .hours(18), end: .hours(32))]]
    let stretches = try Self.plan(scenario).teams[0].skills[0].hours
    let end = Int64(scenario.horizon.inHours)
    let expected = [(0, 8), (18, 32), (42, end)].filter { $0.0 < end }
    #expect(stretches == expected.map { TimeStretch(start: .zero + .hours($0), end: .zero + .hours(min($1, end))) })
  }

  @Test func `a plan with rules knows when the center is open, a plain one need not`() throws {
    var scenario = Scenario.small(days: 2, schedule: .throughout(3))
    #expect(try Self.plan(scenario).openTime.isEmpty)
    scenario.queues[0].rules.waitingPlaces = 5
    let open = try Self.plan(scenario).openTime
    let expected = scenario.days.enumerated().map { index, day in
      let midnight = SimulationTime.zero + .days(Int64(index))
      return TimeStretch(start: midnight + day.open[0].start, end: midnight + day.open[0].end)
    }
    #expect(open == expected)
    #expect(try Self.plan(scenario).queues[0].openTime == nil)
  }

  @Test func `a queue of some weekdays is open on these, its nights included`() throws {
    var scenario = Scenario.small(days: 4, open: .hours(20, 28), schedule: .throughout(3))
    scenario.demand.queueDays = [[.monday, .wednesday, .saturday]]
    #expect(try Self.plan(scenario).queues[0].openTime == nil)  // Plain: nobody comes back.
    scenario.queues[0].rules.waitingPlaces = 5
    let hours = [(20, 28), (68, 76)].map { TimeStretch(start: .zero + .hours($0), end: .zero + .hours($1)) }
    #expect(try Self.plan(scenario).queues[0].openTime == hours)
    scenario.demand.queueDays = [[.saturday]]
    #expect(try Self.plan(scenario).queues[0].openTime == [])
  }
}
