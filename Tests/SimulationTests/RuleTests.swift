import BusyHourTesting
import ContactCenter
import EventLog
import Simulation
import Testing

@Suite(.labelled)
struct RuleTests {
  @Test func `the laws of the log hold on random plans with rules of every kind`() throws {
    var kinds: Set<EventKind> = []
    var arrived = 0
    try withEvery("plan", in: 0..<400) { number in
      let rules = RandomPlan.withRules(seed: number)
      let plan = number.isMultiple(of: 2) ? RandomPlan.withDuties(seed: number, on: rules) : rules
      let records = try simulate(plan, seed: 7, replication: number)
      let outcome = LogInvariants.outcome(of: records, plan: plan)
      #expect(outcome.violations.isEmpty, "\(outcome.violations.prefix(3))")
      arrived += outcome.arrived
      kinds.formUnion(records.compactMap { EventKind(rawValue: $0.kindCode) })
    }
    #expect(arrived > 20_000)
    // Factors of the demand are no rule: the random plans of `ArrivalTests` have them.
    let ofRules = Set(EventKind.allCases).subtracting([.demandFactorDrawn])
    #expect(kinds == ofRules, "missing: \(ofRules.subtracting(kinds))")
  }
}
