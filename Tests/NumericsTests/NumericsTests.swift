import Glibc
import Numerics
import Testing

struct QuantilesTests {
  @Test func `normal quantiles agree with printed tables`() throws {
    for (p, z) in [(0.975, 1.959963984540054), (0.5, 0), (0.025, -1.959963984540054), (1e-10, -6.361340902404056)] {
      #expect(abs(try Quantiles.normal(p) - z) <= 1e-14 * max(1, abs(z)), "p \(p)")
    }
  }

  @Test func `student quantiles of one, two and four degrees agree with their closed forms`() throws {
    for p in [0.0005, 0.025, 0.3, 0.8, 0.975, 0.9995] {
      let a = 4 * p * (1 - p)
      let cosine = cos(acos(a.squareRoot()) / 3) / a.squareRoot()
      let closed = [
        1.0: tan(.pi * (p - 0.5)), 2: (2 * p - 1) * (2 / a).squareRoot(),
        4: (p < 0.5 ? -2 : 2) * (cosine - 1).squareRoot(),
      ]
      for (degreesOfFreedom, t) in closed {
        let value = try Quantiles.student(p, degreesOfFreedom: degreesOfFreedom)
        #expect(abs(value - t) <= 2e-13 * abs(t), "p \(p), \(degreesOfFreedom) degrees: \(value), closed form \(t)")
      }
    }
  }

  @Test func `student quantiles come close to the normal ones as the degrees grow`() throws {
    let normal = try Quantiles.normal(0.975)
    for (degreesOfFreedom, bar) in [(29.0, 0.09), (1e3, 0.003), (1e6, 3e-6)] {
      let t = try Quantiles.student(0.975, degreesOfFreedom: degreesOfFreedom)
      #expect(t > normal && t < normal + bar, "\(degreesOfFreedom) degrees: \(t)")
    }
    #expect(abs(try Quantiles.student(0.975, degreesOfFreedom: 29) - 2.045229642132703) < 1e-13)
  }
}

struct RootFindingTests {
  @Test func `brent finds roots to the last digits`() throws {
    let cosine = try RootFinding.brent(lower: 0, upper: 1) { cos($0) - $0 }
    #expect(abs(cosine - 0.7390851332151607) < 1e-15)
    let cube = try RootFinding.brent(lower: -3, upper: 10) { $0 * $0 * $0 - 2 }
    #expect(abs(cube - 1.2599210498948732) < 1e-14)
    #expect(try RootFinding.brent(lower: 2, upper: 3) { $0 - 2 } == 2)
  }

  @Test func `a root that is not enclosed is an error, not a crash`() {
    #expect(throws: NumericalError.rootNotBracketed(lower: 1, upper: 2)) {
      try RootFinding.brent(lower: 1, upper: 2) { $0 }
    }
    #expect(throws: NumericalError.functionNotFinite(at: 0)) {
      try RootFinding.brent(lower: 0, upper: 2) { log($0) }
    }
    #expect(throws: NumericalError.self) { try RootFinding.brent(lower: .nan, upper: 2) { $0 } }
    #expect(throws: NumericalError.self) { try RootFinding.brent(lower: 3, upper: 2) { $0 } }
    #expect(throws: NumericalError.self) {
      try RootFinding.brent(lower: -1, upper: 2) { $0 > 0.3 && $0 < 0.9 ? .nan : $0 - 0.5 }
    }
  }
}

struct QuadratureTests {
  @Test func `integrals agree with their closed forms`() throws {
    let sine = try Quadrature.adaptive(from: 0, to: .pi) { sin($0) }
    #expect(abs(sine.value - 2) < 1e-14 && sine.errorBound < 1e-12)
    let root = try Quadrature.adaptive(from: 0, to: 1) { $0.squareRoot() }
    #expect(abs(root.value - 2.0 / 3) < 1e-13)
    let tail = try Quadrature.toInfinity(from: 1) { exp(-$0) }
    #expect(abs(tail.value - exp(-1)) < 1e-13)
    #expect(try Quadrature.adaptive(from: 2, to: 2) { $0 }.value == 0)
  }

