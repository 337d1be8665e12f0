import BusyHourTesting
import Randomness
import Testing

@Suite(.labelled)
struct AccuracyTests {
  @Test func `logarithms err by at most 1 ulp from 2^-1022 to the greatest number`() {
    var worst = 0.0
    withEvery("row", in: ReferenceValues.logarithms) { row in
      let error = row.ulps(VectorMath.log(row.argument))
      #expect(error <= 1)
      worst = max(worst, error)
    }
    #expect(VectorMath.log(1) == 0)
    print("log: worst error \(worst) ulp of \(ReferenceValues.logarithms.count)")
  }

  @Test func `exponentials err by at most 1.02 ulp from -700 to 700`() {
    var worst = 0.0
    withEvery("row", in: ReferenceValues.exponentials) { row in
      let error = row.ulps(VectorMath.exp(row.argument))
      #expect(error <= 1.02)
      worst = max(worst, error)
    }
    #expect(VectorMath.exp(-700.5) == 0)
    print("exp: worst error \(worst) ulp of \(ReferenceValues.exponentials.count)")
  }

  @Test func `normal quantiles err by at most 5e-12 in the middle, near the tails and far out`() {
    var worst = 0.0
    withEvery("row", in: ReferenceValues.quantiles) { row in
      let error = row.relativeError(NormalQuantile.value(at: row.argument))
      #expect(error <= 5e-12)
      worst = max(worst, error)
    }
    // The three ranges are those of w = -log(4 u (1 - u)): below 6.25, below 16, beyond.
    let ranges = Set(
      ReferenceValues.quantiles.map { row -> Int in
        let w = -VectorMath.log(4 * row.argument * (1 - row.argument))
        return w < 6.25 ? 0 : w < 16 ? 1 : 2
      })
    #expect(ranges == [0, 1, 2])
    print("normal quantile: worst relative error \(worst) of \(ReferenceValues.quantiles.count)")
  }

  @Test func `normal quantiles rise with the probability and are odd about one half`() {
    var before = -Double.infinity
    withEvery("step", in: 1..<4_096) { step in
      let u = Double(step) / 4_096
      let z = NormalQuantile.value(at: u)
      #expect(z > before)
      // 1 - u is exact here; the two halves share their polynomials.
      #expect(abs(z + NormalQuantile.value(at: 1 - u)) <= 1e-12 * max(1, abs(z)))
      before = z
    }
    // Across the borders of the ranges, where two polynomials meet.
    for border in [0.00048286, 2.8e-8] {
      withEvery("step", in: -50..<50) { step in
        let u = border * (1 + Double(step) * 1e-3)
        #expect(NormalQuantile.value(at: u) < NormalQuantile.value(at: u * 1.001))
      }
    }
  }

  @Test func `a number alone gives the bits that it gives in a vector`() {
    var random = RepeatableRandom(seed: 3)
    withEvery("vector", in: 0..<200) { _ in
      var x = Vector()
      for lane in 0..<8 { x[lane] = Double.random(in: 1e-300...50, using: &random) }
      let (logs, exps) = (VectorMath.log(x), VectorMath.exp(x))
      for lane in 0..<8 {
        #expect(logs[lane].bitPattern == VectorMath.log(x[lane]).bitPattern)
        #expect(exps[lane].bitPattern == VectorMath.exp(x[lane]).bitPattern)
      }
    }
  }

  @Test func `durations are rounded to the nearest whole number, ties to even, and held at the limit`() {
    let x = Vector(0, 0.5, 1.5, 2.5, 0.49999999999999994, 1_099_511_627_775.5, 1e30, .infinity)
    let held = VectorMath.clamped(x, to: 0x1p40)
    #expect(VectorMath.rounded(held) == VectorBits(0, 0, 2, 2, 0, 1 << 40, 1 << 40, 1 << 40))
  }
}
