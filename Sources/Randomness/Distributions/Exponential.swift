/// The memoryless law: -log u.
public struct Exponential: DistributionFamily {
  public static let name = "exponential"
  public static let shapeDescription = "none"
  public let variance = 1.0

  public init(shape: [Double]) throws(DistributionError) {
    guard shape.isEmpty else { throw DistributionError("exponential has no shape parameter") }
  }

  public func variate(_ number: UInt64, of stream: RandomStream) -> Double { -VectorMath.log(stream.uniform(number)) }

  public func fill(_ block: UnsafeMutablePointer<Double>, count: Int, from first: UInt64, of stream: RandomStream) {
    for offset in stride(from: 0, to: count, by: 8) {
      let variates = -VectorMath.log(stream.uniforms(from: first &+ UInt64(offset)))
      (UnsafeMutableRawPointer(block) + 8 * offset).storeBytes(of: variates, as: Vector.self)
    }
  }
}
