internal import Numerics

/// The two positive-term series behind the Erlang family, summed directly and stopped early.
///
/// With real n >= 0 and load a > 0:
/// - descending: D(n, a) = 1/B(n, a) = 1 + n/a + n(n-1)/a^2 + ..., for real n closed by 1/B at the fractional part;
/// - ascending: S(c, x) = 1 + x/(c+1) + x^2/((c+1)(c+2)) + ... = 1F1(1; c+1; x).
/// They complement each other: D(n, a) + S(n, a) - 1 = F(n, a) = Gamma(n+1) e^a a^-n, the reciprocal Poisson
/// probability.
/// Each side of the mode is summed where its terms fall, the other comes from F: no subtraction ever cancels.
///
/// Error: below 2e-14 relative for the sums; F adds 4 ulp of its logarithm (3e-13 at 1e290). Complexity: O(sqrt(n))
/// near n = a, less away.
enum ErlangSeries {
  /// A term this small against the sum changes nothing, even multiplied by the some sqrt(n) terms that follow it.
  private static let negligible = 1e-20
  private static let rescaleAbove = 0x1p400

  /// F(n, a) = Gamma(n+1) e^a a^-n.
  static func reciprocalProbability(_ n: Double, _ a: Double) -> ScaledValue {
    .exponential(PoissonDistribution.negativeLogProbability(n, mean: a))
  }

  /// 1/B(n, a) for real n >= 0 and a > 0.
  static func inverseBlocking(_ n: Double, _ a: Double) -> ScaledValue {
    if n == 0 { return ScaledValue(1) }
    if n == 1, a > 1e-300 { return ScaledValue(1 + 1 / a) }
    // The direct sum is the more exact (1e-14 against 3e-13 where B nears 1e-290), the other the faster.
    let isFarBelow = n - a > max(2000, 4 * n.squareRoot()) || a < 1e-50
    guard isFarBelow else { return descending(n, a) }
    let whole = reciprocalProbability(n, a)
    let tail = ascendingTail(n, a)
    return whole.plus(ScaledValue(-tail))
  }

  /// S(c, x) - 1 for x below c, where the terms fall at once.
  private static func ascendingTail(_ c: Double, _ x: Double) -> Double {
    var divisor = c + 1
    var term = x / divisor
    var sum = 0.0
    while term > negligible * sum {
      sum += term
      divisor += 1
      term *= x / divisor
    }
    return sum
  }

  private static func descending(_ n: Double, _ a: Double) -> ScaledValue {
    var term = 1.0
    var sum = 0.0
    var factor = n
    var exponent = 0
    while factor >= 1 {
      sum += term
      term *= factor / a
      factor -= 1
      if term < negligible * sum { return ScaledValue(sum, exponent: exponent) }
      if term > rescaleAbove {
        term *= 0x1p-400
        sum *= 0x1p-400
        exponent += 400
      }
    }
    return ScaledValue(sum + term * inverseBlockingOfFraction(factor, a), exponent: exponent)
  }

  /// 1/B(f, a) for a fraction f in 0..<1: Gamma(f+1, a) e^a a^-f.
  private static func inverseBlockingOfFraction(_ f: Double, _ a: Double) -> Double {
    if f == 0 { return 1 }
    if a < 3 { return reciprocalProbability(f, a).double - ascendingTail3(f, a) }
    // Legendre's continued fraction, backwards: Gamma(f+1, a) e^a a^-f = 1 + f/(a + (1-f)/(1 + 1/(a + ...))).
    var fraction = a
    for k in stride(from: 80.0, through: 1, by: -1) {
      fraction = a + (k - f) / (1 + k / fraction)
    }
    return 1 + f / fraction
  }

  /// S(f, a) - 1 for a small load: the terms may rise first, so the sum is not stopped before they fall.
  private static func ascendingTail3(_ f: Double, _ a: Double) -> Double {
    var term = a / (f + 1)
    var sum = 0.0
    var k = 1.0
    while k < 4 || term > negligible * sum {
      sum += term
      k += 1
      term *= a / (f + k)
    }
    return sum
  }

  /// S(c, x) = 1 + x/(c+1) + x^2/((c+1)(c+2)) + ..., real c > 0, x >= 0.
  static func ascending(_ c: Double, _ x: Double) -> ScaledValue {
    if x - c > farAbove(x) { return ascendingFarAbove(c, x) }
    var divisor = c + 1
    var term = x / divisor
    var sum = 1.0
    while term > negligible * sum || divisor < x {
      sum += term
      divisor += 1
      term *= x / divisor
    }
    return ScaledValue(sum)
  }

