import BusyHourTesting
import ContactCenter
import Testing

@testable import KPIs

@Suite(.labelled)
struct UncertaintyTests {
  @Test func `an interval ends where the figure does`() throws {
    let days = EstimateTests.days([(99, 100), (100, 100), (100, 100), (97, 100)])
    let estimate = try #require(Estimate(.serviceLevel, of: days, in: EstimateTests.context))
    #expect(estimate.interval?.upperBound == 1)
    let halfWidth = try #require(estimate.halfWidth)
    #expect(halfWidth > 0.01, "the half-width is that of the delta method, uncut")
    #expect(estimate.interval?.lowerBound == estimate.mean - halfWidth)
    let few = EstimateTests.days([(1, 100), (0, 100), (0, 100), (0, 100)])
    #expect(try #require(Estimate(.serviceLevel, of: few, in: EstimateTests.context)).interval?.lowerBound == 0)
  }

  /// 0.01, 0.04, 0.03 of three: times 3, 2, 1 in order of size are 0.03, 0.06, 0.04, made increasing 0.03, 0.06, 0.06.
  @Test func `Holm's rule is worked out by hand`() {
    let adjusted = Comparison.holm([0.01, 0.04, 0.03])
    for (value, wanted) in zip(adjusted, [0.03, 0.06, 0.06]) { #expect(abs((value ?? -1) - wanted) < 1e-15) }
    #expect(Comparison.holm([0.6, nil, 0.9]) == [1, nil, 1])
  }

  @Test func `a difference that one comparison would call is unclear among many`() throws {
    let good = (0..<40).map { Int64(70 + $0 % 3) }
    let base = EstimateTests.days(good.map { ($0, 100) })
    let shifted = EstimateTests.days(good.enumerated().map { ($0 % 7 == 0 ? $1 + 1 : $1, 100) })
    let one = Comparison(
      first: base, in: EstimateTests.context, second: shifted, in: EstimateTests.context, isPaired: true)
    let row = try #require(one.rows.first { $0.name == "service_level" })
    #expect(row.word == .better)
    let p = try #require(row.pValue)
    let many = Comparison.adjusted(Array(repeating: one, count: 1 + Int(0.05 / p)))
    for comparison in many {
      let row = try #require(comparison.rows.first { $0.name == "service_level" })
      #expect(row.word == .unclear && (row.adjustedPValue ?? 0) > 0.05)
      #expect(row.interval == one.rows.first { $0.name == "service_level" }?.interval, "intervals stay their own")
    }
  }

  @Test func `runs with gaps are paired by the number of the replication, not by its place`() throws {
    let days = EstimateTests.days([(50, 100), (70, 100), (90, 100), (60, 100)])
    var whole = RunSamples(context: EstimateTests.context, targets: [], daysPerReplication: 1)
    var holed = whole
    for (index, day) in days.enumerated() {
      whole.append(day, of: index)
      if index != 1 { holed.append(day, of: index) }
    }
    let row = try #require(
      Comparison(first: whole, second: holed, isPaired: true).rows.first { $0.name == "service_level" })
    #expect(row.word == .same && row.difference == 0)
    #expect(Comparison(first: whole, second: holed, isPaired: true).counts == [3, 3])
  }

  /// Met on days 1, 2 and 4 against 1 and 4, of four: differences 0, -1, 0, 0 have mean -0.25 and standard error 0.25, and
  /// Student's quantile of three degrees of freedom is 3.182446. Days 2 alone has the first of a run of three.
  @Test func `the days that meet a target are compared with an interval, on the replications in common`() throws {
    let target = Target(metric: "service_level", name: "service_level", range: .init(lower: 0.9), text: "90%", line: 1)
    func run(_ good: [Int64]) -> RunSamples {
      RunSamples(EstimateTests.days(good.map { ($0, 100) }), context: EstimateTests.context, targets: [target])
    }
    func row(_ left: [Int64], _ right: [Int64], isPaired: Bool = true) throws -> Comparison.Row {
      let comparison = Comparison(first: run(left), second: run(right), isPaired: isPaired)
      return try #require(comparison.rows.first { $0.target == target })
    }
    let some = try row([95, 92, 80, 91], [94, 85, 81, 92])
    #expect(some.difference == -0.25 && some.word == .unclear)
    let interval = try #require(some.interval)
    #expect(abs(interval.lowerBound + 0.25 + 3.182446305 * 0.25) < 1e-8)
    #expect(try row([95, 92, 80, 91, 99], [94, 85, 81, 92]).difference == -0.25, "the fifth day has no partner")
    let all = try row([95, 92, 96], [94, 91, 93])
    #expect(all.difference == 0 && all.interval == nil && all.pValue == nil && all.word == .unclear)
    #expect(try row([95, 92, 80, 91], [94, 85, 81, 92], isPaired: false).interval?.lowerBound != interval.lowerBound)
  }

