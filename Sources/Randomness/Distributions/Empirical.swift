/// Draws from a measured sample with replacement; the shape is the sample in ascending order divided by its mean.
public struct Empirical: DistributionFamily {
  public static let name = "empirical"
  public static let shapeDescription = "the ordered sample, each value divided by the sample's mean"
  public let variance: Double
  private let sample: [Double]

  public init(shape: [Double]) throws(DistributionError) {
    guard !shape.isEmpty, shape.allSatisfy({ $0 >= 0 && $0.isFinite }) else {
      throw DistributionError("an empirical law needs a sample of durations that are not negative")
    }
    sample = shape
    variance = shape.reduce(0) { $0 + ($1 - 1) * ($1 - 1) } / Double(shape.count)
  }

  public func fill(_ block: UnsafeMutablePointer<Double>, count: Int, from first: UInt64, of stream: RandomStream) {
    for index in 0..<count {
      let position = Int(stream.uniform(first &+ UInt64(index)) * Double(sample.count))
      block[index] = sample[min(position, sample.count - 1)]
    }
  }
}
