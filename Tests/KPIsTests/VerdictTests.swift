import BusyHourTesting
import ContactCenter
import Testing

@testable import KPIs

@Suite(.labelled)
struct VerdictTests {
  static func estimate(_ mean: Double, _ halfWidth: Double? = 0, unit: KPI.Unit = .ratio, count: Int = 100) -> Estimate
  {
    Estimate(
      mean: mean, interval: halfWidth.map { (mean - $0)...(mean + $0) }, halfWidth: halfWidth, percentiles: nil,
      count: count, unit: unit)
  }

  @Test func `a target is met, missed or unsure as its interval lies`() {
    let cases: [(Estimate?, Target.Range, Verdict)] = [
      (Self.estimate(0.92, 0.01), .init(lower: 0.9), .met), (Self.estimate(0.91, 0.01), .init(lower: 0.9), .met),
      (Self.estimate(0.905, 0.01), .init(lower: 0.9), .unsure), (Self.estimate(0.88, 0.01), .init(lower: 0.9), .missed),
      (Self.estimate(0.03, 0.01), .init(upper: 0.05), .met), (Self.estimate(0.05, 0.01), .init(upper: 0.05), .unsure),
      (Self.estimate(0.07, 0.01), .init(upper: 0.05), .missed),
      (Self.estimate(0.8, 0.01), .init(lower: 0.75, upper: 0.85), .met),
      (Self.estimate(0.8, 0.2), .init(lower: 0.75, upper: 0.85), .unsure),
      (Self.estimate(0.9, 0.01), .init(lower: 0.75, upper: 0.85), .missed),
      (Self.estimate(0.7, 0.01), .init(lower: 0.75, upper: 0.85), .missed),
      (Self.estimate(0.9, nil), .init(lower: 0.5), .unsure),
      (nil, .init(lower: 0.5), .unsure), (Self.estimate(0.9, 0), .init(lower: 0.9), .met),
      (Self.estimate(5, 1), .init(), .met),
    ]
    for (estimate, range, verdict) in cases {
      #expect(Verdict(estimate, in: range) == verdict, "\(String(describing: estimate?.interval)) in \(range)")
    }
  }

  @Test func `a grade says how far beyond the target`() {
    let cases: [(Verdict, Estimate?, Target.Range, Grade?)] = [
      (.met, Self.estimate(0.95), .init(lower: 0.9), .excellent),
      (.met, Self.estimate(0.9499), .init(lower: 0.9), .metTarget),
      (.met, Self.estimate(0.025), .init(upper: 0.05), .excellent),
      (.met, Self.estimate(0.026), .init(upper: 0.05), .metTarget),
      (.met, Self.estimate(10, unit: .seconds), .init(upper: 20), .excellent),
      (.met, Self.estimate(11, unit: .seconds), .init(upper: 20), .metTarget),
      (.met, Self.estimate(0.8), .init(lower: 0.75, upper: 0.85), .metTarget),
      (.met, Self.estimate(100, unit: .contacts), .init(lower: 10), .metTarget),
      (.met, Self.estimate(0.5), .init(), .metTarget),
      (.missed, Self.estimate(0.5), .init(lower: 0.9), .needsImprovement),
      (.unsure, Self.estimate(0.9), .init(lower: 0.9), nil),
      (.met, nil, .init(lower: 0.9), nil),
    ]
    for (verdict, estimate, range, grade) in cases {
      #expect(
        Grade(verdict, estimate: estimate, range: range) == grade, "\(verdict) \(estimate?.mean ?? .nan) in \(range)")
    }
  }

  @Test func `an unsure target says how many more replications would settle it`() {
    // Half-width 0.02 at 100 replications; 0.01 away from the end: 4 times as many settle it, 300 more.
    let range = Target.Range(lower: 0.9)
    #expect(range.replicationsToSettle(Self.estimate(0.91, 0.02)) == 300)
    #expect(range.replicationsToSettle(Self.estimate(0.9, 0.02)) == nil, "on the end itself none would")
    #expect(range.replicationsToSettle(Self.estimate(0.95, 0.02)) == nil, "it is settled")
    #expect(range.replicationsToSettle(Self.estimate(0.91, nil)) == nil)
    #expect(Target.Range(lower: 0.5, upper: 0.92).replicationsToSettle(Self.estimate(0.91, 0.02)) == 300)
  }

  @Test func `a target's result holds the share of days that meet it`() throws {
    let days = EstimateTests.days([(9, 10), (8, 10), (10, 10), (0, 0), (9, 10)])
    let target = Target(metric: "service_level", name: "service_level", range: .init(lower: 0.9), text: "90% in 20s")
    let card = Scorecard(replications: days, targets: [target], context: EstimateTests.context)
    let result = try #require(card.targets.first)
    #expect(result.shareOfDaysMet == 0.75)
    #expect(result.verdict == .unsure && result.grade == nil)
    #expect(abs(try #require(result.estimate).mean - 36.0 / 40) < 1e-15)
  }

  @Test func `a target of one queue is held against that queue`() throws {
    var scenario = Scenario.small()
    scenario.queues.append(scenario.queues[0])
    var day = DaySums(queueCount: 2, teamCount: 1, activityCount: 0)
    (day.queues[0].offered, day.queues[0].abandoned) = (10, 0)
    (day.queues[1].offered, day.queues[1].abandoned) = (10, 5)
    let targets = [nil, 0, 1].map {
      Target(metric: "abandonment", name: "abandonment", range: .init(upper: 0.3), queue: $0, text: "")
    }
    let card = Scorecard(replications: [[day], [day]], targets: targets, context: ScoringContext(scenario: scenario))
    #expect(card.targets.map { $0.estimate?.mean } == [0.25, 0, 0.5])
    #expect(card.targets.map(\.verdict) == [.met, .met, .missed])
  }
}
