/// Deferred work spread evenly over its deadline window, one interval after the other.
///
/// Work that arrives in an interval is done at a constant rate from the begin of that interval until its window has
/// passed: each interval carries the sum of what is due. Assumptions: arrivals early and late in an interval even out; a
/// window shorter than the interval is taken as the interval. Memory: one entry an open window.
/// Source: the fluid view of work with deadlines; that the sum of even rates meets every deadline is by construction.
public struct DeferredSpread: Sendable {
  private struct Piece {
    let erlangs: DecimalFraction
    var remainingSeconds: DecimalFraction
  }

  private var pieces: [Piece] = []

  /// Nothing to do yet.
  public init() {}

  /// Takes up an interval's arrivals and passes its time.
  ///
  /// - Parameters:
  ///   - workSeconds: Agent seconds of deferred work that arrive in the interval, at least 0.
  ///   - windowSeconds: Time from the begin of the interval until they must be done, 0<...1e12.
  ///   - intervalSeconds: Length of the interval, 0<...1e12.
  /// - Returns: The deferred load that the interval carries, in erlangs; exact while it fits 127 bits.
  /// - Throws: `valueOutOfRange`; nothing has changed then.
  /// - Complexity: O(open windows).
  public mutating func loadErlangs(
    arriving workSeconds: DecimalFraction, windowSeconds: DecimalFraction, intervalSeconds: DecimalFraction
  ) throws(StaffingError) -> DecimalFraction {
    try Check.nonNegative(workSeconds.double, "deferredWorkSeconds")
    try Check.seconds(windowSeconds.double, "deferredWindowSeconds")
    try Check.seconds(intervalSeconds.double, "intervalSeconds")
    let window = max(windowSeconds, intervalSeconds)
    let own = Piece(erlangs: try Self.quotient(workSeconds, window), remainingSeconds: window)
    try Check.load(own.erlangs.double)
    var load = DecimalFraction(0)
    var left: [Piece] = []
    for piece in pieces + (own.erlangs.numerator > 0 ? [own] : []) {
      let share = min(piece.remainingSeconds, intervalSeconds)
      let carried =
        share == intervalSeconds
        ? piece.erlangs : try Self.quotient(Self.product(piece.erlangs, share), intervalSeconds)
      load = try DecimalFraction.sum(load, carried)
      guard let remaining = piece.remainingSeconds.minus(intervalSeconds), remaining.numerator > 0 else { continue }
      left.append(Piece(erlangs: piece.erlangs, remainingSeconds: remaining))
    }
    pieces = left
    return load
  }

  /// Agent seconds of work whose window is still open.
  public var openWorkSeconds: Double {
    pieces.reduce(0) { $0 + $1.erlangs.double * $1.remainingSeconds.double }
  }

  private static func quotient(
    _ left: DecimalFraction, _ right: DecimalFraction
  ) throws(StaffingError) -> DecimalFraction {
    if let exact = left.over(right) { return exact }
    return try DecimalFraction(shortest: left.double / right.double)
  }

  private static func product(
    _ left: DecimalFraction, _ right: DecimalFraction
  ) throws(StaffingError) -> DecimalFraction {
    if let exact = left.times(right) { return exact }
    return try DecimalFraction(shortest: left.double * right.double)
  }
}
