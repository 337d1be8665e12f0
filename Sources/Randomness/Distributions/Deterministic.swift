/// Always the mean.
public struct Deterministic: DistributionFamily {
  public static let name = "deterministic"
  public static let shapeDescription = "none"
  public let variance = 0.0

  public init(shape: [Double]) throws(DistributionError) {
    guard shape.isEmpty else { throw DistributionError("deterministic has no shape parameter") }
  }

  public func fill(_ block: UnsafeMutablePointer<Double>, count: Int, from first: UInt64, of stream: RandomStream) {
    block.update(repeating: 1, count: count)
  }
}
