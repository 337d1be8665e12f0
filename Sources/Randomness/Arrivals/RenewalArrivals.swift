/// Independent gaps with a gamma law on the scale of expected contacts: more even than Poisson below a coefficient of
/// variation of 1, burstier above.
///
/// The process is stationary: the first gap is a residual one, so that the expected contacts of every stretch are exactly
/// those of the forecast. A residual gap is a uniform part of a gap that is long in proportion to its length, which for
/// a gamma law of shape k is one of shape k + 1 (Cox, "Renewal Theory", section 5.4).
public struct RenewalArrivals: ArrivalFamily {
  public static let name = "renewal"
  public static let parameterDescription = "coefficient of variation of the gaps, 0.01 <= cv <= 10"
  public var dispersion: Double { cv * cv }
  private let cv: Double
  private let shape: Double
  private let gap: Gamma
  private let longGap: Gamma

  public init(parameters: [Double]) throws(DistributionError) {
    guard parameters.count == 1, parameters[0] >= 0.01, parameters[0] <= 10 else {
      throw DistributionError("the coefficient of variation of the gaps must lie in 0.01...10")
    }
    cv = parameters[0]
    // 1 / 0.01^2 may round to just above the greatest shape.
    shape = min(10_000, max(0.01, 1 / (cv * cv)))
    gap = try Gamma(shape: [shape])
    longGap = try Gamma(shape: [min(10_000, shape + 1)])
  }

  public func place(
    _ positions: UnsafeMutablePointer<Double>, count: Int, from first: UInt64, borders: UnsafeBufferPointer<Double>,
    state: inout ArrivalState, of stream: RandomStream
  ) {
    gap.fill(positions, count: count, from: first, of: stream)
    if first == 0 {
      positions[0] = longGap.variate(0, of: stream) * (shape + 1) / shape * stream.uniform(.max)
    }
    for index in 0..<count {
      state.position += positions[index]
      positions[index] = state.position
    }
  }
}
