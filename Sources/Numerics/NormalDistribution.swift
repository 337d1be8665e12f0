/// The standard normal law.
public enum NormalDistribution {
  /// The density phi(z) = exp(-z^2/2) / sqrt(2 pi).
  public static func density(_ z: Double) -> Double { Elementary.exp(-z * z / 2) / (2 * Double.pi).squareRoot() }

  /// P(Z <= z), to full relative accuracy in the lower tail.
  public static func cumulative(_ z: Double) -> Double { Elementary.erfc(-z / 2.0.squareRoot()) / 2 }

  /// P(Z > z), to full relative accuracy in the upper tail.
  public static func survival(_ z: Double) -> Double { Elementary.erfc(z / 2.0.squareRoot()) / 2 }

  /// The hazard h(z) = phi(z) / (1 - Phi(z)): about z far above zero, falls to 0 far below.
  ///
  /// Beyond z = 26 the tail nears underflow, and the continued fraction of Laplace takes over.
  public static func hazard(_ z: Double) -> Double {
    guard z > 26 else { return density(z) / survival(z) }
    var fraction = z
    for k in stride(from: 20.0, through: 1, by: -1) { fraction = z + k / fraction }
    return fraction
  }

  /// h(z) - z, positive: without the cancellation that the difference suffers for large z.
  ///
  /// Above 4 it is the tail 1/(z + 2/(z + 3/...)) of Laplace's continued fraction.
  public static func hazardExcess(_ z: Double) -> Double {
    guard z > 4 else { return hazard(z) - z }
    var fraction = z
    for k in stride(from: 100.0, through: 2, by: -1) { fraction = z + k / fraction }
    return 1 / fraction
  }
}
