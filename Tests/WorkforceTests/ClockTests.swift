import BusyHourTesting
import ContactCenter
import Testing
import Workforce

/// Local clocks over a horizon with changes of the clocks, and clocks that run in open time only.
@Suite(.labelled)
struct ClockTests {
  /// Three days, the clocks of the second of which jump at 02:00.
  static func clock(_ shift: Int64) -> HorizonClock {
    var days = (0..<3).map { OperatingDay(date: nil, weekday: .saturday.advanced(by: $0), open: [.allDay]) }
    days[1].clockChange = .init(at: .hours(2), shift: .hours(shift))
    return HorizonClock(days)
  }

  @Test func `a day on which the clocks go forward has 23 hours`() {
    let clock = Self.clock(1)
    #expect(clock.start(ofDay: 2) == .hours(47))
    for (time, hours) in [(0, 24), (1, 25), (2, 26), (3, 26), (4, 27), (23, 46), (24, 47), (31, 54)] {
      #expect(clock.instant(day: 1, .hours(Int64(time))) == .hours(Int64(hours)), "\(time):00")
    }
    #expect(clock.instant(day: 1, .minutes(150)) == .hours(26))  // 02:30 does not exist.
    #expect(clock.place(of: .hours(26)) == (1, .hours(3)))
    #expect(clock.place(of: .minutes(26 * 60 - 1)) == (1, .minutes(119)))
  }

  @Test func `a day on which the clocks go back has 25 hours, and the first of two hours is meant`() {
    let clock = Self.clock(-1)
    #expect(clock.start(ofDay: 2) == .hours(49))
    for (time, hours) in [(0, 24), (1, 25), (2, 27), (3, 28), (24, 49)] {
      #expect(clock.instant(day: 1, .hours(Int64(time))) == .hours(Int64(hours)), "\(time):00")
    }
    #expect(clock.place(of: .minutes(25 * 60 + 30)) == (1, .minutes(90)))
    #expect(clock.place(of: .minutes(26 * 60 + 30)) == (1, .minutes(90)))
    #expect(clock.place(of: .hours(27)) == (1, .hours(2)))
  }

  @Test func `days before and after a horizon have 24 hours`() {
    let clock = Self.clock(1)
    #expect(clock.instant(day: -1, .hours(23)) == .hours(-1))
    #expect(clock.place(of: .hours(-1)) == (-1, .hours(23)))
    #expect(clock.instant(day: 4, .hours(1)) == .hours(71 + 25))
    #expect(clock.place(of: .hours(71 + 25)) == (4, .hours(1)))
  }

  static let week = BusinessClock(
    openTime: [9, 33, 57, 129].map { TimeStretch(start: .zero + .hours($0), end: .zero + .hours($0 + 8)) })

  @Test func `a business clock stands still while the center is closed`() {
    func hours(_ from: Int64, _ to: Int64) -> TimeSpan {
      Self.week.elapsed(from: .zero + .hours(from), to: .zero + .hours(to))
    }
    #expect(hours(10, 12) == .hours(2))
    #expect(hours(16, 34) == .hours(2))
    #expect(hours(17, 33) == .zero)
    #expect(hours(0, 200) == .hours(32))
    #expect(hours(12, 10) == .zero)
    #expect(BusinessClock(openTime: []).elapsed(from: .zero, to: .zero + .hours(30)) == .hours(30))
  }

  @Test func `a business deadline is when so much open time has passed`() {
    func deadline(_ from: Int64, _ span: Int64) -> Int64? {
      Self.week.deadline(after: .zero + .hours(from), of: .hours(span)).map {
        ($0 - .zero).microseconds / 3_600_000_000
      }
    }
    #expect(deadline(10, 4) == 14)
    #expect(deadline(16, 4) == 36)  // One hour today, three tomorrow from 09:00.
    #expect(deadline(13, 4) == 17)  // Due at closing, not at the next opening.
    #expect(deadline(17, 1) == 34)
    #expect(deadline(60, 6) == 130)  // Over the weekend.
    #expect(deadline(2, 8) == 17)
    #expect(deadline(130, 8) == nil)
    #expect(deadline(20, 0) == 20)
    #expect(BusinessClock(openTime: []).deadline(after: .zero, of: .hours(4)) == .zero + .hours(4))
  }

  @Test func `deadline and elapsed time are inverse`() throws {
    for start in stride(from: Int64(0), to: 140, by: 7) {
      for span in stride(from: Int64(1), to: 32, by: 3) {
        let from = SimulationTime.zero + .hours(start)
        guard let end = Self.week.deadline(after: from, of: .hours(span)) else { continue }
        #expect(Self.week.elapsed(from: from, to: end) == .hours(span))
        #expect(Self.week.elapsed(from: from, to: end + TimeSpan(microseconds: -1)) < .hours(span))
      }
    }
  }

  @Test func `who would come in closed time comes as far into the open time after it`() {
    func arrival(_ hours: Double, _ clock: BusinessClock = Self.week) -> Double? {
      let wanted = SimulationTime(microseconds: Int64(hours * 3.6e9))
      return clock.arrival(wantedAt: wanted).map { Double($0.microseconds) / 3.6e9 }
    }
    #expect(arrival(9) == 9 && arrival(16.5) == 16.5)
    // The night from 17 to 33 is laid on the day from 33 to 41, the weekend from 65 to 129 on Monday.
    #expect(arrival(17) == 33 && arrival(25) == 37 && arrival(32) == 40.5)
    #expect(arrival(65) == 129 && arrival(97) == 133)
    // Before the first opening nobody knows when the center closed: since the start.
    #expect(arrival(4.5) == 13)
    #expect(arrival(137) == nil)
    // Open around the clock from 48 to 168: what the weekend holds comes on Monday.
    let weekdays = BusinessClock(openTime: [TimeStretch(start: .zero + .hours(48), end: .zero + .hours(168))])
    #expect(arrival(24, weekdays) == 60 && arrival(50, weekdays) == 50)
    #expect(arrival(30, BusinessClock(openTime: [])) == 30)
  }

