import BusyHourTesting
import ContactCenter
import EventLog
import Simulation
import Testing

/// Arrival counts against theory and the published days C5 and C7.
///
/// A mean lies within 4.9 of its standard errors of the truth, a false alarm once in a million; a standard deviation or a
/// correlation within 4.9 of the standard errors that the theory gives it. Seeds are fixed.
@Suite(.labelled)
struct DemandTests {
  static let bar = 4.9

  /// Arrivals by interval of the plan, one row a replication.
  static func counts(_ plan: SimulationPlan, replications: Int, seed: UInt64 = 2_026) throws -> [[Double]] {
    var simulator = try Simulator(plan: plan)
    return (0..<replications).map { replication in
      var counts = Array(repeating: 0.0, count: plan.intervalCount)
      for record in simulator.log(seed: seed, replication: replication).events(.contactArrived) {
        counts[Int(record.time / plan.interval.microseconds)] += 1
      }
      return counts
    }
  }

  struct Moments {
    var count: Double
    var mean: Double
    var variance: Double
    /// Of the mean.
    var standardError: Double { (variance / count).squareRoot() }

    init(_ values: [Double]) {
      count = Double(values.count)
      let mean = values.reduce(0, +) / count
      self.mean = mean
      variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    }
  }

  static func covariance(_ left: [Double], _ right: [Double]) -> Double {
    let (a, b) = (Moments(left).mean, Moments(right).mean)
    return zip(left, right).reduce(0) { $0 + ($1.0 - a) * ($1.1 - b) } / Double(left.count - 1)
  }

  /// Nobody works and nobody waits: only arrivals count.
  static func plan(days: Int, intervals: Int, perInterval: Double, _ factors: [RateFactor]) -> SimulationPlan {
    let length = TimeSpan.minutes(30)
    var plan = SimulationPlan.line(
      horizon: Int64(days * intervals) * length, contacts: perInterval * Double(days * intervals),
      handleTime: .deterministic(.zero), patience: .deterministic(.zero), agents: 0, interval: length)
    plan.dayStarts = (0...days).map { .zero + Int64($0 * intervals) * length }
    plan.arrivals[0].factors = factors
    return plan
  }

  // MARK: Theory

  /// A count with rate m F has variance m + m^2 Var F. Its estimate's standard error is that of a normal sample,
  /// sqrt(2 / (n - 1)), times (1 + skewness allowance): F has a gamma law of cv 0.3, whose excess kurtosis 6 cv^2 raises
  /// it by sqrt(1 + 3 cv^2).
  @Test func `a busy day's counts have the variance of a mixed Poisson law`() throws {
    let cv = 0.3
    let plan = Self.plan(days: 1, intervals: 4, perInterval: 50, [.init(.day, coefficientOfVariation: cv)])
    let replications = TestSwitch.slow ? 20_000 : 500
    let totals = try Self.counts(plan, replications: replications).map { $0.reduce(0, +) }
    let moments = Moments(totals)
    let variance = 200 + 200 * 200 * cv * cv
    #expect(abs(moments.mean - 200) <= Self.bar * (variance / moments.count).squareRoot())
    let error = variance * ((2 / moments.count) * (1 + 3 * cv * cv)).squareRoot()
    #expect(abs(moments.variance - variance) <= Self.bar * error, "\(moments.variance), theory \(variance)")
    // Index of dispersion 19 where a Poisson day has 1: the test tells them apart.
    #expect(variance - Self.bar * error > 10 * 200)
  }

