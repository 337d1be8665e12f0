import Randomness

/// A symmetric triangle over lower ... 2 - lower, in units of the mean: the sum of two even draws.
struct Triangular: DistributionFamily {
  static let name = "triangular"
  static let shapeDescription = "lower end divided by the mean, 0 <= lower < 1"
  var variance: Double { (1 - lower) * (1 - lower) / 6 }
  private let lower: Double

  init(shape: [Double]) throws(DistributionError) {
    guard shape.count == 1, shape[0] >= 0, shape[0] < 1 else {
      throw DistributionError("the lower end of a triangular law must be at least 0 and below its mean")
    }
    lower = shape[0]
  }

  static func shape(coefficientOfVariation: Double) -> Double? { 1 - coefficientOfVariation * 6.0.squareRoot() }

  func fill(_ block: UnsafeMutablePointer<Double>, count: Int, from first: UInt64, of stream: RandomStream) {
    for index in 0..<count {
      let number = 2 &* (first &+ UInt64(index))
      block[index] = lower + (1 - lower) * (stream.uniform(number) + stream.uniform(number &+ 1))
    }
  }
}
