import BusyHourTesting
import ContactCenter
import Testing

@testable import KPIs

@Suite(.labelled)
struct EstimateTests {
  static let context = ScoringContext(scenario: .small())

  /// Days that differ in the contacts answered in time and offered alone.
  static func days(_ pairs: [(Int64, Int64)]) -> [[DaySums]] {
    pairs.map { good, offered in
      var day = DaySums(queueCount: 1, teamCount: 1, activityCount: 0)
      (day.queues[0].answeredInTime, day.queues[0].answered, day.queues[0].offered) = (good, offered, offered)
      return [day]
    }
  }

  /// 8/10, 9/10, 10/12: R = 27/32; influences -0.041015625, 0.052734375, -0.01171875; t(2, 0.975) = 4.302652729749464.
  @Test func `the interval of a ratio is that of the delta method, worked out by hand`() throws {
    let estimate = try #require(Estimate(.serviceLevel, of: Self.days([(8, 10), (9, 10), (10, 12)]), in: Self.context))
    #expect(estimate.mean == 27.0 / 32)
    #expect(abs(try #require(estimate.halfWidth) - 0.119141856472198) < 1e-12)
    #expect(estimate.count == 3)
    #expect(estimate.unit == .ratio)
  }

  @Test func `the mean is a ratio of sums, not a mean of ratios`() throws {
    let estimate = try #require(Estimate(.serviceLevel, of: Self.days([(1, 1), (0, 99)]), in: Self.context))
    #expect(estimate.mean == 0.01)
    #expect(estimate.percentiles?.p50 == 0.5)
  }

  @Test func `days of one replication count as one observation`() throws {
    let four = Self.days([(8, 10), (9, 10), (10, 12), (7, 8)])
    let two = [four[0] + four[1], four[2] + four[3]]
    let estimate = try #require(Estimate(.serviceLevel, of: two, in: Self.context))
    let merged = try #require(Estimate(.serviceLevel, of: Self.days([(17, 20), (17, 20)]), in: Self.context))
    #expect(estimate.interval == merged.interval && estimate.mean == merged.mean && estimate.count == 2)
    #expect(estimate.percentiles != merged.percentiles, "percentiles are of days")
  }

  @Test func `one replication has no interval, none has no estimate`() throws {
    let one = try #require(Estimate(.serviceLevel, of: Self.days([(8, 10)]), in: Self.context))
    #expect(one.interval == nil && one.halfWidth == nil && one.mean == 0.8)
    #expect(Estimate(.serviceLevel, of: [], in: Self.context) == nil)
    #expect(Estimate(.serviceLevel, of: Self.days([(0, 0), (0, 0)]), in: Self.context) == nil)
    // A day on which nobody was scheduled or called is closed: it is no day of the counts either.
    let some = try #require(Estimate(.contactsOffered, of: Self.days([(0, 0), (10, 10)]), in: Self.context))
    #expect(some.mean == 10)
  }

  @Test func `equal replications have an interval of no width`() throws {
    let estimate = try #require(Estimate(.serviceLevel, of: Self.days([(9, 10), (9, 10), (9, 10)]), in: Self.context))
    #expect(estimate.interval == 0.9...0.9)
  }

  @Test func `percentiles lie between order statistics`() throws {
    let values = (1...21).map(Double.init).shuffled()
    let percentiles = try #require(Estimate.Percentiles(of: values))
    #expect((percentiles.p05, percentiles.p50, percentiles.p95) == (2, 11, 20))
    let two = try #require(Estimate.Percentiles(of: [10, 20]))
    #expect(abs(two.p05 - 10.5) < 1e-12 && two.p50 == 15 && abs(two.p95 - 19.5) < 1e-12)
    let one = try #require(Estimate.Percentiles(of: [7]))
    #expect((one.p05, one.p50, one.p95) == (7, 7, 7))
    #expect(Estimate.Percentiles(of: []) == nil)
  }

  @Test func `Student's quantiles are those of the tables`() {
    let table = [
      (1, 12.706204736174707), (2, 4.302652729749464), (9, 2.2621571627982055), (29, 2.0452296421327043),
      (999, 1.96234146113345),
    ]
    for (freedom, quantile) in table {
      #expect(abs(StudentQuantile.twoSided95(degreesOfFreedom: freedom) - quantile) < 1e-9, "\(freedom)")
    }
  }
}

@Suite(.labelled)
struct ComparisonTests {
  private func row(_ left: [[DaySums]], _ right: [[DaySums]], isPaired: Bool) throws -> Comparison.Row {
    let comparison = Comparison(
      first: left, in: EstimateTests.context, second: right, in: EstimateTests.context, isPaired: isPaired)
    #expect(comparison.isPaired == isPaired)
    return try #require(comparison.rows.first { $0.name == "service_level" })
  }

  static let left = EstimateTests.days([(50, 100), (70, 100), (90, 100)])
  static let right = EstimateTests.days([(52, 100), (73, 100), (91, 100)])

  /// Differences 0.02, 0.03, 0.01: mean 0.02, s = 0.01, half-width 4.302652729749464 x 0.01 / sqrt 3.
  @Test func `paired runs are compared replication by replication`() throws {
    let row = try row(Self.left, Self.right, isPaired: true)
    #expect(abs(row.difference - 0.02) < 1e-12)
    let interval = try #require(row.interval)
    #expect(abs((interval.upperBound - interval.lowerBound) / 2 - 4.302652729749464 * 0.01 / 3.0.squareRoot()) < 1e-9)
    #expect(row.word == .unclear)
  }

  /// Welch: variances 0.04 and 0.0381 of three each; df = 3.9975..., rounded down to 3; t = 3.1824463052837096.
  @Test func `independent runs are compared by Welch's interval, far wider`() throws {
    let row = try row(Self.left, Self.right, isPaired: false)
    let interval = try #require(row.interval)
    let variance = (0.04 + 0.0381) / 3
    #expect(abs((interval.upperBound - interval.lowerBound) / 2 - 3.1824463052837096 * variance.squareRoot()) < 1e-9)
    #expect(row.word == .unclear)
  }

  @Test func `pairing compares the common replications, independence all of them`() throws {
    let more = Self.right + EstimateTests.days([(10, 100)])
    #expect(abs(try row(Self.left, more, isPaired: true).difference - 0.02) < 1e-12)
    #expect(abs(try row(Self.left, more, isPaired: false).difference - (0.565 - 0.7)) < 1e-12)
  }

  @Test func `the word follows the interval and what is better`() {
    let cases: [(KPI.Preference, ClosedRange<Double>?, Comparison.Word)] = [
      (.higher, 0.1...0.2, .better), (.higher, -0.2 ... -0.1, .worse), (.lower, 0.1...0.2, .worse),
      (.lower, -0.2 ... -0.1, .better), (.neither, 0.1...0.2, .higher), (.neither, -0.2 ... -0.1, .lower),
      (.higher, -0.1...0.1, .unclear), (.higher, 0...0.1, .unclear), (.lower, -0.1...0, .unclear),
      (.higher, 0...0, .same),
      (.higher, nil, .unclear),
    ]
    for (preference, interval, word) in cases {
      #expect(Comparison.Word(preference, interval) == word, "\(preference) \(String(describing: interval))")
    }
  }

  @Test func `a run compared with itself is the same in every figure`() {
    let comparison = Comparison(
      first: Self.left, in: EstimateTests.context, second: Self.left, in: EstimateTests.context, isPaired: true)
    #expect(!comparison.rows.isEmpty)
    for row in comparison.rows { #expect(row.word == .same && row.difference == 0, "\(row.name)") }
  }
}