  /// Covariances of interval counts with rates m F and m G: m^2 Cov(F, G). Standard error of a covariance of a normal
  /// pair: sqrt((v^2 + c^2) / n), with v the variance of a count; heavier tails are allowed for by 1.5.
  @Test(arguments: ["busyness", "uncertainty", "both"])
  func `busy days are independent of each other, a wrong forecast is wrong on all days`(name: String) throws {
    let (day, whole) = (0.3, 0.2)
    var factors: [RateFactor] = []
    if name != "uncertainty" { factors.append(.init(.day, coefficientOfVariation: day)) }
    if name != "busyness" { factors.append(.init(.replication, coefficientOfVariation: whole)) }
    let replications = TestSwitch.slow ? 20_000 : 500
    let rows = try Self.counts(Self.plan(days: 2, intervals: 2, perInterval: 60, factors), replications: replications)
    let columns = (0..<4).map { index in rows.map { $0[index] } }
    let secondMoment = (name == "uncertainty" ? 1 : 1 + day * day) * (name == "busyness" ? 1 : 1 + whole * whole)
    let withinDay = 3_600 * (secondMoment - 1)
    let acrossDays = 3_600 * (name == "busyness" ? 0 : whole * whole)
    let variance = 60 + withinDay
    let error = 1.5 * (2 * variance * variance / Double(replications)).squareRoot()
    for (left, right, truth) in [(0, 1, withinDay), (2, 3, withinDay), (0, 2, acrossDays), (1, 3, acrossDays)] {
      let found = Self.covariance(columns[left], columns[right])
      #expect(abs(found - truth) <= Self.bar * error, "\(left) and \(right): \(found), theory \(truth)")
    }
  }

  /// exp of a normal autoregression: Cov(F_i, F_(i+k)) = exp(s^2 r^k) - 1 with s^2 = log(1 + cv^2); days are independent.
  @Test func `intervals are correlated as stated, less and less with their distance`() throws {
    let (cv, correlation, mean) = (0.4, 0.7, 80.0)
    let factor = RateFactor(.interval(correlation: correlation), coefficientOfVariation: cv)
    let replications = TestSwitch.slow ? 20_000 : 500
    let rows = try Self.counts(
      Self.plan(days: 2, intervals: 4, perInterval: mean, [factor]), replications: replications)
    let columns = (0..<8).map { index in rows.map { $0[index] } }
    let logVariance = 0.14842000511827333  // log(1.16)
    let variance = mean + mean * mean * cv * cv
    let error = 1.5 * (2 * variance * variance / Double(replications)).squareRoot()
    for (left, lag) in [(0, 1), (1, 1), (2, 1), (0, 2), (1, 2), (0, 3), (4, 3), (5, 1)] {
      let power = (0..<lag).reduce(1.0) { product, _ in product * correlation }
      let truth = mean * mean * (Self.exponential(logVariance * power) - 1)
      let found = Self.covariance(columns[left], columns[left + lag])
      #expect(abs(found - truth) <= Self.bar * error, "\(left), lag \(lag): \(found), theory \(truth)")
    }
    #expect(abs(Self.covariance(columns[3], columns[4])) <= Self.bar * error, "days are independent")
    for column in columns {
      let moments = Moments(column)
      #expect(abs(moments.mean - mean) <= Self.bar * (variance / moments.count).squareRoot())
      #expect(abs(moments.variance - variance) <= Self.bar * error * 1.5)
    }
  }

  /// The series of the exponential; its argument here is below 0.2.
  private static func exponential(_ x: Double) -> Double {
    (1...20).reversed().reduce(1) { 1 + x / Double($1) * $0 }
  }

  /// The dispersion of a long stretch's count is cv^2 (Cox, "Renewal Theory", section 4.5); a rate that changes by pieces
  /// changes nothing in it, since the process lives on the scale of expected contacts.
  @Test(arguments: [0.4, 1.6]) func `a renewal process keeps its dispersion under a changing rate`(cv: Double) throws {
    var plan = Self.plan(days: 1, intervals: 6, perInterval: 1, [])
    plan.arrivals[0].process = .renewal(coefficientOfVariation: cv)
    let half = TimeSpan.minutes(30)
    let expected = [100.0, 5, 250, 20, 0, 125]
    plan.arrivals[0].pieces = expected.enumerated().map { index, contacts in
      .init(start: .zero + Int64(index) * half, end: .zero + Int64(index + 1) * half, expectedContacts: contacts)
    }
    let rows = try Self.counts(plan, replications: TestSwitch.slow ? 5_000 : 250)
    let totals = Moments(rows.map { $0.reduce(0, +) })
    let variance = 500 * cv * cv
    #expect(abs(totals.mean - 500) <= Self.bar * (variance / totals.count).squareRoot())
    // Beyond the limit, the variance of a stationary renewal process of gamma gaps has a constant below 2.
    #expect(abs(totals.variance - variance) <= Self.bar * variance * (2 / totals.count).squareRoot() + 2)
    for (index, contacts) in expected.enumerated() {
      let column = Moments(rows.map { $0[index] })
      // A short piece's dispersion lies between its limit's and Poisson's.
      let most = contacts * max(1, cv * cv)
      #expect(abs(column.mean - contacts) <= Self.bar * (most / totals.count).squareRoot(), "piece \(index)")
    }
  }

