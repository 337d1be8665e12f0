/// Callers who know nothing of one another: unit exponential gaps on the scale of expected contacts (Çinlar's
/// inversion; Law, "Simulation Modeling and Analysis", section 8.6.2).
public struct PoissonArrivals: ArrivalFamily {
  public static let name = "poisson"
  public static let parameterDescription = "none"
  public let dispersion = 1.0

  public init(parameters: [Double]) throws(DistributionError) {
    guard parameters.isEmpty else { throw DistributionError("poisson arrivals have no parameter") }
  }

  public func place(
    _ positions: UnsafeMutablePointer<Double>, count: Int, from first: UInt64, borders: UnsafeBufferPointer<Double>,
    state: inout ArrivalState, of stream: RandomStream
  ) {
    for index in 0..<count {
      state.position -= VectorMath.log(stream.uniform(first &+ UInt64(index)))
      positions[index] = state.position
    }
  }
}