  /// Monday to Friday of six weeks: four weeks are 20 rows. A gap of a week leaves 15.
  @Test func `windows of dated days go by the calendar`() {
    func figures(_ offsets: [Int]) -> DailyFigures {
      let monday = CalendarDate(year: 2026, month: 9, day: 7)!
      return DailyFigures(
        days: offsets.map { .init(name: "\($0)", figures: ["asa_s": 1], date: monday.advanced(by: $0)) })
    }
    let weekdays = (0..<42).filter { $0 % 7 < 5 }
    let windows = figures(weekdays).windows(of: 28)
    #expect(windows.allSatisfy { (19...20).contains($0.count) }, "\(windows)")
    #expect(windows.first == 1..<21 && windows.last?.upperBound == 30)
    #expect(figures(weekdays).last(28).count == 20)
    #expect(figures(weekdays.filter { !(14..<21).contains($0) }).windows(of: 28).map(\.count).max() == 15)
    #expect(figures([0, 1, 2]).windows(of: 28) == [0..<3])
    let undated = DailyFigures(days: (0..<30).map { .init(name: "\($0)", figures: [:]) })
    #expect(undated.windows(of: 28) == [0..<28, 1..<29, 2..<30] && undated.last(28) == 2..<30)
  }

  /// Left varies by 0.2 around its mean, the differences by 0.01: variance (0.04 + 0.0381) / 0.0001.
  @Test func `pairing says by how much it has shrunk the variance`() throws {
    let comparison = Comparison(
      first: ComparisonTests.left, in: EstimateTests.context, second: ComparisonTests.right, in: EstimateTests.context,
      isPaired: true)
    let row = try #require(comparison.rows.first { $0.name == "service_level" })
    #expect(abs((row.varianceReduction ?? 0) - (0.04 + 0.0381) / 0.0001) < 1e-6)
    let apart = Comparison(
      first: ComparisonTests.left, in: EstimateTests.context, second: ComparisonTests.right, in: EstimateTests.context,
      isPaired: false)
    #expect(apart.rows.allSatisfy { $0.varianceReduction == nil && $0.interval == $0.unpairedInterval })
  }

  // MARK: Days and weeks

  @Test func `a week of single days is as many as the week has open days, of a period seven from its first`() {
    let single = KPISample(.serviceLevel, of: EstimateTests.days((1...12).map { ($0, 100) }), in: EstimateTests.context)
    #expect(single.weekFigures(openDaysPerWeek: 5) == [0.03, 0.08])
    let period = [EstimateTests.days((1...16).map { ($0, 100) }).flatMap { $0 }]
    let whole = KPISample(.serviceLevel, of: period, in: EstimateTests.context)
    #expect(whole.weekFigures(openDaysPerWeek: 5) == [0.04, 0.11])
    #expect(whole.dayFigures.count == 16)
  }

  /// Wilson's interval of 8 of 10: textbook figures 0.4901625 and 0.9433178.
  @Test func `the chance that a day meets the target has Wilson's interval`() throws {
    let days = EstimateTests.days(Array(repeating: (95, 100), count: 8) + [(80, 100), (70, 100)])
    let target = Target(metric: "service_level", name: "service_level", range: .init(lower: 0.9), text: "90% in 20s")
    let result = try #require(
      Scorecard(replications: days, targets: [target], context: EstimateTests.context).targets.first)
    #expect(result.shareOfDaysMet == 0.8)
    let interval = try #require(result.shareOfDaysInterval)
    #expect(abs(interval.lowerBound - 0.4901625) < 1e-6 && abs(interval.upperBound - 0.9433178) < 1e-6)
    #expect(result.shareOfWeeksMet == 0.5, "weeks of five: 95% and 87%")
  }

  // MARK: Sequential

  @Test func `the boundary of repeated looks is crossed with the probability that was asked for`() {
    let times = SequentialRule.looks.map(Double.init)
    #expect(SequentialRule.looks.count == 18 && times.last == 98_113)
    for confidence in [0.5, 0.8, 0.95, 0.99, 0.999] {
      let boundary = SequentialRule(confidence: confidence).boundary
      let chance = SequentialRule.crossingProbability(boundary: boundary, times: times)
      #expect(abs(chance - (1 - confidence)) < 1e-5 * (1 - confidence) / 0.05, "\(confidence): \(boundary) \(chance)")
    }
  }

  /// Pocock's table (1977): 2 and 5 equally spaced looks at 5% need 2.178 and 2.413; one look 1.960.
  @Test func `the recursion gives Pocock's table`() {
    for (looks, boundary) in [(1, 1.95996), (2, 2.17827), (5, 2.41318)] {
      let chance = SequentialRule.crossingProbability(boundary: boundary, times: (1...looks).map(Double.init))
      #expect(abs(chance - 0.05) < 2e-5, "\(looks)")
    }
  }
}