  // MARK: Published days

  /// `CallCC.java` of SSJ: 13 hours from 8:00, base arrivals an hour.
  static let hourly: [Double] = [100, 150, 150, 180, 200, 150, 150, 150, 120, 100, 80, 70, 60]

  static func callCC(_ factors: [RateFactor]) -> SimulationPlan {
    var plan = SimulationPlan.line(
      horizon: .hours(13), contacts: 1, handleTime: .deterministic(.zero), patience: .deterministic(.zero), agents: 0,
      interval: .hours(1))
    plan.arrivals[0].factors = factors
    plan.arrivals[0].pieces = hourly.enumerated().map { hour, contacts in
      .init(
        start: .zero + .hours(Int64(hour)), end: .zero + .hours(Int64(hour) + 1), expectedContacts: contacts)
    }
    return plan
  }

  /// C5: rate x B with B gamma of shape and rate 10, one draw a day. Published, 1,000 days: arrivals 1639.507, 90%
  /// interval [1612.789, 1666.225], so a 95% half-width of 31.83; sd 513.2. The sd of a sample of 1,000 such days has a
  /// standard error of 513.2 sqrt((1 + 3 cv^2) / 2,000) = 13.1. |ours - published| <= 3 standard errors of the
  /// difference: a false alarm once in 370 figures. Theory: mean 1660, variance 1660 + 1660^2 / 10, sd 526.5.
  @Test func `case C5 has the published arrivals`() throws {
    let plan = Self.callCC([.init(.day, coefficientOfVariation: 0.1.squareRoot())])
    let days = try Self.counts(plan, replications: TestSwitch.slow ? 5_000 : 250).map { $0.reduce(0, +) }
    let moments = Moments(days)
    let deviation = moments.variance.squareRoot()
    let (error, deviationError) = (moments.standardError, deviation * (1.3 / 2 / moments.count).squareRoot())
    let published = 31.83 / 1.96
    #expect(abs(moments.mean - 1_639.507) <= 3 * (published * published + error * error).squareRoot() + 5e-4)
    #expect(abs(deviation - 513.2) <= 3 * (13.1 * 13.1 + deviationError * deviationError).squareRoot() + 0.05)
    #expect(abs(moments.mean - 1_660) <= Self.bar * error)
    #expect(abs(deviation - (1_660 + 1_660 * 166.0).squareRoot()) <= Self.bar * deviationError)
    print("C5 arrivals: \(moments.mean) +- \(1.96 * error), sd \(deviation) +- \(1.96 * deviationError)")
  }

  /// C7 is C5 without busy days: hours are independent Poisson counts. The index of dispersion, variance / mean, of n
  /// days has a standard error of sqrt(2 / (n - 1)) (1 + 1 / (2 m)), m being 60 or more.
  @Test func `case C7 has Poisson hours`() throws {
    let rows = try Self.counts(Self.callCC([]), replications: TestSwitch.slow ? 3_000 : 120)
    let days = Double(rows.count)
    for (hour, expected) in Self.hourly.enumerated() {
      let moments = Moments(rows.map { $0[hour] })
      #expect(abs(moments.mean - expected) <= Self.bar * (expected / days).squareRoot(), "hour \(hour)")
      let error = (2 / (days - 1)).squareRoot() * 1.01
      #expect(abs(moments.variance / moments.mean - 1) <= Self.bar * error, "hour \(hour)")
    }
    for hour in 0..<12 {
      let (left, right) = (rows.map { $0[hour] }, rows.map { $0[hour + 1] })
      let correlation = Self.covariance(left, right) / (Moments(left).variance * Moments(right).variance).squareRoot()
      #expect(abs(correlation) <= Self.bar / days.squareRoot(), "hours \(hour) and \(hour + 1)")
    }
  }
}
