import BusyHourTesting
import ContactCenter
import Erlang
import Testing
import Workforce

@Suite(.labelled)
struct ReconciliationTests {
  static func levels(_ scenario: Scenario) throws -> [ReconciliationStep.Fact: Double] {
    let steps = try Reconciliation(scenario, staffed: try PlanBuilder.build(scenario)).steps
    return Dictionary(uniqueKeysWithValues: steps.map { ($0.fact, $0.serviceLevel) })
  }

  @Test func `an even day is its steady state, but for the empty start`() throws {
    let scenario = try Scenarios.read(
      """
      busyhour: 1
      name: even
      open: daily 08:00-18:00
      calls: 1000/day
      handle: exp 5m
      patience: 3m
      staffing: solve
      shrinkage: 30%
      definition: offered
      target: 90% in 20s
      """)
    let levels = try Self.levels(scenario)
    let waiting = try ErlangC(agents: 13, loadErlangs: 25.0 / 3)
    let leaving = try ErlangA(agents: 13, loadErlangs: 25.0 / 3, handleTimeSeconds: 300, patienceSeconds: 180)
    let formula = waiting.serviceLevel(withinSeconds: 20, handleTimeSeconds: 300)
    let withHangUps = leaving.serviceLevel(withinSeconds: 20)
    #expect(abs(try #require(levels[.formulaAtPeak]) - formula) < 1e-12)
    #expect(abs(try #require(levels[.wholeDay]) - formula) < 1e-12)
    #expect(abs(try #require(levels[.abandonment]) - withHangUps) < 1e-12)
    // Gauss-Legendre at three points and twenty handle times of settling leave 1e-6.
    #expect(abs(try #require(levels[.nonStationarity]) - withHangUps) < 1e-6)
    #expect(levels[.shiftGranularity] == levels[.nonStationarity], "13 of 19 scheduled are present")
    let gain = try #require(levels[.emptyStart]) - withHangUps
    #expect(gain > 1e-4 && gain < 0.01, "\(gain)")
    #expect(levels[.lateLeaving] == levels[.emptyStart], "nobody leaves before the day ends")
  }

  @Test func `a person too few shows as the plan's people`() throws {
    let text = { (agents: Int) in
      "busyhour: 1\nname: fixed\nopen: daily 08:00-18:00\ncalls: 1000/day\nhandle: exp 5m\nagents: \(agents)\ntarget: 90% in 20s\n"
    }
    let enough = try Self.levels(try Scenarios.read(text(13)))
    let few = try Self.levels(try Scenarios.read(text(12)))
    #expect(enough[.shiftGranularity] == enough[.nonStationarity])
    let (present, needed) = (try #require(few[.shiftGranularity]), try #require(few[.nonStationarity]))
    #expect(present < needed - 0.02)
  }

  @Test func `the plan as the formula assumes it has exponential laws and one queue a team`() throws {
    let scenario = try Scenarios.read(
      """
      busyhour: 1
      name: kinds
      open: daily 08:00-18:00
      calls: 1000/day
      mix: {short: 50%, long: 50%}
      queues: {short: {handle: 2m}, long: {handle: 8m, priority: high}}
      agents: 13
      target: 90% in 20s
      """)
    let plans = VerificationPlans(scenario, plan: try PlanBuilder.build(scenario).plan)
    #expect(plans.asAssumed.queues.map(\.handleTime) == [.exponential(mean: .minutes(5))])
    #expect(plans.asAssumed.arrivals.map(\.mix) == [[1]])
    #expect(plans.asAssumed.duties == plans.whole.duties)
    #expect(plans.withLaws == plans.whole, "nobody is absent by chance here")
  }
}
