import BusyHourTesting
import ContactCenter
import EventLog
import Simulation
import Testing

@Suite(.labelled)
struct ReferenceAgreementTests {
  @Test func `logs of random plans equal those of the slow simulator, event by event`() throws {
    var events = 0
    try withEvery("plan", in: 0..<150) { number in
      let plan = RandomPlan.make(seed: number)
      let fast = try simulate(plan, seed: UInt64(number), replication: number % 3)
      let slow = try ReferenceSimulator.log(plan, seed: UInt64(number), replication: number % 3)
      events += fast.count
      guard fast != slow else { return }
      let place =
        zip(fast, slow).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(fast.count, slow.count)
      let context = max(0, place - 3)..<(place + 2)
      Issue.record(
        """
        the logs part at event \(place) (\(fast.count) and \(slow.count) events)
        fast: \(fast[context.clamped(to: 0..<fast.count)].map { $0 }.lines)
        slow: \(slow[context.clamped(to: 0..<slow.count)].map { $0 }.lines)
        """)
    }
    #expect(events > 20_000, "the plans are too small to prove anything")
  }

  @Test func `the laws of the log hold on random plans, those of routing too`() throws {
    var inside = 0
    var answered = 0
    try withEvery("plan", in: 0..<400) { number in
      let plan = RandomPlan.make(seed: number)
      let records = try simulate(plan, seed: 7, replication: number)
      let outcome = LogInvariants.outcome(of: records, plan: plan)
      #expect(outcome.violations.isEmpty, "\(outcome.violations.prefix(3))")
      inside += outcome.waiting.count
      answered += outcome.completed
      #expect(outcome.talking.isEmpty)
    }
    #expect(answered > 10_000)
    #expect(inside > 100, "no plan leaves anybody waiting")
  }
}
