internal import Numerics

/// lambda * integral from t of weight(x) exp(E(x)) dx, E(x) = lambda H(x) - n mu x: the integrals behind `ErlangG`.
///
/// E is concave, so its bulk is one interval around one peak: the integral is cut at the ends of the bulk, at the peak
/// and at the kinks of the patience law, and scaled by the value at the peak.
struct OfferedWaitIntegrals: Equatable, Sendable {
  enum Weight { case one, survival, abandoned, integratedSurvival }

  let arrivalRate: Double
  let departureRate: Double
  let patience: PatienceLaw

  /// exp(-60) of the peak and below is left out: 1e-26.
  private static let depth = 60.0

  func integral(from start: Double, _ weight: Weight) throws(StaffingError) -> ScaledValue {
    let cuts = cuts(from: start)
    let peak = exponent(cuts.peak)
    var total = 0.0
    for (lower, upper) in zip(cuts.points, cuts.points.dropFirst()) where lower < upper {
      total += try Check.numerically { () throws(NumericalError) in
        try Quadrature.adaptive(from: lower, to: upper) {
          value(weight, $0) * Elementary.exp(exponent($0) - peak)
        }.value
      }
    }
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
    }
  }

  private func cuts(from start: Double) -> (points: [Double], peak: Double) {
    let peak = max(start, peakSeconds)
    let top = exponent(peak)
    let floor = top - Self.depth
    var step = 1 / departureRate
    while exponent(peak + step) > floor { step *= 2 }
    let end = crossing(floor, inside: peak, outside: peak + step)
    let begin = exponent(start) < floor ? crossing(floor, inside: peak, outside: start) : start
    let kinks = patience.shape.kinksSeconds.filter { $0 > begin && $0 < end }
    return ((kinks + [begin, peak, end]).sorted(), peak)
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
