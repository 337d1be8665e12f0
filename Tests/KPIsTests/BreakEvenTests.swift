import BusyHourTesting
import ContactCenter
import Testing

@testable import KPIs

@Suite(.labelled)
struct BreakEvenTests {
  /// Samples of a ratio at each value, with errors common to all values of a replication.
  static func samples(_ ratios: [Double], errors: [Double] = [0, 0]) -> [KPISample] {
    ratios.map { ratio in
      var sample = KPISample(daysPerReplication: 1)
      for error in errors { sample.append([KPI.Fraction(ratio + error, per: 1)]) }
      return sample
    }
  }

  @Test func `a falling figure holds up to where its line meets the target`() throws {
    let curve = try #require(
      BreakEven(
        values: [20, 30, 40], samples: Self.samples([0.98, 0.94, 0.86]), range: .init(lower: 0.9), direction: .falling))
    #expect(curve.stretches.count == 1 && curve.stretches[0].from == nil)
    #expect(abs(try #require(curve.stretches[0].to?.value) - 35) < 1e-9)
  }

  /// Errors of -e, 0, +e at every value: standard error e / sqrt 3, and half a value per hundredth: slope -0.008.
  @Test func `its interval is that of the error over the slope`() throws {
    let curve = try #require(
      BreakEven(
        values: [30, 40], samples: Self.samples([0.94, 0.86], errors: [-0.01, 0, 0.01]), range: .init(lower: 0.9),
        direction: .unknown))
    let interval = try #require(curve.stretches[0].to?.interval)
    let halfWidth = 4.302652729749464 * 0.01 / 3.0.squareRoot() / 0.008
    #expect(abs((interval.upperBound - interval.lowerBound) / 2 - halfWidth) < 1e-9)
  }

  @Test func `a band holds between two values, and everywhere and nowhere are told`() throws {
    func stretches(_ ratios: [Double], _ range: Target.Range) throws -> [BreakEven.Stretch] {
      let values = ratios.indices.map(Double.init)
      return try #require(
        BreakEven(values: values, samples: Self.samples(ratios), range: range, direction: .unknown)
      ).stretches
    }
    let band = Target.Range(lower: 0.75, upper: 0.85)
    let one = try stretches([0.7, 0.8, 0.9], band)
    #expect(one.count == 1)
    #expect(abs((one[0].from?.value ?? 0) - 0.5) < 1e-9 && abs((one[0].to?.value ?? 0) - 1.5) < 1e-9)
    let within = try stretches([0.7, 0.9], band)
    #expect(within.count == 1 && abs((within[0].from?.value ?? 0) - 0.25) < 1e-9, "both ends in one step")
    #expect(try stretches([0.8, 0.8], band) == [.init(from: nil, to: nil)])
    #expect(try stretches([0.9, 0.95], band).isEmpty)
    #expect(try stretches([0.8, 0.9, 0.8], band).count == 2)
  }

  /// Two targets of a level that a single day keeps or not: at 30 all days do, at 40 none, so the days tell no error.
  @Test func `between all days and no day there is no interval, and not one without width`() throws {
    func run(_ good: [Int64]) -> RunSamples {
      let target = Target(
        metric: "service_level", name: "service_level", range: .init(lower: 0.9), text: "90%", line: 1)
      return RunSamples(EstimateTests.days(good.map { ($0, 100) }), context: EstimateTests.context, targets: [target])
    }
    let pair = try #require(
      BreakEven.pair(values: [30, 40], runs: [run([95, 97, 96]), run([80, 82, 84])], target: 0, direction: .falling))
    let crossing = try #require(pair.onMostDays?.stretches.first?.to)
    #expect(abs(crossing.value - 30.5) < 1e-9 && crossing.interval == nil)
    #expect(pair.onAverage.stretches.first?.to?.interval != nil)
    let some = try #require(
      BreakEven.pair(values: [30, 40], runs: [run([95, 97, 96]), run([80, 92, 84])], target: 0, direction: .falling))
    #expect(some.onMostDays?.stretches.first?.to?.interval != nil)
  }

  @Test func `noise against theory is pooled, and left alone without it`() {
    let curve = Self.samples([0.9, 0.92, 0.8]).compactMap(Influence.init)
    #expect(BreakEven.smoothed(curve, .falling).map(\.ratio) == [0.91, 0.91, 0.8])
    #expect(BreakEven.smoothed(curve, .unknown).map(\.ratio) == [0.9, 0.92, 0.8])
  }

  /// A straight response with independent noise of each replication: the 95% interval of the break-even value covers in 95%
  /// of 2,000 experiments; 4 standard errors, a false alarm once in 16,000 seeds.
  @Test func `the interval of a break-even value covers it`() throws {
    var random = RepeatableRandom(seed: 611)
    var covered = 0
    for _ in 0..<2_000 {
      var samples = [KPISample(daysPerReplication: 1), KPISample(daysPerReplication: 1)]
      for _ in 0..<30 {
        let shared = Double.random(in: -0.1...0.1, using: &random)
        for (place, ratio) in [0.93, 0.87].enumerated() {
          let own = Double.random(in: -0.05...0.05, using: &random)
          samples[place].append([KPI.Fraction(ratio + shared + own, per: 1)])
        }
      }
      let curve = BreakEven(values: [30, 40], samples: samples, range: .init(lower: 0.9), direction: .unknown)
      if curve?.stretches.first?.to?.interval?.contains(35) == true { covered += 1 }
    }
    #expect(abs(Double(covered) / 2_000 - 0.95) < 0.02, "\(covered)")
  }
}
