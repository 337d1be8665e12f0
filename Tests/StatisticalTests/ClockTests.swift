import BusyHourTesting
import ContactCenter
import EventLog
import Foundation
import KPIs
import ScenarioFiles
import Simulation
import Testing
import Workforce

/// What depends on the clock, and where a horizon begins.
@Suite(.labelled)
struct ClockTests {
  private static func scenario(_ text: String, _ overrides: [String] = []) throws -> Scenario {
    try ScenarioReader().read(text: "busyhour: 1\n" + text, name: "clock.yaml", directory: ".", overrides: overrides)
      .scenario
  }
  private static func plan(_ text: String, _ overrides: [String] = []) throws -> SimulationPlan {
    try PlanBuilder.build(try scenario(text, overrides)).plan
  }
  private static func clock(_ time: Int64) -> Int64 { time % TimeSpan.days(1).microseconds }
  private static let hour = TimeSpan.hours(1).microseconds

  private static let round = """
    open: 24/7
    period: 2d from 2026-11-23
    calls: 600/day
    handle: fixed 2m
    """

  @Test func `talks last by the time at which contacts come, past midnight too`() throws {
    let text = Self.round + "\npatience: never\nagents: 9\nhandle_at: {10:00-12:00: x1.5, 22:00-06:00: -25%}"
    let records = try simulate(try Self.plan(text))
    let arrivals = Dictionary(uniqueKeysWithValues: records.events(.contactArrived).map { ($0.contact, $0.time) })
    let talks = records.events(.contactCompleted).map { (Self.clock(arrivals[$0.contact]!), $0.time - $0.reference) }
    #expect(talks.count > 1_000)
    for (clock, talk) in talks {
      let isNight = clock >= 22 * Self.hour || clock < 6 * Self.hour
      let isNoon = clock >= 10 * Self.hour && clock < 12 * Self.hour
      #expect(talk == (isNight ? 90_000_000 : isNoon ? 180_000_000 : 120_000_000))
    }
  }

