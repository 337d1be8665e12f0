/// A family of arrival processes, on the scale of expected contacts: contacts come there at rate 1, and the simulator
/// maps the scale to the clock. Whatever moves the rate therefore moves instants and nothing else.
///
/// Where a contact stands depends on the stream, the borders of the pieces and the contact's number.
public protocol ArrivalFamily: Sendable {
  /// Name in scenario files and plans.
  static var name: String { get }
  /// What the parameters are, in order, for the reference page.
  static var parameterDescription: String { get }
  /// - Throws: ``DistributionError`` where the parameters have no process.
  init(parameters: [Double]) throws(DistributionError)
  /// Variance of the contacts of a long stretch / their mean.
  var dispersion: Double { get }
  /// Writes where the contacts `first ..< first + count` stand, in order; beyond the last border when there are no more.
  ///
  /// - Parameters:
  ///   - borders: expected contacts up to the begin of each piece, and at the end: ascending from 0.
  ///   - state: that of the contact before; a new one before contact 0.
  func place(
    _ positions: UnsafeMutablePointer<Double>, count: Int, from first: UInt64, borders: UnsafeBufferPointer<Double>,
    state: inout ArrivalState, of stream: RandomStream)
}

/// How far an arrival process has come.
public struct ArrivalState: Hashable, Sendable {
  /// Where the last contact stands.
  public var position = 0.0
  /// Piece in which it stands.
  public var piece = 0
  /// Contacts that the piece still has.
  public var left = 0
  /// Spacings used up in the piece, and all of the piece.
  public var used = 0.0
  public var whole = 0.0
  public init() {}
}
