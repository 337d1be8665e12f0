internal import Numerics

/// lambda * integral from t of weight(x) exp(E(x)) dx, E(x) = lambda H(x) - n mu x: the integrals behind `ErlangG`.
///
/// E is concave, so its bulk is one interval around one peak: the integral is cut at the ends of the bulk, at the peak
/// and where the patience law bends, and scaled by the value at the peak. A weight that is tiny in the bulk has its own
/// bulk beyond: the tail is therefore followed far down, each stretch to its own relative accuracy.
struct OfferedWaitIntegrals: Equatable, Sendable {
  enum Weight { case one, survival, abandoned, integratedSurvival, answeredWait }

  let arrivalRate: Double
  let departureRate: Double
  let patience: PatienceLaw

  /// exp(-60) of the peak and below is left out: 1e-26.
  private static let depth = 60.0
  /// Depths behind the peak at which the tail of abandonment is cut; exp(-700) is the least that a double holds.
  private static let tailDepths = [60.0, 180, 400, 700]
  /// The error bound, relative, at which a sum of integrals is still an answer.
  private static let allowedError = 1e-9

  func integral(from start: Double, _ weight: Weight) throws(StaffingError) -> ScaledValue {
    let cuts = cuts(from: start, depths: weight == .abandoned ? Self.tailDepths : [Self.depth])
    let peak = exponent(cuts.peak)
    var total = 0.0
    var error = 0.0
    for (lower, upper) in zip(cuts.points, cuts.points.dropFirst()) where lower < upper {
      let part = try Check.numerically { () throws(NumericalError) in
        try Quadrature.adaptive(from: lower, to: upper) {
          value(weight, $0) * Elementary.exp(exponent($0) - peak)
        }
      }
      total += part.value
      error += part.errorBound
    }
    guard error <= Self.allowedError * total else { throw .numerical(.inexact(value: total, errorBound: error)) }
    return ScaledValue.exponential(peak).times(arrivalRate * total)
  }

  /// E(x).
  private func exponent(_ x: Double) -> Double {
    arrivalRate * patience.integratedSurvival(x) - departureRate * x
  }

  private func value(_ weight: Weight, _ x: Double) -> Double {
    switch weight {
    case .one: 1
    case .survival: patience.survival(x)
    case .abandoned: patience.abandoned(x)
    case .integratedSurvival: patience.integratedSurvival(x)
    case .answeredWait: x * patience.survival(x)
    }
  }

  private func cuts(from start: Double, depths: [Double]) -> (points: [Double], peak: Double) {
    let peak = max(start, peakSeconds)
    let top = exponent(peak)
    let ends = tailEnds(behind: peak, top, depths)
    let floor = top - Self.depth
    let begin = exponent(start) < floor ? crossing(floor, inside: peak, outside: start) : start
    let bends = (patience.shape.kinksSeconds + patience.shape.bendsSeconds).filter {
      $0 > begin && $0 < ends[ends.count - 1]
    }
    return ((bends + [begin, peak] + ends).sorted(), peak)
  }

  /// Where the exponent has fallen to each of the depths behind the peak.
  private func tailEnds(behind peak: Double, _ top: Double, _ depths: [Double]) -> [Double] {
    var inside = peak
    var step = 1 / departureRate
    return depths.map { depth in
      while exponent(inside + step) > top - depth { step *= 2 }
      inside = crossing(top - depth, inside: inside, outside: inside + step)
      return inside
    }
  }

  /// Where the survival function passes n mu / lambda: E rises before, falls after.
  private var peakSeconds: Double {
    guard arrivalRate * patience.survival(0) > departureRate else { return 0 }
    var upper = patience.shape.meanSeconds
    while arrivalRate * patience.survival(upper) > departureRate { upper *= 2 }
    return bisect(0, upper) { arrivalRate * patience.survival($0) > departureRate }
  }

  private func crossing(_ level: Double, inside: Double, outside: Double) -> Double {
    bisect(inside, outside) { exponent($0) > level }
  }

  /// A point near the border between where `isInside` holds and where it does not: forty halvings.
  private func bisect(_ inside: Double, _ outside: Double, _ isInside: (Double) -> Bool) -> Double {
    var (inside, outside) = (inside, outside)
    for _ in 0..<40 {
      let middle = (inside + outside) / 2
      if isInside(middle) { inside = middle } else { outside = middle }
    }
    return outside
  }
}
