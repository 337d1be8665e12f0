import BusyHourTesting
import ContactCenter
import EventLog
import Simulation
import Testing
import Workforce

/// People who are lost for a while, and lists that the center makes for itself.
@Suite(.labelled)
struct LossTests {
  static func plan(_ scenario: Scenario) throws -> SimulationPlan { try PlanBuilder.build(scenario).plan }

  @Test func `a loss takes so many of the team off the phones for its time, every open day`() throws {
    var scenario = Scenario.small(days: 2, schedule: .throughout(10), shrinkage: .planned(30))
    scenario.losses = [PeopleLoss(teams: [0], people: 3, start: .clock(.hours(10)), length: .hours(2))]
    let plan = try Self.plan(scenario)
    let base = try Self.plan(Scenario.small(days: 2, schedule: .throughout(10), shrinkage: .planned(30)))
    for hour in [8.5, 9.99, 10.0, 11.99, 12.0, 17.0, 34.5] {
      let (with, without) = (PlanBuilderTests.present(plan, at: hour), PlanBuilderTests.present(base, at: hour))
      let isIn = (10..<12).contains(hour) || (34..<36).contains(hour)
      #expect(without.onPhones == 7 && with.onPhones == (isIn ? 4 : 7) && with.scheduled == 10, "\(hour)")
    }
    #expect(plan.isPlain && plan.arrivals == base.arrivals)
  }

  @Test func `a site is everybody of its teams, and a loss of nobody changes nothing`() throws {
    var scenario = Scenario.small(schedule: .throughout(4))
    scenario.teams.append(scenario.teams[0])
    let base = try Self.plan(scenario)
    scenario.losses = [PeopleLoss(teams: [1], people: nil, start: .clock(.hours(9)), length: .hours(1))]
    #expect(PlanBuilderTests.present(try Self.plan(scenario), at: 9.5).onPhones == 4)
    scenario.losses[0].people = 0
    #expect(try Self.plan(scenario) == base)
  }

  @Test func `the peak is the interval with the greatest expected load of the day`() throws {
    var scenario = Scenario.small(schedule: .throughout(6))
    scenario.demand.profile = [
      .init(clock: .hours(8, 10), weight: 1), .init(clock: .hours(10, 11), weight: 3),
      .init(clock: .hours(11, 18), weight: 2),
    ]
    scenario.losses = [PeopleLoss(teams: [0], people: 2, start: .peak, length: .minutes(30))]
    let plan = try Self.plan(scenario)
    #expect([9.9, 10.2, 10.6].map { PlanBuilderTests.present(plan, at: $0).onPhones } == [6, 4, 6])
  }

  @Test func `a break in the loss is swallowed, and what is left of one goes on after it`() throws {
    let lunch = Shift.Break(activity: "lunch", length: .hours(1), window: .hours(12, 13))
    var scenario = Scenario.small(schedule: .shifts([PlanBuilderTests.shift(8, 18, count: 1, breaks: [lunch])]))
    scenario.losses = [PeopleLoss(teams: [0], people: 1, start: .clock(.hours(11)), length: .minutes(90))]
    let pauses = try Self.plan(scenario).duties.compactMap { duty -> [Int64]? in
      guard case .pause(_, let length) = duty.kind else { return nil }
      return [duty.time.microseconds / 60_000_000, length.microseconds / 60_000_000]
    }
    #expect(pauses == [[660, 90], [750, 30]])
  }

  @Test func `a list brings its contacts every open day and leaves all others alone`() throws {
    var scenario = Scenario.small(days: 3)
    scenario.queues.append(scenario.queues[0])
    scenario.queues[1].rules.channel = .outbound
    scenario.demand.mix = [1, 0]
    scenario.teams[0].skills = [Skill(queue: 0), Skill(queue: 1, level: 2)]
    let base = try Self.plan(scenario)
    scenario.queues[1].list = ContactList(contactsPerDay: 40, time: .hours(9))
    let plan = try Self.plan(scenario)
    let arrivals = try simulate(plan, seed: 3).events(.contactArrived)
    let listed = arrivals.filter { $0.queue == 1 }.map { $0.time / 3_600_000_000 }
    #expect(listed.count == 120 && Set(listed) == [9, 33, 57])
    let others = try simulate(base, seed: 3).events(.contactArrived).map(\.time)
    #expect(arrivals.filter { $0.queue == 0 }.map(\.time) == others)
    scenario.queues[1].list?.time = nil
    let spread = try simulate(try Self.plan(scenario), seed: 3).events(.contactArrived).filter { $0.queue == 1 }
    #expect(spread.count == 120 && Set(spread.map { $0.time / 3_600_000_000 }).count > 20)
  }
}
