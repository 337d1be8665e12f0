import BusyHourTesting
import ContactCenter
import Testing
import Workforce

@Suite(.labelled)
struct ForecastTests {
  private static func hour(_ hour: Int64) -> SimulationTime { .second(hour * 3_600) }

  private func volume(_ forecast: Forecast, from: Int64, to: Int64) -> Double {
    forecast.pieces.filter { $0.start >= .second(3_600 * from) && $0.start < .second(3_600 * to) }.reduce(0) {
      $0 + $1.expectedContacts
    }
  }

  @Test func `each open day has its volume, closed days have none`() {
    var scenario = Scenario.small(days: 7, contactsPerDay: 123.456)
    scenario.demand.weekdayFactors = [1.5, 0.5, 1, 1, 1, 0.8, 1.2]
    scenario.days[3].open = []
    let forecast = Forecast(scenario)
    withEvery("day", in: 0..<7) { day in
      let expected = day == 3 ? 0 : 123.456 * scenario.demand.weekdayFactors[day]
      #expect(abs(volume(forecast, from: Int64(24 * day), to: Int64(24 * day + 24)) - expected) < 1e-6)
    }
  }

  @Test func `demand outside the opening hours is cut off and the rest scaled up`() {
    var scenario = Scenario.small(contactsPerDay: 100, open: .hours(9, 12))
    scenario.demand.profile = [
      .init(clock: .hours(6, 10), weight: 4), .init(clock: .hours(10, 11), weight: 3),
      .init(clock: .hours(11, 20), weight: 9),
    ]
    // Of the weights 1 of 4, 3 and 1 of 9 lie in opening hours: 20, 60, 20.
    let pieces = Forecast(scenario).pieces
    #expect(pieces.map(\.expectedContacts) == [20, 60, 20])
    #expect(pieces.map(\.start) == [9, 10, 11].map { Self.hour($0) })
    #expect(pieces.map(\.end) == [10, 11, 12].map { Self.hour($0) })
  }

  @Test func `hours past midnight take the profile's morning`() {
    var scenario = Scenario.small(contactsPerDay: 100, open: .hours(22, 26))
    scenario.demand.profile = [.init(clock: .hours(0, 12), weight: 12), .init(clock: .hours(12, 24), weight: 36)]
    let pieces = Forecast(scenario).pieces
    // Two hours of weight 3 before midnight, two of weight 1 after.
    #expect(pieces.map(\.expectedContacts) == [75, 25])
    #expect(pieces.map(\.start) == [Self.hour(22), Self.hour(24)])
    #expect(scenario.horizon == .hours(26))
  }

  @Test func `a profile without weight in the opening hours has no contacts`() {
    var scenario = Scenario.small()
    scenario.demand.profile = [.init(clock: .hours(0, 6), weight: 1)]
    #expect(Forecast(scenario).pieces.isEmpty)
  }

  @Test func `loads of the teams add up to the forecast, shared queues are split`() {
    var scenario = Scenario.small(contactsPerDay: 300)
    scenario.queues.append(scenario.queues[0])
    scenario.queues[1].wrapUp = .deterministic(.minutes(1))
    scenario.demand.mix = [0.7, 0.3]
    scenario.teams = [scenario.teams[0], scenario.teams[0]]
    scenario.teams[1].skills = [0, 1].map { Skill(queue: $0) }
    let forecast = Forecast(scenario)
    let loads = [0, 1].map { IntervalLoad.loads(of: $0, in: scenario, forecast, intervals: scenario.intervalCount) }
    let totals = loads.map { $0.reduce(0) { $0 + $1.contacts } }
    #expect(abs(totals[0] - 105) < 1e-6 && abs(totals[1] - 195) < 1e-6)
    #expect(abs(loads[1][20].handleTimeSeconds - 213.0 / 0.65) < 1e-9)
    #expect(loads[0].map(\.contacts).prefix(16).allSatisfy { $0 == 0 })
    #expect(abs(loads[0][16].offeredLoadErlangs - 0.875) < 1e-9)
  }
}
