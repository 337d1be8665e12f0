/// A family of laws of non-negative durations, normalised to mean 1.
///
/// A member fills whole blocks, so that the simulator pays one dynamic call for 64 variates and the loops inside are
/// free of calls. Variate number n depends on the stream and on n alone.
public protocol DistributionFamily: Sendable {
  /// Name in scenario files and plans.
  static var name: String { get }
  /// What the shape parameters are, in order, for the reference page.
  static var shapeDescription: String { get }
  /// - Throws: ``DistributionError`` where the parameters have no law.
  init(shape: [Double]) throws(DistributionError)
  /// The shape of the member with this coefficient of variation; nil where the family has no such formula, and files give
  /// its shape. A shape that is none is refused by ``init(shape:)``.
  static func shape(coefficientOfVariation: Double) -> Double?
  /// Variance of the unit-mean law.
  var variance: Double { get }
  /// Writes the variates `first ..< first + count` to `block`.
  /// - Precondition: `count` is a multiple of 8.
  func fill(_ block: UnsafeMutablePointer<Double>, count: Int, from first: UInt64, of stream: RandomStream)
  /// The variate with this number: the same bits as in a block.
  func variate(_ number: UInt64, of stream: RandomStream) -> Double
}

extension DistributionFamily {
  public static func shape(coefficientOfVariation: Double) -> Double? { nil }

  public func variate(_ number: UInt64, of stream: RandomStream) -> Double {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 8) { block in
      fill(block.baseAddress.unsafelyUnwrapped, count: 8, from: number, of: stream)
      return block[0]
    }
  }
}

/// Why a law cannot be made.
public struct DistributionError: Error, Hashable, Sendable {
  /// A sentence with the value and what is allowed.
  public let message: String
  public init(_ message: String) { self.message = message }
}
