import BusyHourTesting
import ContactCenter
import EventLog
import Simulation
import Testing

/// Plans that no builder makes, but that a hand can write.
@Suite(.labelled)
struct OddPlanTests {
  @Test func `a break that falls due after the shift's end is not carried into the next tour`() throws {
    var plan = SimulationPlan.line(
      horizon: .hours(4), contacts: 40, handleTime: .deterministic(.minutes(30)), agents: 0)
    plan.agents = [.init(team: 0)]
    plan.add([
      plan.duty(0, 0, .signIn), plan.duty(3_600, 0, .signOut(serveQueue: true)),
      plan.duty(3_660, 0, .pause(activity: 0, length: .minutes(10))),
      plan.duty(10_800, 0, .signIn), plan.duty(14_400, 0, .signOut(serveQueue: false)),
    ])
    let records = try simulate(plan)
    #expect(records.events(.breakStarted).isEmpty)
    #expect(LogInvariants.outcome(of: records, plan: plan).violations == [])
    #expect(records == (try ReferenceSimulator.log(plan, seed: 1, replication: 0)))
  }

  @Test func `a break outside every tour is nobody's`() throws {
    var plan = SimulationPlan.line(
      horizon: .hours(2), contacts: 10, handleTime: .exponential(mean: .minutes(1)), agents: 1)
    plan.duties[0].time = .second(3_600)
    plan.add([plan.duty(60, 0, .pause(activity: 0, length: .minutes(10)))])
    plan.add([plan.duty(7_200, 0, .away(activity: 0))])
    let records = try simulate(plan)
    #expect(records.events(.breakStarted).isEmpty)
  }

  @Test func `a buffer that nobody empties is never overrun`() throws {
    var simulator = try Simulator(plan: PlanValidationTests.good)
    var buffer = EventBuffer(capacity: 64)
    for _ in 0..<200 {
      simulator.start(seed: 1, replication: 0)
      _ = simulator.advance(into: &buffer)
    }
    #expect(buffer.count <= buffer.capacity)
  }

  @Test func `a share of the mix lost to rounding never goes to a queue without contacts`() throws {
    // Shares such as ten times 0.1 sum to a little less than 1. Here the sum is as small as a plan allows, and this seed
    // has a uniform number beyond it within the first 100 contacts.
    var plan = SimulationPlan.line(contacts: 200, handleTime: .deterministic(.seconds(60)), agents: 0)
    plan.queues = Array(repeating: plan.queues[0], count: 3)
    plan.arrivals[0].mix = [0.5 - 9e-7, 0.5, 0]
    let arrived = try simulate(plan, seed: 6_369).events(.contactArrived)
    #expect(arrived.count > 100)
    #expect(arrived.allSatisfy { $0.queue < 2 })
  }
}
