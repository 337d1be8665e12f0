import BusyHourTesting
import ContactCenter

/// A short line that starts empty, and its exact figures: arrivals Poisson, talk and patience exponential, `agents` people
/// throughout. The expected share of calls that find somebody free is the mean over time of P(fewer than `agents` calls in
/// the system), since Poisson arrivals see time averages; the probabilities solve the Kolmogorov equations.
struct ShortLine {
  var contacts = 30.0
  var agents = 3
  /// Seconds.
  var handle = 300.0
  var patience = 180.0
  var length = 3_600.0

  var plan: SimulationPlan {
    .line(
      horizon: .seconds(Int64(length)), contacts: contacts, handleTime: .exponential(mean: .seconds(Int64(handle))),
      patience: .exponential(mean: .seconds(Int64(patience))), agents: agents)
  }

  /// Expected share of calls answered at once: `answered within 0 s / offered`.
  ///
  /// Fourth-order Runge-Kutta with steps of half a second on states 0...80; halving the step moves the eleventh digit.
  var answeredAtOnce: Double {
    let (rate, service, leaving) = (contacts / length, 1 / handle, 1 / patience)
    let last = 80
    func slope(_ p: [Double]) -> [Double] {
      (0...last).map { n in
        func out(_ n: Int) -> Double { Double(min(n, agents)) * service + Double(max(0, n - agents)) * leaving }
        var sum = -(out(n) + (n < last ? rate : 0)) * p[n]
        if n > 0 { sum += rate * p[n - 1] }
        if n < last { sum += out(n + 1) * p[n + 1] }
        return sum
      }
    }
    func moved(_ p: [Double], _ step: Double, _ k: [Double]) -> [Double] { zip(p, k).map { $0 + step * $1 } }
    func free(_ p: [Double]) -> Double { p[..<agents].reduce(0, +) }
    let steps = Int(2 * length)
    let h = length / Double(steps)
    var p = [1.0] + Array(repeating: 0, count: last)
    var integral = 0.0
    for _ in 0..<steps {
      let k1 = slope(p)
      let middle = moved(p, h / 2, k1)
      let k2 = slope(middle)
      let k3 = slope(moved(p, h / 2, k2))
      let k4 = slope(moved(p, h, k3))
      let next = (0...last).map { p[$0] + h / 6 * (k1[$0] + 2 * k2[$0] + 2 * k3[$0] + k4[$0]) }
      integral += h / 6 * (free(p) + 4 * free(moved(p, h / 2, k2)) + free(next))
      p = next
    }
    return integral / length
  }
}
