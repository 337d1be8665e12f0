/// E^(1/k) / Gamma(1 + 1/k) with E exponential: patience whose hazard falls (k < 1) or rises (k > 1) with the wait.
public struct Weibull: DistributionFamily {
  public static let name = "weibull"
  public static let shapeDescription = "shape k, 0.1 <= k <= 50"
  public let variance: Double
  private let inverseShape: Double
  private let logScale: Double

  public init(shape: [Double]) throws(DistributionError) {
    guard shape.count == 1, shape[0] >= 0.1, shape[0] <= 50 else {
      throw DistributionError("the shape of a Weibull law must lie in 0.1...50")
    }
    inverseShape = 1 / shape[0]
    logScale = -LogGamma.value(at: 1 + inverseShape)
    variance = VectorMath.exp(LogGamma.value(at: 1 + 2 * inverseShape) + 2 * logScale) - 1
  }

  public func fill(_ block: UnsafeMutablePointer<Double>, count: Int, from first: UInt64, of stream: RandomStream) {
    for offset in stride(from: 0, to: count, by: 8) {
      let exponential = -VectorMath.log(stream.uniforms(from: first &+ UInt64(offset)))
      let variates = VectorMath.exp(VectorMath.log(exponential) * inverseShape + logScale)
      (UnsafeMutableRawPointer(block) + 8 * offset).storeBytes(of: variates, as: Vector.self)
    }
  }
}
