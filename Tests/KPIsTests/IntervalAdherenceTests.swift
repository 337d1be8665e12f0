import BusyHourTesting
import ContactCenter
import EventLog
import KPIs
import Testing

/// Adherence by interval, on a log that can be followed with a finger.
@Suite(.labelled)
struct IntervalAdherenceTests {
  private static func at(_ seconds: Int64) -> SimulationTime { .second(seconds) }

  private static func fold(_ events: [(Event, Int64)], dayIntervals: [Int]) -> (intervals: [DaySums], days: [DaySums]) {
    let plan = SimulationPlan.line(
      horizon: .seconds(400), contacts: 1, handleTime: .exponential(mean: .minutes(1)), agents: 1,
      interval: .seconds(100))
    var parameters = FoldParameters(plan: plan, acceptableWaits: [.seconds(20)])
    // The first activity is a break, the third an absence.
    (parameters.delayActivity, parameters.isUnplanned) = (1, [false, false, true])
    parameters.dayIntervals = dayIntervals
    var fold = IntervalFold(parameters, byInterval: true)
    events.map { EventRecord($0, at: at($1)) }.withUnsafeBufferPointer { fold.apply($0) }
    return ((0..<4).map { fold.intervalSums($0) }, fold.daySums())
  }

  private static func adherence(_ sums: DaySums) -> KPI.Fraction {
    var scenario = Scenario.small()
    scenario.conduct.lateness = .init(share: .percent(10), mean: .minutes(5))
    return KPI.adherence.fraction(sums, ScoringContext(scenario: scenario))
  }

  /// A break of 40 s is due at 80 and begins at 110: until then at work instead of on it, from 120 to 150 on it instead of at
  /// work. Away without a plan from 190 to 230.
  private static let log: [(Event, Int64)] = [
    (.agentSignedIn(agent: 0, team: 0), 0), (.breakDelayed(agent: 0, activity: 0, dueAt: at(80)), 110),
    (.breakStarted(agent: 0, activity: 0), 110), (.breakEnded(agent: 0, activity: 0, startedAt: at(110)), 150),
    (.breakStarted(agent: 0, activity: 2), 190), (.breakEnded(agent: 0, activity: 2, startedAt: at(190)), 230),
    (.agentSignedOut(agent: 0, team: 0, scheduledEnd: at(400)), 400), (.replicationFinished, 400),
  ]

  @Test func `a break that begins late counts where people are not as the schedule says`() {
    let (intervals, days) = Self.fold(Self.log, dayIntervals: [0, 4])
    let figures = intervals.map(Self.adherence)
    // Off the schedule: 80-100; 100-110, 120-150, 190-200; 200-230.
    #expect(figures.map { $0.numerator / 1e6 } == [80, 50, 70, 100])
    #expect(figures.allSatisfy { $0.denominator == 100e6 })
    #expect(Self.adherence(days[0]).numerator / 1e6 == 300)
  }

  @Test func `where it ends on the next day it counts on the day on which it was due`() {
    // The day ends at 100: of the delay 20 s are before, and the break ends after.
    let (intervals, days) = Self.fold(Self.log, dayIntervals: [0, 1, 4])
    #expect(intervals.map { Self.adherence($0).numerator / 1e6 } == [60, 70, 70, 100])
    #expect(days.map { Self.adherence($0).numerator / 1e6 } == [60, 240])
  }
}
