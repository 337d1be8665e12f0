import BusyHourTesting
import ContactCenter
import EventLog
import Simulation
import Testing

@Suite(.labelled)
struct StreamDrawTests {
  /// Two streams of 400 contacts, one a queue; half of all talks resolve the matter.
  private static func outcomes(_ substreams: [UInt64]) throws -> [[Bool]] {
    var plan = SimulationPlan.line(
      horizon: .hours(4), contacts: 400, handleTime: .deterministic(.seconds(1)), agents: 20)
    plan.queues[0].rules.outcome = OutcomeRules(resolved: .percent(50))
    plan.queues.append(plan.queues[0])
    plan.teams = [.init(queues: [0, 1])]
    plan.arrivals[0].process = .exact
    plan.arrivals = substreams.enumerated().map { queue, substream in
      var stream = plan.arrivals[0]
      (stream.mix, stream.substream) = (queue == 0 ? [1, 0] : [0, 1], substream)
      return stream
    }
    let log = try simulate(plan, seed: 9)
    return [0, 1].map { queue in log.events(.outcomeRecorded).filter { $0.queue == queue }.map { $0.detail == 1 } }
  }

  /// Two independent series of 400 fair draws agree in 200 places, with a standard deviation of 10.
  @Test func `lists and backlogs have later draws of their own`() throws {
    for (one, other) in [(0, 1 << 40), (0, 1 << 41), (1 << 40, 1 << 41), (0, 1)] as [(UInt64, UInt64)] {
      let outcomes = try Self.outcomes([one, other])
      #expect(outcomes.map(\.count) == [400, 400])
      let equal = zip(outcomes[0], outcomes[1]).count { $0 == $1 }
      #expect(abs(equal - 200) < 50, "\(one) and \(other): \(equal) of 400 are equal")
    }
  }
}