  /// S(c, x) and T(c, x) = 0 + x/(c+1) + 2 x^2/((c+1)(c+2)) + ..., at x - c = `excess`.
  ///
  /// Above c, T = (x - c) S + c holds and has positive terms only; below, it would cancel and is summed with S.
  static func ascendingWithMean(_ c: Double, _ x: Double, excess: Double) -> (sum: ScaledValue, mean: ScaledValue) {
    if excess >= 0 {
      let sum = ascending(c, x)
      return (sum, sum.times(excess).plus(ScaledValue(c)))
    }
    var divisor = c + 1
    var term = x / divisor
    var sum = 1.0
    var mean = 0.0
    var k = 1.0
    while k * term > negligible * mean {
      sum += term
      mean += k * term
      k += 1
      divisor += 1
      term *= x / divisor
    }
    return (ScaledValue(sum), ScaledValue(mean))
  }

  /// So far beyond the mode the terms would rise for long: the complement is shorter.
  private static func farAbove(_ x: Double) -> Double { 6 * x.squareRoot() + 60 }

  /// S = F - D + 1: F is the bulk here, nothing cancels.
  private static func ascendingFarAbove(_ c: Double, _ x: Double) -> ScaledValue {
    let rest = descending(c, x)
    return reciprocalProbability(c, x).plus(rest.times(-1)).plus(ScaledValue(1))
  }

  /// S(c, x) / F(c, x) in 0...1: the share of a Poisson law with real counts that lies above c - 1.
  static func ascendingProbability(_ c: Double, _ x: Double) -> Double {
    let whole = reciprocalProbability(c, x)
    guard x - c > farAbove(x) else { return min(1, ascending(c, x).over(whole)) }
    return min(1, max(0, 1 - descending(c, x).plus(ScaledValue(-1)).over(whole)))
  }

  /// Means over k = 0, 1, ... with weights x^k/((c+1)...(c+k)) of
  /// - harmonic: h_k = 1/(c+1) + ... + 1/(c+k),
  /// - excess: 1/(c+1) + ... + k/(c+k) = k - c h_k.
  ///
  /// The weights are summed outwards from their largest, so that heavy overload costs no more than balance.
  static func meanSteps(_ c: Double, _ x: Double) -> (harmonic: Double, excess: Double) {
    let mode = max(0, (x - c).rounded(.down))
    let atMode = harmonic(c, mode)
    var sums = StepSums(weights: 1, harmonic: atMode, excess: mode - c * atMode)
    var (k, term, harmonic, excess) = (mode, 1.0, sums.harmonic, sums.excess)
    while term > negligible * sums.weights {
      k += 1
      term *= x / (c + k)
      harmonic += 1 / (c + k)
      excess += k / (c + k)
      sums.add(term, harmonic, excess)
    }
    (k, term, harmonic, excess) = (mode, 1, atMode, mode - c * atMode)
    while k > 0, term > negligible * sums.weights {
      term *= (c + k) / x
      harmonic -= 1 / (c + k)
      excess -= k / (c + k)
      k -= 1
      sums.add(term, max(0, harmonic), max(0, excess))
    }
    return (sums.harmonic / sums.weights, sums.excess / sums.weights)
  }

  private struct StepSums {
    var weights: Double
    var harmonic: Double
    var excess: Double

    mutating func add(_ weight: Double, _ harmonic: Double, _ excess: Double) {
      weights += weight
      self.harmonic += weight * harmonic
      self.excess += weight * excess
    }
  }

  /// 1/(c+1) + ... + 1/(c+k) = psi(c+k+1) - psi(c+1), without the cancellation of the two at large c.
  private static func harmonic(_ c: Double, _ k: Double) -> Double {
    var (c, k, sum) = (c, k, 0.0)
    while k > 0, c < 30 {
      c += 1
      k -= 1
      sum += 1 / c
    }
    guard k > 0 else { return sum }
    // psi(z + 1/2) = log z + 1/(24 z^2) - 7/(960 z^4) + 31/(8064 z^6) - ...
    return sum + Elementary.log1p(k / (c + 0.5)) + digammaRest(c + k + 0.5) - digammaRest(c + 0.5)
  }

  private static func digammaRest(_ z: Double) -> Double {
    let square = 1 / (z * z)
    return square * (1.0 / 24 - square * (7.0 / 960 - square * (31.0 / 8064 - square * 127.0 / 30720)))
  }
}