  @Test func `integrals that do not exist are errors`() {
    #expect(throws: NumericalError.self) { try Quadrature.adaptive(from: 0, to: 1) { _ in .infinity } }
    #expect(throws: NumericalError.self) { try Quadrature.adaptive(from: 0, to: .infinity) { $0 } }
    #expect(throws: NumericalError.self) { try Quadrature.toInfinity(from: 1) { 1 / $0 } }
  }
}

struct DistributionTests {
  @Test func `poisson probabilities agree with products written out`() {
    for (count, mean) in [(0, 0.5), (3, 2), (15, 9), (16, 9), (40, 33.5), (170, 140)] {
      var product = exp(-mean)
      for k in stride(from: 1, through: count, by: 1) { product *= mean / Double(k) }
      let ours = exp(-PoissonDistribution.negativeLogProbability(Double(count), mean: mean))
      #expect(abs(ours - product) < 2e-13 * product, "count \(count), mean \(mean)")
    }
  }

  @Test func `cumulative laws agree with sums written out`() throws {
    let poisson = (0...4).reduce(0.0) { $0 + exp(-PoissonDistribution.negativeLogProbability(Double($1), mean: 3.5)) }
    #expect(abs(try PoissonDistribution.cumulative(4, mean: 3.5) - poisson) < 1e-13)
    // Three trials at 1/4: P(K <= 1) = 27/64 + 27/64.
    #expect(abs(try BinomialDistribution.cumulative(1, trials: 3, probability: 0.25) - 54.0 / 64) < 1e-14)
    #expect(try BinomialDistribution.cumulative(-1, trials: 3, probability: 0.25) == 0)
    #expect(abs(try GammaDistribution.regularisedLower(1, 2) - (1 - exp(-2))) < 1e-15)
    #expect(abs(try GammaDistribution.regularisedUpper(1, 2) - exp(-2)) < 1e-15)
  }

  @Test func `the normal hazard is smooth where its forms meet`() {
    for (z, step) in [(26.0, 1e-9), (4.0, 1e-9)] {
      let below = NormalDistribution.hazardExcess(z - step)
      let above = NormalDistribution.hazardExcess(z + step)
      #expect(abs(above / below - 1) < 1e-8, "z \(z)")
      #expect(abs(NormalDistribution.hazard(z + step) / NormalDistribution.hazard(z - step) - 1) < 1e-8, "z \(z)")
    }
    #expect(abs(NormalDistribution.cumulative(1.959963984540054) - 0.975) < 1e-15)
    #expect(NormalDistribution.survival(40) == 0 && NormalDistribution.hazard(1000) > 1000)
  }

  @Test func `arguments outside their domains are refused with what is allowed`() {
    for p in [-1, 0, 1, 2, Double.nan] {
      #expect(throws: NumericalError.self, "p \(p)") { try Quantiles.normal(p) }
      #expect(throws: NumericalError.self, "p \(p)") { try Quantiles.student(p, degreesOfFreedom: 3) }
    }
    for degreesOfFreedom in [0, -1, Double.nan, .infinity] {
      #expect(throws: NumericalError.self) { try Quantiles.student(0.9, degreesOfFreedom: degreesOfFreedom) }
    }
    #expect(throws: NumericalError.self) { try PoissonDistribution.cumulative(-1, mean: 2) }
    #expect(throws: NumericalError.self) { try GammaDistribution.regularisedUpper(0, 2) }
    #expect(throws: NumericalError.self) { try BinomialDistribution.cumulative(1, trials: -3, probability: 0.5) }
  }

  @Test func `the excess function keeps its digits near zero`() {
    for x in [1e-9, 1e-4, 0.1, -0.3, 0.499999, 0.500001, 3, 700] {
      let leading = x * x / 2 - x * x * x / 6 + x * x * x * x / 24
      let closed = abs(x) > 0.4 ? x - 1 + exp(-x) : leading
      #expect(
        abs(Elementary.expExcess(x) / closed - 1) < (abs(x) > 0.4 ? 1e-14 : max(1e-15, abs(x * x * x) / 50)), "\(x)")
    }
  }
}
