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
  private let times: UnsafeMutablePointer<Int64>
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
    times = .allocate(capacity: ContactBlock.size)
    times.initialize(repeating: Self.never, count: ContactBlock.size)
    block = ContactBlock(laws: laws)
  }

  deinit {
    pieces.deallocate()
    times.deallocate()
  }

  mutating func start(seed: UInt64, replication: UInt64, substream: UInt64) {
    block.start(seed: seed, replication: replication, substream: substream)
    (piece, expected, number, index) = (0, 0, 0, ContactBlock.size - 1)
    advance()
  }

  /// Number in the stream of the contact that arrives next.
  var nextNumber: UInt64 { number &- UInt64(ContactBlock.size &- index) }

  /// Moves to the next contact.
  @inline(__always) mutating func advance() {
    index &+= 1
    if index == ContactBlock.size { fill() }
    next = times[index]
  }

  /// Draws the next 64 contacts and their instants of arrival.
  private mutating func fill() {
    block.fill(from: number)
    number &+= UInt64(ContactBlock.size)
    index = 0
    for position in 0..<ContactBlock.size {
      expected += block.gaps[position]
      while piece < pieceCount, expected >= pieces[piece].expectedAfter { piece &+= 1 }
      guard piece < pieceCount else {
        times[position] = Self.never
        continue
      }
      let time = pieces[piece].start + (expected - pieces[piece].expectedBefore) * pieces[piece].microsecondsPerContact
      times[position] = min(Int64(time), pieces[piece].last)
    }
  }
}
