/// Each piece has its expected contacts, neither more nor fewer, at instants drawn uniformly inside it.
///
/// Given its count, a Poisson process is uniform too, so gaps inside a piece are those of ``PoissonArrivals`` scaled to
/// fill it: exponential spacings / their sum are uniform order statistics (Devroye, "Non-Uniform Random Variate
/// Generation", section V.2). Where expected contacts are not whole, the running sum is rounded: no contact is lost, and
/// no piece is off by more than one.
public struct ExactArrivals: ArrivalFamily {
  public static let name = "exact"
  public static let parameterDescription = "none"
  public let dispersion = 0.0

  public init(parameters: [Double]) throws(DistributionError) {
    guard parameters.isEmpty else { throw DistributionError("exact arrivals have no parameter") }
  }

  public func place(
    _ positions: UnsafeMutablePointer<Double>, count: Int, from first: UInt64, borders: UnsafeBufferPointer<Double>,
    state: inout ArrivalState, of stream: RandomStream
  ) {
    for index in 0..<count {
      let number = first &+ UInt64(index)
      if number == 0 { enter(0, from: 0, borders, &state, stream) }
      while state.left == 0, state.piece < borders.count - 1 {
        enter(state.piece + 1, from: number, borders, &state, stream)
      }
      guard state.left > 0 else {
        positions[index] = .infinity
        continue
      }
      state.left -= 1
      state.used += gap(number, stream)
      let (begin, end) = (borders[state.piece], borders[state.piece + 1])
      // Rounding must not push the last contact over the border.
      state.position = min(begin + (end - begin) * (state.used / state.whole), end.nextDown)
      positions[index] = state.position
    }
  }

  private func enter(
    _ piece: Int, from number: UInt64, _ borders: UnsafeBufferPointer<Double>, _ state: inout ArrivalState,
    _ stream: RandomStream
  ) {
    (state.piece, state.left, state.used) = (piece, 0, 0)
    guard piece < borders.count - 1 else { return }
    state.left = Int(borders[piece + 1].rounded()) - Int(borders[piece].rounded())
    // The spacing after the last contact is no contact's: its number counts from the other end.
    state.whole = (0..<UInt64(state.left)).reduce(gap(.max - UInt64(piece), stream)) { $0 + gap(number &+ $1, stream) }
  }

  private func gap(_ number: UInt64, _ stream: RandomStream) -> Double { -VectorMath.log(stream.uniform(number)) }
}