  /// Proportions are exact to the microsecond over four years, and keep the order.
  @Test func `those of a closed stretch come in order, after opening and before closing`() {
    let (closing, opening, end) = (1_000_003, 126_230_400_000_000, 126_230_400_000_000 + 35_999_999_999)
    let clock = BusinessClock(openTime: [
      TimeStretch(start: .zero, end: .init(microseconds: Int64(closing))),
      TimeStretch(start: .init(microseconds: Int64(opening)), end: .init(microseconds: Int64(end))),
    ])
    let count = 10_000
    var last = Int64(opening)
    for place in 0...count {
      let wanted = closing + (opening - 1 - closing) / count * place
      guard let arrival = clock.arrival(wantedAt: .init(microseconds: Int64(wanted)))?.microseconds else {
        Issue.record("nobody comes at \(wanted)")
        continue
      }
      #expect(arrival >= last && arrival < end)
      let exact = Double(end - opening) * (Double(wanted - closing) / Double(opening - closing))
      #expect(abs(Double(arrival - Int64(opening)) - exact) < 1.001)
      last = arrival
    }
  }

  /// Friday to Monday, always open, the clocks of Sunday going forward or back.
  static func aroundTheClock(_ shift: Int64) -> Scenario {
    var scenario = Scenario.small(days: 4, contactsPerDay: 240, open: .allDay, schedule: .throughout(3))
    scenario.days = scenario.days.indices.map {
      OperatingDay(date: nil, weekday: .friday.advanced(by: $0), open: [.allDay])
    }
    scenario.days[2].clockChange = .init(at: .hours(2), shift: .hours(shift))
    return scenario
  }

  @Test(arguments: [1, -1]) func `the plan of a change of the clocks has a day of 23 or 25 hours`(shift: Int64) throws {
    let scenario = Self.aroundTheClock(shift)
    let plan = try PlanBuilder.build(scenario).plan
    #expect(plan.dayStarts == [0, 24, 48, 72 - shift, 96 - shift].map { .zero + .hours($0) })
    #expect(plan.horizon == .zero + .hours(96 - shift))
    // Ten contacts an hour of the clock: an hour that is skipped has none, one that comes twice has twenty.
    let pieces = plan.arrivals[0].pieces
    #expect(pieces.allSatisfy { abs($0.expectedContacts / ($0.end - $0.start).inHours - 10) < 1e-6 })
    #expect(pieces.reduce(0) { $0 + ($1.end - $1.start).inHours } == Double(96 - shift))
    #expect(plan.duties.map(\.time) == [0, 0, 0, 96 - shift, 96 - shift, 96 - shift].map { .zero + .hours($0) })
  }

  /// The rate is the clock's, but what was counted was counted once.
  @Test func `exact counts of an hour that comes twice come once`() throws {
    var scenario = Self.aroundTheClock(-1)
    for day in scenario.days.indices { scenario.days[day].date = CalendarDate(dayNumber: 20_000 + day) }
    let pieces = (0..<24).map { Demand.Piece(clock: .hours($0, $0 + 1), weight: $0 == 1 ? 50 : 10) }
    scenario.demand.counts = scenario.days.map { DateCounts(date: $0.date!, queue: nil, pieces: pieces) }
    let plan = try PlanBuilder.build(scenario).plan
    let (start, end) = (plan.dayStarts[2], plan.dayStarts[3])
    let sunday = plan.arrivals[0].pieces.filter { $0.start >= start && $0.start < end }
    #expect(end == start + .hours(25))
    #expect(abs(sunday.reduce(0) { $0 + $1.expectedContacts } - 280) < 1e-6)
  }

  @Test(arguments: [1, -1]) func `shifts and breaks follow the local clock through a change`(shift: Int64) throws {
    var scenario = Self.aroundTheClock(shift)
    let lunch = Shift.Break(activity: "lunch", length: .minutes(30), window: .hours(12, 13))
    scenario.teams[0].schedule = .shifts([
      PlanBuilderTests.shift(8, 16, count: 1, breaks: [lunch]), PlanBuilderTests.shift(22, 30, count: 1),
    ])
    let plan = try PlanBuilder.build(scenario).plan
    // The night into Sunday is an hour shorter or longer; Monday's early shift begins at 08:00 by the clock.
    let nights = plan.duties.filter { $0.agent == 1 }.map { ($0.time - .zero).microseconds / 3_600_000_000 }
    #expect(nights == [0, 6, 22, 30, 46, 54 - shift, 70 - shift, 78 - shift, 94 - shift, 96 - shift])
    let early = plan.duties.filter { $0.agent == 0 && $0.kind == .signIn }.map(\.time)
    #expect(early == [8, 32, 56 - shift, 80 - shift].map { .zero + .hours($0) })
    let breaks = plan.duties.filter { if case .pause = $0.kind { $0.agent == 0 } else { false } }.map(\.time)
    #expect(breaks == [12, 36, 60 - shift, 84 - shift].map { .zero + .hours($0) + .minutes(15) })
  }
}
