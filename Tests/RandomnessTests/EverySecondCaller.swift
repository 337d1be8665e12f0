import Randomness

/// Of the callers of a Poisson process with twice the rate, every second: gaps are sums of two, so more even.
struct EverySecondCaller: ArrivalFamily {
  static let name = "every-second"
  static let parameterDescription = "none"
  let dispersion = 0.5

  init(parameters: [Double]) throws(DistributionError) {
    guard parameters.isEmpty else { throw DistributionError("every-second arrivals have no parameter") }
  }

  func place(
    _ positions: UnsafeMutablePointer<Double>, count: Int, from first: UInt64, borders: UnsafeBufferPointer<Double>,
    state: inout ArrivalState, of stream: RandomStream
  ) {
    for index in 0..<count {
      let number = 2 &* (first &+ UInt64(index))
      let product = stream.uniform(number) * stream.uniform(number &+ 1)
      state.position -= VectorMath.log(product) / 2
      positions[index] = state.position
    }
  }
}
