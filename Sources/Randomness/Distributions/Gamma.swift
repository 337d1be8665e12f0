/// The gamma law with shape k; k whole is the Erlang law.
///
/// Marsaglia & Tsang, "A simple method for generating gamma variables" (2000): rejection, so a variate has a small
/// stream of its own, keyed by its number.
public struct Gamma: DistributionFamily {
  public static let name = "gamma"
  public static let shapeDescription = "shape k, 0.01 <= k <= 10,000"
  public var variance: Double { 1 / shape }
  private let shape: Double

  public init(shape: [Double]) throws(DistributionError) {
    guard shape.count == 1, shape[0] >= 0.01, shape[0] <= 10_000 else {
      throw DistributionError("the shape of a gamma law must lie in 0.01...10,000")
    }
    self.shape = shape[0]
  }

  public func fill(_ block: UnsafeMutablePointer<Double>, count: Int, from first: UInt64, of stream: RandomStream) {
    for index in 0..<count { block[index] = variate(first &+ UInt64(index), of: stream) }
  }

  public func variate(_ number: UInt64, of stream: RandomStream) -> Double {
    let boosted = shape < 1 ? shape + 1 : shape
    let d = boosted - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    var words = WordSequence(key: stream[number])
    while true {
      let z = NormalQuantile.value(at: words.uniform())
      let root = 1 + c * z
      guard root > 0 else { continue }
      let v = root * root * root
      let accepts = VectorMath.log(words.uniform()) < 0.5 * z * z + d - d * v + d * VectorMath.log(v)
      guard accepts else { continue }
      // A shape below 1 is that of k + 1 times u^(1/k) (Marsaglia & Tsang, section 6).
      return shape < 1 ? d * v / shape * VectorMath.exp(VectorMath.log(words.uniform()) / shape) : d * v / shape
    }
  }
}

/// The words of one rejection method: as many as it needs.
private struct WordSequence {
  var key: UInt64
  mutating func uniform() -> Double {
    key &+= RandomStream.weyl
    return Double(RandomStream.finalize(key) &>> 12) * 0x1p-52 + 0x1p-53
  }
}
