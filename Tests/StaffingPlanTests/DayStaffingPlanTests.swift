import BusyHourTesting
import ContactCenter
import Testing
import Workforce

@Suite(.labelled)
struct DayStaffingPlanTests {
  @Test func `the plain method is the requirement that plans are built from`() throws {
    let scenario = try Scenarios.shaped()
    let plan = try DayStaffingPlan(scenario, method: .sipp, countsAbandonment: false)
    let table = try StaffingTable(scenario)
    #expect(plan.teams.map { $0.map(\.positions) } == table.teams.map { $0.map(\.positions) })
    #expect(plan.teams.map { $0.map(\.scheduled) } == table.teams.map { $0.map(\.scheduled) })
  }

  @Test func `the greatest rate of an interval never needs fewer than its mean`() throws {
    let scenario = try Scenarios.shaped()
    let mean = try DayStaffingPlan(scenario, method: .sipp, countsAbandonment: false).teams[0]
    let greatest = try DayStaffingPlan(scenario, method: .sippMaximum, countsAbandonment: false).teams[0]
    for (mean, greatest) in zip(mean, greatest) { #expect(greatest.positions >= mean.positions) }
  }

  @Test func `methods that look back staff a rising day later and a falling day longer`() throws {
    let scenario = try Scenarios.shaped()
    let open = { (plan: DayStaffingPlan) in plan.teams[0].filter { $0.load.contacts > 0 } }
    let now = open(try DayStaffingPlan(scenario, method: .sipp, countsAbandonment: false))
    try withEvery("method", in: [DayMethod.lagSIPP, .modifiedOfferedLoad, .iterative]) { method in
      let then = open(try DayStaffingPlan(scenario, method: method, countsAbandonment: false))
      try #require(then.count == 20)
      #expect(then.allSatisfy { $0.positions >= 1 })
      #expect(then[1].positions < now[1].positions, "8:30, rising")
      // Under iterative staffing who leaves takes the call in hand along, so less of the old load stays.
      let least = now[18].positions + (method == .iterative ? 0 : 1)
      #expect(then[18].positions >= least, "17:00, falling")
    }
  }

  @Test func `callers who hang up need fewer people, and each interval names what decided`() throws {
    let scenario = try Scenarios.shaped(more: "patience: 3m")
    let waiting = try DayStaffingPlan(scenario, method: .sipp, countsAbandonment: false)
    let leaving = try DayStaffingPlan(scenario, method: .sipp, countsAbandonment: true)
    let people = { (plan: DayStaffingPlan) in plan.teams[0].reduce(0) { $0 + $1.positions } }
    #expect(people(leaving) < people(waiting))
    let open = waiting.teams[0].filter { $0.load.contacts > 0 }
    #expect(open.allSatisfy { $0.binding == "service_level" }, "\(open.map(\.binding))")
    for row in open {
      let (level, adds) = (try #require(row.serviceLevel), try #require(row.nextAgentAdds))
      #expect(level >= 0.9)
      #expect(adds > 0)
      #expect(level + adds < 1)
    }
  }

  @Test func `an occupancy cap decides where it asks for more`() throws {
    let scenario = try Scenarios.shaped(more: "targets: {occupancy: at most 40%}")
    let plan = try DayStaffingPlan(scenario, method: .sipp, countsAbandonment: false)
    let busiest = try #require(plan.teams[0].max { $0.load.contacts < $1.load.contacts })
    #expect(busiest.binding == "occupancy")
    #expect(try #require(busiest.occupancy) <= 0.4)
  }
}
