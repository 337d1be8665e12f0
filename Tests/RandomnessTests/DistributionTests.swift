import BusyHourTesting
import Randomness
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite(.labelled)
struct DistributionTests {
  struct Law: CustomStringConvertible {
    let family: String
    var shape: [Double] = []
    /// The distribution function of the unit-mean law, where it is known in closed form.
    var cdf: (@Sendable (Double) -> Double)?
    var description: String { "\(family)\(shape)" }
    func make() throws -> any DistributionFamily { try DistributionCatalog.law(family, shape: shape) }
  }

  /// Members of every family, the ends of their parameters included.
  static var laws: [Law] {
    func lognormal(_ cv: Double) -> Law {
      let sigma = log(1 + cv * cv).squareRoot()
      return Law(family: "lognormal", shape: [cv]) {
        erfc(-(log($0) + sigma * sigma / 2) / sigma / 2.0.squareRoot()) / 2
      }
    }
    func weibull(_ shape: Double) -> Law {
      Law(family: "weibull", shape: [shape]) { 1 - exp(-pow($0 * tgamma(1 + 1 / shape), shape)) }
    }
    return [
      Law(family: "deterministic"), Law(family: "exponential") { 1 - exp(-$0) },
      lognormal(0.1), lognormal(0.8), lognormal(1), lognormal(1.5), weibull(0.7), weibull(1), weibull(2), weibull(50),
      Law(family: "gamma", shape: [0.5]) { erf((0.5 * $0).squareRoot()) },
      Law(family: "gamma", shape: [1]) { 1 - exp(-$0) },
      Law(family: "gamma", shape: [2]) { 1 - exp(-2 * $0) * (1 + 2 * $0) },
      Law(family: "gamma", shape: [30]), Law(family: "gamma", shape: [10_000]),
      Law(family: "uniform", shape: [0]) { $0 / 2 }, Law(family: "uniform", shape: [0.9]) { ($0 - 0.9) / 0.2 },
      Law(family: "empirical", shape: [0, 0.25, 0.5, 1.25, 3]), Law(family: "empirical", shape: [1]),
    ]
  }

  static func draw(_ law: any DistributionFamily, _ count: Int, from first: UInt64 = 0, seed: UInt64 = 11) -> [Double] {
    let stream = RandomStream(seed: seed, replication: 0, purpose: .handleTime)
    return [Double](unsafeUninitializedCapacity: count) { block, filled in
      law.fill(block.baseAddress!, count: count, from: first, of: stream)
      filled = count
    }
  }

  @Test func `every family of the catalogue is tested here`() {
    #expect(Set(DistributionCatalog.all.map { $0.name }) == Set(Self.laws.map(\.family)))
    #expect(Set(DistributionCatalog.all.map { $0.name }).count == DistributionCatalog.all.count)
  }

  /// 8,000 draws; mean within 4.9 standard errors, variance within 5%; the seed is fixed.
  @Test func `the example of a new family keeps its promises and is the one of the page`() throws {
    expectExample("Tests/RandomnessTests/Triangular.swift", on: "docs/adding.md")
    let shape = try #require(Triangular.shape(coefficientOfVariation: 0.3))
    let law = try Triangular(shape: [shape])
    #expect(abs(law.variance - 0.09) < 1e-12)
    let draws = Self.draw(law, 8_000)
    let mean = draws.reduce(0, +) / 8_000
    #expect(abs(mean - 1) < 4.9 * 0.3 / 8_000.0.squareRoot())
    let variance = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 8_000
    #expect(abs(variance / 0.09 - 1) < 0.05)
    #expect(throws: DistributionError.self) { try Triangular(shape: [-0.1]) }
  }

  /// Draws in unoptimised builds cost microseconds.
  static var drawn: Int { TestSwitch.slow ? 160_000 : 8_000 }

  /// 8,000 draws (160,000 where slow tests run); mean and variance within 4.9 standard errors (the variance's from the sample's fourth moment), false
  /// alarm about 1e-6 each for the mean, somewhat more for the variance of heavy tails; the seed is fixed.
  @Test func `mean and variance are what the family says`() throws {
    try withEvery("law", in: Self.laws) { law in
      let made = try law.make()
      let sample = Self.draw(made, Self.drawn)
      let count = Double(sample.count)
      let mean = sample.reduce(0, +) / count
      let second = sample.reduce(0) { $0 + ($1 - 1) * ($1 - 1) } / count
      let fourth = sample.reduce(0) { $0 + ($1 - 1) * ($1 - 1) * ($1 - 1) * ($1 - 1) } / count
      #expect(abs(mean - 1) <= 4.9 * (made.variance / count).squareRoot())
      let spread = max(0, fourth - second * second) / count
      #expect(abs(second - made.variance) <= 4.9 * spread.squareRoot() + 1e-12)
      #expect(sample.allSatisfy { $0 >= 0 && $0.isFinite })
    }
  }

