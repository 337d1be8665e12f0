internal import Numerics

/// When a run may stop by what it has seen, without losing the confidence of its intervals.
///
/// Who looks at a 95% interval again and again, and stops at the look that pleases, is wrong far more often than once in
/// twenty. The rule here looks at fixed numbers of replications (100, then half as many again each time) and widens the
/// interval of every look by the same factor, so that with 95% all intervals of all looks hold the truth together:
/// repeated confidence intervals (Jennison & Turnbull, "Interim analyses: the repeated confidence interval approach", J.
/// R. Stat. Soc. B 51 (1989) 305-361) with Pocock's constant boundary (Biometrika 64 (1977) 191-199). Whatever made the
/// run stop, the interval at the end covers with at least 95%, or with the confidence that was asked for.
public struct SequentialRule: Hashable, Sendable {
  /// Replications at the first look: enough for the normal law of means and of ratios.
  public static let firstLook = 100
  /// Most looks; the last is at 98,113 replications.
  public static let lookCount = 18
  /// Usual cap: replications after which a run stops undecided.
  public static let usualCap = 20_000

  /// The numbers of replications at which the run is looked at.
  public static let looks: [Int] = {
    var looks = [firstLook]
    while looks.count < lookCount { looks.append(looks[looks.count - 1] + looks[looks.count - 1] / 2) }
    return looks
  }()

  /// That all intervals of all looks hold the truth.
  public let confidence: Double
  /// Half-width of every look's interval in standard errors: the Brownian path of the looks leaves plus or minus this many
  /// standard deviations at one of them with probability 1 - `confidence`.
  public let boundary: Double
  /// Two-sided error probability of one look's interval; Student's law takes the place of the normal one.
  public let errorProbability: Double

  /// Boundary for 95%.
  private static let usualBoundary = 2.844828

  /// - Parameter confidence: 0.5 to 0.999.
  public init(confidence: Double = Estimate.confidence) {
    self.confidence = confidence
    boundary = confidence == Estimate.confidence ? Self.usualBoundary : Self.boundary(error: 1 - confidence)
    errorProbability = 2 * NormalDistribution.survival(boundary)
  }

  /// The boundary that is crossed with a given probability, by the secant rule: the logarithm of the probability is nearly
  /// straight in the square of the boundary.
  private static func boundary(error: Double) -> Double {
    let times = looks.map(Double.init)
    func distance(_ square: Double) -> Double {
      Elementary.log(crossingProbability(boundary: square.squareRoot(), times: times) / error)
    }
    let usual = usualBoundary * usualBoundary
    var (left, right) = (usual, usual - 2 * Elementary.log(error / 0.05))
    var (below, above) = (distance(left), distance(right))
    while abs(above) > 1e-9, left != right {
      let next = max(0.25, right - above * (right - left) / (above - below))
      (left, below, right) = (right, above, next)
      above = distance(right)
    }
    return right.squareRoot()
  }

  /// The chance that a standard Brownian motion, seen at these times, is ever further than `boundary` standard deviations
  /// from 0. By the recursion of Armitage, McPherson & Rowe (J. R. Stat. Soc. A 132 (1969) 235-244), Simpson's rule.
  ///
  /// - Parameter times: increasing and positive.
  /// - Complexity: O(looks x points^2).
  static func crossingProbability(boundary: Double, times: [Double], points: Int = 128) -> Double {
    guard let first = times.first else { return 0 }
    var places = grid(boundary * first.squareRoot(), points)
    var density = places.map { NormalDistribution.density($0 / first.squareRoot()) / first.squareRoot() }
    for (before, now) in zip(times, times.dropFirst()) {
      let weights = simpson(boundary * before.squareRoot(), points)
      let next = grid(boundary * now.squareRoot(), points)
      let spread = (now - before).squareRoot()
      density = next.map { place in
        zip(places, zip(density, weights)).reduce(0) { sum, part in
          sum + part.1.0 * part.1.1 * NormalDistribution.density((place - part.0) / spread) / spread
        }
      }
      places = next
    }
    let weights = simpson(boundary * times[times.count - 1].squareRoot(), points)
    return 1 - zip(density, weights).reduce(0) { $0 + $1.0 * $1.1 }
  }

  private static func grid(_ end: Double, _ points: Int) -> [Double] {
    (0...points).map { end * (2 * Double($0) / Double(points) - 1) }
  }

  private static func simpson(_ end: Double, _ points: Int) -> [Double] {
    (0...points).map { index in
      let factor = index == 0 || index == points ? 1.0 : index % 2 == 1 ? 4 : 2
      return factor * 2 * end / Double(points) / 3
    }
  }
}
