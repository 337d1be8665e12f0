import ContactCenter
import Testing
import Workforce

struct ExplanationTests {
  @Test func `an explanation finds what a scenario breaks, with numbers`() throws {
    let scenario = try Scenarios.read(
      """
      busyhour: 1
      name: kinds
      open: daily 08:00-18:00
      calls: 1000/day
      mix: {short: 50%, long: 50%}
      queues: {short: {handle: exp 2m}, long: {handle: fixed 8m}}
      patience: 3m
      wrap_up: fixed 30s
      staffing: solve
      shrinkage: 30%
      target: 90% in 20s
      """)
    let explanation = try #require(try Explanation.all(of: scenario).first)
    let broken = explanation.findings.filter { !$0.holds }.map(\.assumption)
    #expect(
      broken == [
        .steadyRate, .exponentialHandleTime, .nobodyHangsUp, .oneQueue, .everybodyPresent, .noWrapUp,
      ])
    let law = try #require(explanation.findings.first { $0.assumption == .exponentialHandleTime }?.facts.first)
    // Half exp 120 s + 30 s, half 480 s + 30 s: mean 330, variance 120^2/2 + 180^2.
    #expect(abs(law.value - (7_200.0 + 32_400).squareRoot() / 330) < 1e-12)
    #expect(explanation.sizes.count { $0.isRequired } == 1)
    #expect(explanation.binding == "service_level")
    let other = try #require(explanation.blockingByGSL)
    #expect(abs(explanation.blocking / other - 1) < 1e-9)
  }

  @Test func `an explanation says that contacts are held several at once, and by which model`() throws {
    let scenario = try Scenarios.read(
      """
      busyhour: 1
      open: daily 08:00-18:00
      calls: 600/day
      queues: {chat: {channel: chat, handle: exp 10m, concurrency: {limit: 3, slowdown: 25%}}}
      patience: never
      staffing: solve
      target: 80% in 30s
      """)
    let explanation = try #require(try Explanation.all(of: scenario).first)
    let finding = try #require(explanation.findings.first { $0.assumption == .oneContactAtATime })
    #expect(!finding.holds && finding.facts.map(\.value) == [3, 0.25, 1, 3])
    #expect(explanation.findings.allSatisfy { $0.serviceLevel == nil })
    #expect(explanation.sizes.first { $0.isRequired }?.serviceLevel == explanation.peak.serviceLevel)
    #expect(zip(explanation.sizes, explanation.sizes.dropFirst()).allSatisfy { $0.serviceLevel < $1.serviceLevel })
  }

  @Test func `an explanation and a verification go by the handle times of the hours`() throws {
    let scenario = try Scenarios.read(
      """
      busyhour: 1
      open: daily 08:00-18:00
      calls: 600/day
      handle: exp 5m
      handle_at: {08:00-12:00: x1.5}
      patience: never
      staffing: solve
      target: 80% in 30s
      """)
    let explanation = try #require(try Explanation.all(of: scenario).first)
    #expect(abs(explanation.peak.load.handleTimeSeconds - 450) < 1e-6)
    let reconciliation = try Reconciliation(scenario, staffed: try PlanBuilder.build(scenario))
    let solver = StaffingSolver(scenario: scenario, team: 0)
    let table = try StaffingTable(scenario)
    // Every interval by its own mean: the level of the whole day is that of the formula, interval by interval.
    let (sum, count) = try table.teams[0].filter { $0.load.contacts > 0 }.reduce(into: (0.0, 0.0)) { sums, row in
      sums.0 += row.load.contacts * (try solver.load(row.load, with: row.positions).serviceLevel ?? 0)
      sums.1 += row.load.contacts
    }
    let level = try #require(reconciliation.steps.first { $0.fact == .wholeDay }?.serviceLevel)
    #expect(abs(level - sum / count) < 1e-9)
    let mean = VerificationPlans(scenario, plan: try PlanBuilder.build(scenario).plan).asAssumed.queues[0].handleTime
      .mean
    // 4 of 10 hours at 7.5 minutes.
    #expect(abs(mean.inSeconds - 360) < 1e-3)
  }

  @Test func `an even day as Erlang C has it breaks only the steady rate, where it begins`() throws {
    let scenario = try Scenarios.flat(handleMinutes: "5m", shrinkage: "0%")
    let explanation = try #require(try Explanation.all(of: scenario).first)
    // The first of equal intervals is the peak, and there the load is still building up.
    #expect(explanation.findings.filter { !$0.holds }.map(\.assumption) == [.steadyRate])
    let fast = try #require(explanation.squareRootPositions)
    #expect(abs(fast - explanation.peak.positions) <= 1)
  }
}