  /// Kolmogorov-Smirnov with the same number of draws: sqrt n D < 2.23, false alarm 1e-4 each (2 exp(-2 x 2.23^2)).
  @Test func `the shape is the closed distribution function`() throws {
    try withEvery("law", in: Self.laws.filter { $0.cdf != nil }) { law in
      let sample = Self.draw(try law.make(), Self.drawn, seed: 12).sorted()
      let count = Double(sample.count)
      let distance = sample.enumerated().reduce(0.0) { worst, entry in
        let value = law.cdf!(entry.element)
        return max(worst, value - Double(entry.offset) / count, Double(entry.offset + 1) / count - value)
      }
      #expect(distance * count.squareRoot() < 2.23)
    }
  }

  @Test func `an empirical law draws each value of its sample equally often`() throws {
    let sample = Self.draw(try DistributionCatalog.law("empirical", shape: [0, 0.25, 0.5, 1.25, 3]), 20_000)
    for value in [0, 0.25, 0.5, 1.25, 3] {
      // 4,000 expected, standard deviation 56.6; 4.9 of them.
      #expect(abs(sample.count { $0 == value } - 4_000) < 278, "\(value)")
    }
  }

  @Test func `a variate depends on its number alone, not on the block that it is drawn in`() throws {
    try withEvery("law", in: Self.laws) { law in
      let made = try law.make()
      let whole = Self.draw(made, 128, from: 1_000)
      withEvery("first", in: [1_000, 1_001, 1_013, 1_064, 1_120] as [UInt64]) { first in
        let part = Self.draw(made, 8, from: first)
        #expect(part == Array(whole[Int(first - 1_000)..<Int(first - 992)]))
      }
    }
  }

  @Test func `a variate drawn alone has the bits that it has in a block`() throws {
    let stream = RandomStream(seed: 11, replication: 0, purpose: .handleTime)
    try withEvery("law", in: Self.laws) { law in
      let made = try law.make()
      // About sixteen of them lie in the tails of a normal law.
      let block = Self.draw(made, 16_384)
      let differing = block.indices.filter { made.variate(UInt64($0), of: stream).bitPattern != block[$0].bitPattern }
      #expect(differing == [])
    }
  }

  @Test func `a variate at an extreme uniform number is finite and not negative`() throws {
    let extremes = [0x1p-53, 1 - 0x1p-53]
    for u in extremes {
      #expect(-VectorMath.log(u) > 0 && (-VectorMath.log(u)).isFinite)
      #expect(NormalQuantile.value(at: u).isFinite)
      for cv in [1e-3, 100] {
        let sigma = VectorMath.log(1 + cv * cv).squareRoot()
        #expect(VectorMath.exp(sigma * NormalQuantile.value(at: u) - sigma * sigma / 2) > 0)
      }
    }
    try withEvery(
      "law", in: [("gamma", 0.01), ("gamma", 10_000), ("weibull", 0.1), ("weibull", 50), ("lognormal", 100)]
    ) { law in
      let made = try DistributionCatalog.law(law.0, shape: [law.1])
      #expect(made.variance.isFinite && made.variance > 0)
      #expect(Self.draw(made, 4_096).allSatisfy { $0 >= 0 && $0.isFinite })
    }
  }

  @Test func `parameters without a law are refused`() {
    let bad: [(String, [Double])] = [
      ("deterministic", [1]), ("exponential", [1]), ("lognormal", []), ("lognormal", [0]), ("lognormal", [-1]),
      ("lognormal", [.nan]), ("lognormal", [101]), ("lognormal", [.infinity]), ("gamma", [0]), ("gamma", [.nan]),
      ("gamma", [10_001]), ("gamma", [1, 2]), ("weibull", [0.05]), ("weibull", [51]), ("weibull", [.nan]),
      ("uniform", [-0.1]), ("uniform", [1]), ("uniform", [.nan]), ("empirical", []), ("empirical", [-1]),
      ("empirical", [.nan]), ("empirical", [.infinity]), ("cauchy", []), ("", []),
    ]
    for (family, shape) in bad {
      #expect(throws: DistributionError.self, "\(family) \(shape)") {
        _ = try DistributionCatalog.law(family, shape: shape)
      }
    }
  }
}