  @Test func `patience and later contacts follow the clock, too`() throws {
    let text =
      Self.round + """

        patience: {law: deterministic, mean: 1m}
        patience_at: {00:00-12:00: x0.5}
        redial: {chance: 90%, after: fixed 7m, draws: fresh}
        agents: 1
        """
    let records = try simulate(try Self.plan(text, ["calls=2000/day"]))
    let waits = records.events(.contactAbandoned).map { (Self.clock($0.reference), $0.time - $0.reference) }
    #expect(waits.count > 500 && records.events(.contactLinked).count > 300)
    for (clock, wait) in waits { #expect(wait == (clock < 12 * Self.hour ? 30_000_000 : 60_000_000)) }
  }

  @Test func `attempts reach more people at some times of the day`() throws {
    let text = """
      open: daily 08:00-20:00
      calls: 10/day
      mix: {in: 100%, out: 0%}
      handle: fixed 1m
      queues:
        in: {priority: high}
        out: {dial: {reaches: 40%, reaches_at: {14:00-20:00: x2.5}, ring: fixed 10s, attempts: 1}, list: 400}
      agents: 3
      """
    let records = try simulate(try Self.plan(text))
    let failed = records.events(.attemptFailed).map { Self.clock($0.reference) }
    #expect(failed.count > 50 && failed.allSatisfy { $0 < 14 * Self.hour })
  }

  /// The solver counts on it: four times the handle time in two hours, where the load is four times as much.
  @Test func `staffing counts on handle times by the clock`() throws {
    let scenario = try Self.scenario(
      "open: 08:00-16:00\ncalls: 1600/day\nhandle: exp 1m\nstaffing: solve\nhandle_at: {10:00-12:00: x4}")
    let table = try #require(try PlanBuilder.build(scenario).staffing)
    let loads = table.teams[0].map { ($0.load.start - .zero, $0.load.offeredLoadErlangs) }
    for (start, load) in loads where start >= .hours(8) && start < .hours(16) {
      let expected = start >= .hours(10) && start < .hours(12) ? 4.0 : 1.0
      #expect(abs(load / (200.0 / 60) - expected) < 1e-9)
    }
  }

  @Test func `a backlog waits when the horizon begins, and moves no other contact`() throws {
    let text = """
      open: Mon-Fri 08:00-18:00
      period: 2d from 2026-11-23
      calls: 300/day
      mix: {phone: 80%, mail: 20%}
      handle: 4m
      queues: {phone: {priority: high}, mail: {channel: email}}
      agents: 5
      """
    let without = try simulate(try Self.plan(text))
    let with = try simulate(try Self.plan(text, ["queues.mail.backlog=40", "queues.phone.backlog=3"]))
    let early = with.events(.contactArrived).filter { $0.time < 1_000_000 }
    #expect(early.count == 40 && early.allSatisfy { $0.queue == 1 })
    let opening = with.events(.contactArrived).filter {
      $0.time >= 8 * Self.hour && $0.time < 8 * Self.hour + 1_000_000
    }
    #expect(opening.count { $0.queue == 0 } >= 3)
    let times = (Set(without.events(.contactArrived).map(\.time)), Set(with.events(.contactArrived).map(\.time)))
    #expect(times.0.isSubset(of: times.1) && times.1.count == times.0.count + 43)
  }

  @Test func `days of warm-up are simulated as ever, and in no figure`() throws {
    let text = "open: Mon-Fri 08:00-18:00\nperiod: 4d from 2026-11-23\ncalls: 500/day\nhandle: 5m\nagents: 6"
    func days(_ overrides: [String]) throws -> (records: [EventRecord], sums: [DaySums]) {
      let scenario = try Self.scenario(text, overrides)
      let plan = try PlanBuilder.build(scenario).plan
      let records = try simulate(plan)
      var fold = IntervalFold(
        FoldParameters(plan: plan, acceptableWaits: scenario.queues.map(\.acceptableWait)))
      records.withUnsafeBufferPointer { fold.apply($0) }
      return (records, fold.daySums())
    }
    let (all, counted) = (try days([]), try days(["run.warm_up_days=1"]))
    #expect(all.records == counted.records)
    #expect(all.sums.count == 4 && counted.sums.count == 3)
    #expect(all.sums.dropFirst().map(\.contacts) == counted.sums.map(\.contacts))
    #expect(all.sums.dropFirst().map(\.agents) == counted.sums.map(\.agents))
  }

  @Test func `the cheapest of the free people are asked first`() throws {
    let text = """
      open: 08:00-18:00
      calls: 400/day
      handle: fixed 2m
      goes_to: cheapest
      teams:
        dear: {count: 4, cost: $30/h}
        cheap: {count: 2, cost: $20/h}
        partner: {count: 1, price: $0.60/contact}
      """
    let plan = try Self.plan(text)
    #expect(plan.teams.map { $0.skills[0].costPerHour } == [30, 20, 18])
    var busy = [0, 0, 0]
    var answered = [0, 0, 0]
    for record in try simulate(plan) {
      switch EventKind(rawValue: record.kindCode) {
      case .contactAnswered:
        let team = plan.agents[record.agent].team
        if record.time == record.reference {
          #expect(team == [2, 1, 0].first { busy[$0] < [4, 2, 1][$0] })
        }
        busy[team] += 1
        answered[team] += 1
      case .contactCompleted: busy[plan.agents[record.agent].team] -= 1
      default: break
      }
    }
    #expect(answered.allSatisfy { $0 > 5 })
  }

  /// 90 days with nights, weekends and holidays: backlogs, redials and limits go on over all of them.
  @Test(.enabled(if: TestSwitch.slow)) func `a quarter keeps the laws`() throws {
    let scenario = try ScenarioReader().read(
      file: ShippedLogTests.folder.appending(path: "clinic.yaml").path, overrides: ["period=90d from 2026-11-23"]
    ).scenario
    let plan = try PlanBuilder.build(scenario).plan
    let records = try simulate(plan)
    let outcome = LogInvariants.outcome(of: records, plan: plan)
    #expect(outcome.violations == [])
    #expect(outcome.arrived == outcome.ended + outcome.inside && outcome.arrived > 20_000)
  }
}
