/// exp(sigma z - sigma^2 / 2) with sigma^2 = log(1 + cv^2): the usual law of handle times (Brown et al., 2005).
public struct Lognormal: DistributionFamily {
  public static let name = "lognormal"
  public static let shapeDescription = "coefficient of variation, 0 < cv <= 100"
  public let variance: Double
  private let sigma: Double

  public init(shape: [Double]) throws(DistributionError) {
    guard shape.count == 1, shape[0] > 0, shape[0] <= 100 else {
      throw DistributionError("the coefficient of variation of a lognormal law must be above 0 and at most 100")
    }
    variance = shape[0] * shape[0]
    sigma = VectorMath.log(1 + variance).squareRoot()
  }

  public func variate(_ number: UInt64, of stream: RandomStream) -> Double {
    VectorMath.exp(sigma * NormalQuantile.value(at: stream.uniform(number)) - sigma * sigma / 2)
  }

  public func fill(_ block: UnsafeMutablePointer<Double>, count: Int, from first: UInt64, of stream: RandomStream) {
    let shift = sigma * sigma / 2
    for start in stride(from: 0, to: count, by: 64) {
      let (part, size) = (block + start, min(64, count - start))
      for offset in stride(from: 0, to: size, by: 8) {
        VectorMath.store(stream.uniforms(from: first &+ UInt64(start &+ offset)), to: part + offset)
      }
      NormalQuantile.replace(part, count: size)
      for offset in stride(from: 0, to: size, by: 8) {
        VectorMath.store(VectorMath.exp(sigma * VectorMath.load(part + offset) - shift), to: part + offset)
      }
    }
  }
}
