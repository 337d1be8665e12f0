import BusyHourTesting
import ContactCenter
import EventLog
import KPIs
import Testing

/// Costs worked out by hand.
@Suite(.labelled)
struct CostTests {
  static let hour: Int64 = 3_600_000_000
  static func dollars(_ millionths: Int64) -> Money { Money(millionths: millionths, currency: "USD") }

  /// A front team at $20/h, a partner; phone calls and outbound calls.
  static func scenario(_ change: (inout Scenario) -> Void = { _ in }) -> Scenario {
    var scenario = Scenario.small()
    scenario.queues.append(scenario.queues[0])
    scenario.queues[1].name = "outbound"
    scenario.queues[1].rules.channel = .outbound
    scenario.queues[0].rules.outcome = OutcomeRules(resolved: .percent(80))
    scenario.teams.append(scenario.teams[0])
    scenario.teams[0].hourlyCost = dollars(20_000_000)
    scenario.teams[1].price = .contact(dollars(4_000_000))
    scenario.targets = [
      Target(metric: "abandonment", name: "abandonment", range: .init(upper: 0.05), text: "at most 5%")
    ]
    change(&scenario)
    return scenario
  }

  /// 100 phone contacts offered: 90 answered, 80 of them in time, 10 abandoned; 20 outbound.
  static let day: DaySums = {
    var day = DaySums(queueCount: 2, teamCount: 2, activityCount: 0)
    (day.queues[0].offered, day.queues[0].answered, day.queues[0].answeredInTime, day.queues[0].abandoned) =
      (100, 90, 80, 10)
    (day.queues[0].blocked, day.queues[0].resolved) = (3, 75)
    day.queues[0].selfService = hour / 3
    // 30 minutes of waits, 6 hours of talk; outbound: 5 minutes of waiting work, 1 hour of talk.
    (day.queues[0].waitAnswered, day.queues[0].waitLost, day.queues[0].talk) = (hour / 3, hour / 6, 6 * hour)
    (day.queues[1].offered, day.queues[1].answered, day.queues[1].answeredInTime) = (20, 20, 20)
    (day.queues[1].waitAnswered, day.queues[1].talk) = (hour / 12, hour)
    (day.agents.scheduled, day.teams[0].time.scheduled, day.teams[1].time.scheduled) = (60 * hour, 40 * hour, 20 * hour)
    (day.teams[0].time.overtime, day.teams[0].premium) = (2 * hour, 3 * hour)
    (day.teams[1].answered, day.teams[1].time.busy) = (50, 5 * hour)
    return day
  }()

  static func figure(_ name: String, _ scenario: Scenario) -> Double? {
    Estimate(KPICatalog.kpi(named: name)!, of: [[day]], in: ScoringContext(scenario: scenario))?.mean
  }

  @Test func `every kind of cost is what a calculator says`() {
    let scenario = Self.scenario {
      $0.costs.overtime = .percent(50)
      $0.costs.seat = Self.dollars(80_000_000)
      $0.costs.customerRecords = Self.dollars(100_000_000)
      $0.costs.training = Self.dollars(1_200_000_000)
      $0.costs.telephony = Self.dollars(20_000)
      $0.costs.abandoned = Self.dollars(2_000_000)
      $0.costs.blocked = Self.dollars(1_000_000)
      $0.costs.late = Self.dollars(500_000)
      $0.costs.missedTargets = [.init(target: "abandonment", amount: Self.dollars(500_000_000))]
    }
    // $20 x (40 h + 3 h of premiums + 2 h x 1.5); 40 h x (12 x $180 + $1,200) / 2,080 h; 50 x $4;
    // (20 + 30 + 360 + 60) minutes x $0.02; 10 x $2 + 3 x $1 + 10 x $0.50 + $500 for 10% abandoned.
    let parts: [(String, Double)] = [
      ("cost_wages", 20 * 46), ("cost_equipment", 40 * 3_360.0 / 2_080), ("cost_partners", 200),
      ("cost_telephony", 470 * 0.02), ("cost_penalties", 20 + 3 + 5 + 500),
    ]
    withEvery("cost", in: parts) { name, expected in
      #expect(abs((Self.figure(name, scenario) ?? .nan) - expected) < 1e-9)
    }
    let total = parts.reduce(0) { $0 + $1.1 }
    #expect(abs((Self.figure("cost", scenario) ?? .nan) - total) < 1e-9)
    #expect(abs((Self.figure("cost_per_contact", scenario) ?? .nan) - total / 110) < 1e-9)
    #expect(abs((Self.figure("cost_per_resolved", scenario) ?? .nan) - total / 75) < 1e-9)
    // 60 scheduled hours are 60 x 12 / 2,080 full-time months.
    #expect(abs((Self.figure("cost_per_fte", scenario) ?? .nan) - total / (60 * 12.0 / 2_080)) < 1e-9)
  }

