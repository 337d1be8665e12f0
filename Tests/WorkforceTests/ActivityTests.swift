import BusyHourTesting
import ContactCenter
import Simulation
import Testing
import Workforce

/// Meetings, training, coaching and vacation in the schedule.
@Suite(.labelled)
struct ActivityTests {
  /// Two teams of three over a week from Monday.
  static func scenario(_ activities: [ScheduledActivity]) -> Scenario {
    var scenario = Scenario.small(days: 5, schedule: .throughout(3))
    scenario.teams.append(Team(name: "leads", queues: [0], schedule: .throughout(2), hourlyCost: nil))
    scenario.activities = activities
    return scenario
  }

  /// Agents who are away with an activity, and from when, by hour since the start.
  static func away(_ scenario: Scenario, _ name: String) throws -> [(hour: Double, agent: Int, length: TimeSpan?)] {
    let plan = try PlanBuilder.build(scenario).plan
    let index = try #require(plan.activities.firstIndex(of: name))
    return plan.duties.compactMap { duty in
      switch duty.kind {
      case .pause(index, let length): ((duty.time - .zero).inHours, duty.agent, length)
      case .away(index): ((duty.time - .zero).inHours, duty.agent, nil)
      default: nil
      }
    }
  }

  @Test func `everybody is in a meeting on its weekday`() throws {
    let meeting = ScheduledActivity(
      name: "meeting", day: .weekdays([.tuesday]), clock: .hours(14, 15), people: nil, teams: [0, 1])
    let away = try Self.away(Self.scenario([meeting]), "meeting")
    #expect(away.map(\.agent) == [0, 1, 2, 3, 4])
    #expect(away.allSatisfy { $0.hour == 38 && $0.length == .hours(1) })
  }

  @Test func `coaching takes people in turn, and a lead with each`() throws {
    let coaching = ScheduledActivity(
      name: "coaching", day: .weekdays(Set(Weekday.allCases)), clock: .hours(10, 11), people: 2, teams: [0], with: 1)
    let away = try Self.away(Self.scenario([coaching]), "coaching")
    #expect(away.filter { $0.agent < 3 }.map(\.agent) == [0, 1, 0, 2, 1, 2, 0, 1, 0, 2])
    #expect(away.filter { $0.agent >= 3 }.map(\.agent) == [3, 4, 3, 4, 3, 4, 3, 4, 3, 4])
  }

  @Test func `who is on vacation is so for all of its days, and has no breaks`() throws {
    var scenario = Self.scenario([])
    scenario.days = (0..<5).map {
      let date = CalendarDate(dayNumber: 20_780 + $0)
      return OperatingDay(date: date, weekday: date.weekday, open: [.hours(8, 18)])
    }
    let lunch = Shift.Break(activity: "lunch", length: .minutes(30), window: .hours(11, 13))
    scenario.teams[0].schedule = .shifts([PlanBuilderTests.shift(8, 18, count: 3, breaks: [lunch])])
    let dates = CalendarDate(dayNumber: 20_781)...CalendarDate(dayNumber: 20_783)
    scenario.activities = [
      ScheduledActivity(name: "vacation", day: .dates(dates), clock: nil, people: 1, teams: [0])
    ]
    let away = try Self.away(scenario, "vacation")
    #expect(away.map(\.hour) == [32, 56, 80] && away.allSatisfy { $0.agent == 0 && $0.length == nil })
    #expect(try Self.away(scenario, "lunch").count == 3 * 5 - 3)
  }

  @Test func `who is away already takes no part`() throws {
    var scenario = Self.scenario([
      ScheduledActivity(
        name: "meeting", day: .weekdays([.monday]), clock: .hours(14, 15), people: nil, teams: [0])
    ])
    scenario.shrinkage = .planned(34)
    // One of three is away all day.
    #expect(try Self.away(scenario, "meeting").map(\.agent) == [0])
  }
}
