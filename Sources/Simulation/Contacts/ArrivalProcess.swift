internal import ContactCenter
internal import Randomness

/// A Poisson process whose rate is constant on each piece, exact: unit exponentials are added up on the scale of
/// expected contacts and mapped back to the clock (Çinlar's inversion; Law, "Simulation Modeling and Analysis",
/// section 8.6.2).
struct ArrivalProcess: ~Copyable {
  static let never = Int64.max

  private struct Piece {
    var start: Double
    /// Last instant that belongs to the piece.
    var last: Int64
    var expectedBefore: Double
    var expectedAfter: Double
    var microsecondsPerContact: Double
  }

  private let pieces: UnsafeMutablePointer<Piece>
  private let pieceCount: Int
  private var piece = 0
  private var expected = 0.0
  private var number: UInt64 = 0
  private(set) var block: ContactBlock
  /// Index in the block of the contact that arrives next.
  private(set) var index = 0
  /// When it arrives, or ``never``.
  private(set) var next = never

  init(_ stream: SimulationPlan.ArrivalStream, laws: CompiledLaws) {
    var sum = 0.0
    var compiled: [Piece] = []
    for source in stream.pieces where source.expectedContacts > 0 {
      let length = Double((source.end - source.start).microseconds)
      compiled.append(
        Piece(
          start: Double(source.start.microseconds), last: source.end.microseconds - 1, expectedBefore: sum,
          expectedAfter: sum + source.expectedContacts, microsecondsPerContact: length / source.expectedContacts))
      sum += source.expectedContacts
    }
    pieceCount = compiled.count
    pieces = .allocate(capacity: max(1, compiled.count))
    for (index, piece) in compiled.enumerated() { (pieces + index).initialize(to: piece) }
    block = ContactBlock(laws: laws)
  }

  deinit { pieces.deallocate() }

  mutating func start(seed: UInt64, replication: UInt64, substream: UInt64) {
    block.start(seed: seed, replication: replication, substream: substream)
    (piece, expected, number, index) = (0, 0, 0, ContactBlock.size - 1)
    advance()
  }

  /// Moves to the next contact.
  @inline(__always) mutating func advance() {
    index &+= 1
    if index == ContactBlock.size {
      block.fill(from: number)
      number &+= UInt64(ContactBlock.size)
      index = 0
    }
    expected += block.gaps[index]
    while piece < pieceCount, expected >= pieces[piece].expectedAfter { piece &+= 1 }
    guard piece < pieceCount else {
      next = Self.never
      return
    }
    let present = pieces[piece]
    let time = present.start + (expected - present.expectedBefore) * present.microsecondsPerContact
    next = min(Int64(time), present.last)
  }
}
