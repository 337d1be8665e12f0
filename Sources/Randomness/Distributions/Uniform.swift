/// Evenly spread over lower ... 2 - lower, in units of the mean.
public struct Uniform: DistributionFamily {
  public static let name = "uniform"
  public static let shapeDescription = "lower end divided by the mean, 0 <= lower < 1"
  public var variance: Double { (1 - lower) * (1 - lower) / 3 }
  private let lower: Double

  public init(shape: [Double]) throws(DistributionError) {
    guard shape.count == 1, shape[0] >= 0, shape[0] < 1 else {
      throw DistributionError("the lower end of a uniform law must be at least 0 and below its mean")
    }
    lower = shape[0]
  }

  public func fill(_ block: UnsafeMutablePointer<Double>, count: Int, from first: UInt64, of stream: RandomStream) {
    for index in 0..<count {
      block[index] = lower + 2 * (1 - lower) * stream.uniform(first &+ UInt64(index))
    }
  }
}
