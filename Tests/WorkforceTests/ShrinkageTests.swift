import BusyHourTesting
import ContactCenter
import Simulation
import Testing
import Workforce

/// Shrinkage by team, weekday and time of the day, laid over the horizon.
@Suite(.labelled)
struct ShrinkageTests {
  static func category(
    _ name: String, _ percent: Int64, weekday: [Weekday: Share] = [:], clock: [Shrinkage.ClockShare] = []
  ) -> Shrinkage.Category {
    var category = Shrinkage.Category(name: name, share: .percent(percent))
    category.weekdayShares = weekday
    category.clockShares = clock
    return category
  }

  static let training = category(
    "training", 10, weekday: [.tuesday: .percent(40)], clock: [.init(clock: .hours(14, 15), share: .percent(50))])

  static func present(_ scenario: Scenario, at hour: Double) throws -> (scheduled: Int, onPhones: Int) {
    PlanBuilderTests.present(try PlanBuilder.build(scenario).plan, at: hour)
  }

  @Test func `a planned share follows weekday and clock, whatever the schedule`() throws {
    let shift = PlanBuilderTests.shift(8, 18, count: 10)
    let schedules: [Team.Schedule] = [
      .throughout(10), .byClock([.init(clock: .hours(6, 20), count: 10)]), .shifts([shift]),
    ]
    try withEvery("schedule", in: schedules.indices) { index in
      let scenario = Scenario.small(
        days: 3, schedule: schedules[index], shrinkage: Shrinkage(planned: [Self.training], unplanned: []))
      let plan = try PlanBuilder.build(scenario).plan
      for (hour, there) in [
        (8, 9), (13.9, 9), (14, 5), (14.9, 5), (15, 9), (32, 6), (37.9, 6), (38.5, 5), (39, 6), (56, 9),
      ] {
        #expect(PlanBuilderTests.present(plan, at: hour) == (10, there), "\(hour)")
      }
    }
  }

  @Test func `breaks inside planned time away are part of it`() throws {
    let lunch = Shift.Break(activity: "lunch", length: .minutes(30), window: .hours(14, 15))
    let scenario = Scenario.small(
      schedule: .shifts([PlanBuilderTests.shift(8, 18, count: 4, breaks: [lunch])]),
      shrinkage: Shrinkage(planned: [Self.training], unplanned: []))
    let plan = try PlanBuilder.build(scenario).plan
    // 10% of 4 keeps one away all day, 50% two from 14:00 to 15:00: the others have their lunch then.
    let pauses = plan.duties.filter { if case .pause = $0.kind { true } else { false } }
    #expect(pauses.count == 3)
    #expect(plan.activities == ["training", "lunch"])
  }

  @Test func `a team's own shrinkage replaces that of all`() throws {
    var scenario = Scenario.small(schedule: .throughout(10), shrinkage: .planned(30, unplanned: 5))
    scenario.teams.append(Team(name: "own", queues: [0], schedule: .throughout(10), hourlyCost: nil))
    scenario.teams[1].shrinkage = .planned(10, unplanned: 20)
    let plan = try PlanBuilder.build(scenario).plan
    #expect(PlanBuilderTests.present(plan, at: 9) == (20, 16))
    #expect(plan.absences.map(\.team) == [0, 1])
    #expect(plan.absences.map(\.probability) == [.percent(5), .percent(20)])
    #expect(scenario.averageShrinkage == Share(partsPerBillion: 325_000_000))
  }

  @Test func `an unplanned share follows the weekday for tours and the clock inside them`() throws {
    var scenario = Scenario.small(days: 2, schedule: .throughout(3))
    scenario.shrinkage.unplanned = [
      Self.category(
        "sick", 10, weekday: [.tuesday: .percent(20)], clock: [.init(clock: .hours(17, 20), share: .percent(55))])
    ]
    let plan = try PlanBuilder.build(scenario).plan
    #expect(plan.absences.map(\.byDay) == [[.percent(10), .percent(20)]])
    let chances = plan.duties.compactMap { duty -> (SimulationTime, TimeSpan, Share)? in
      if case .chance(_, let length, let share, _) = duty.kind { (duty.time, length, share) } else { nil }
    }
    // Of the 90% and 80% who come, half and 43.75% are away from 17:00 to closing: 55% of all.
    #expect(chances.map(\.0) == [17, 17, 17, 41, 41, 41].map { .zero + .hours($0) })
    #expect(chances.allSatisfy { $0.1 == .hours(1) })
    #expect(
      chances.map(\.2) == [500_000_000, 437_500_000].flatMap { Array(repeating: Share(partsPerBillion: $0), count: 3) })
  }

  @Test func `the solver plans for the shrinkage of each interval`() throws {
    var scenario = Scenario.small(contactsPerDay: 600, schedule: .solved)
    scenario.shrinkage.planned = [
      Self.category("meetings", 0, clock: [.init(clock: .hours(10, 12), share: .percent(50))])
    ]
    let built = try PlanBuilder.build(scenario)
    for row in try #require(built.staffing).teams[0] where row.load.contacts > 0 {
      let isMeeting = (.zero + .hours(10)..<(.zero + .hours(12))).contains(row.load.start)
      #expect(row.scheduled == (isMeeting ? 2 : 1) * row.positions)
      let there = PlanBuilderTests.present(built.plan, at: (row.load.start - .zero).inHours + 0.25)
      #expect(there.onPhones >= row.positions)
    }
  }

  @Test func `what is assumed of each activity is its share of the scheduled time`() throws {
    let lunch = Shift.Break(activity: "lunch", length: .minutes(30), window: .hours(11, 13))
    let scenario = Scenario.small(
      days: 3, schedule: .shifts([PlanBuilderTests.shift(8, 18, count: 10, breaks: [lunch])]),
      shrinkage: Shrinkage(planned: [Self.training], unplanned: [Self.category("sick", 5)]))
    let activities = try PlanBuilder.build(scenario).activities
    #expect(activities.map(\.name) == ["training", "sick", "lunch"])
    #expect(activities.map(\.kind) == [.planned, .unplanned, .scheduled])
    // Training: 50% for 3 of 30 hours, 40% for 9, 10% for 18. Lunch: half an hour of those who are not in training all day.
    let wanted: [Double] = [6.9 / 30, 0.05, 12.0 / 300]
    for (activity, share) in zip(activities, wanted) { #expect(abs((activity.share ?? 0) - share) < 1e-9) }
  }
}
