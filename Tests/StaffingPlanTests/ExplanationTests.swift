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

  @Test func `an even day as Erlang C has it breaks only the steady rate, where it begins`() throws {
    let scenario = try Scenarios.flat(handleMinutes: "5m", shrinkage: "0%")
    let explanation = try #require(try Explanation.all(of: scenario).first)
    // The first of equal intervals is the peak, and there the load is still building up.
    #expect(explanation.findings.filter { !$0.holds }.map(\.assumption) == [.steadyRate])
    let fast = try #require(explanation.squareRootPositions)
    #expect(abs(fast - explanation.peak.positions) <= 1)
  }
}