  @Test func `a partner by the minute is paid for its work`() {
    let scenario = Self.scenario { $0.teams[1].price = .minute(Self.dollars(850_000)) }
    #expect(abs((Self.figure("cost_partners", scenario) ?? .nan) - 300 * 0.85) < 1e-9)
  }

  @Test func `a target that is met costs nothing`() {
    let scenario = Self.scenario {
      $0.targets[0].range = .init(upper: 0.1)
      $0.costs.missedTargets = [.init(target: "abandonment", amount: Self.dollars(500_000_000))]
    }
    #expect(Self.figure("cost_penalties", scenario) == 0)
  }

  @Test func `wages alone are the cost per contact, and nothing else is told`() {
    let scenario = Self.scenario {
      $0.teams[1].price = nil
      $0.teams[1].hourlyCost = Self.dollars(10_000_000)
    }
    // 43 h x $20 + 20 h x $10, over 110 contacts; overtime is not paid where nothing says so.
    #expect(abs((Self.figure("cost_per_contact", scenario) ?? .nan) - 1_060 / 110.0) < 1e-9)
    #expect(Self.figure("cost", scenario) == nil)
  }

  @Test func `a team without wage and price leaves costs unknown`() {
    #expect(Self.figure("cost_per_contact", Self.scenario { $0.teams[1].price = nil }) == nil)
  }

  /// One agent from 20:00 to 04:00 over two days: at night 50% more from 22:00 to 06:00, on the second day 25% more.
  @Test func `premiums are paid for the time that they hold, on the day on which it is worked`() {
    let at = { (hours: Int64) in SimulationTime.zero + .hours(hours) }
    var plan = SimulationPlan.line(
      horizon: .hours(48), contacts: 1, handleTime: .exponential(mean: .minutes(1)), agents: 1)
    plan.dayStarts = [.zero, at(24), at(48)]
    plan.premiums = [
      PayPremium(time: TimeStretch(start: at(22), end: at(30)), share: .percent(50)),
      PayPremium(time: TimeStretch(start: at(24), end: at(48)), share: .percent(25)),
    ]
    let records = [
      EventRecord(.replicationStarted(horizon: at(48)), at: .zero),
      EventRecord(.agentSignedIn(agent: 0, team: 0), at: at(20)),
      EventRecord(.agentSignedOut(agent: 0, team: 0, scheduledEnd: at(28)), at: at(29)),
      EventRecord(.replicationFinished, at: at(48)),
    ]
    var fold = IntervalFold(FoldParameters(plan: plan, acceptableWaits: [.seconds(20)]))
    for _ in 0..<2 {
      fold.reset()
      records.withUnsafeBufferPointer { fold.apply($0) }
      let days = fold.daySums()
      // 2 h x 50% before midnight; 4 h x (50% + 25%) after it. Overtime has no premium.
      #expect(days.map(\.teams[0].premium) == [Self.hour, 3 * Self.hour])
      #expect(days.map(\.teams[0].time.scheduled) == [4 * Self.hour, 4 * Self.hour])
    }
  }
}
