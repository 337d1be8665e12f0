internal import ContactCenter
internal import Randomness

/// The contacts of one stream in order of arrival, exact: they come at rate 1 on the scale of expected contacts, as the
/// stream's process says, and are mapped back to the clock piece by piece (Çinlar's inversion; Law, "Simulation Modeling
/// and Analysis", section 8.6.2). Factors of the rate stretch the scale, so they move instants and no other draw.
struct ArrivalProcess: ~Copyable {
  static let never = Int64.max
  /// A contact that a thinning keeps away.
  private static let absent: Int64 = -1

  private struct Piece {
    var start: Double
    /// Last instant that belongs to the piece.
    var last: Int64
    var expectedBefore: Double
    var expectedAfter: Double
    var microsecondsPerContact: Double
  }

  /// A piece before its factor is drawn, and where it lies.
  struct Source {
    var start: Int64
    var end: Int64
    var expected: Double
    var day = 0
    var interval = 0
    var firstInterval = 0
  }

  private let sources: [Source]
  private let factors: [RateFactor]
  private let thinnings: [SimulationPlan.ArrivalStream.Thinning]
  private let process: (any ArrivalFamily)?
  private let handleFactors: [FactorTable]
  private let patienceFactors: [FactorTable]
  private let hasClockFactors: Bool
  let isTurnedAway: Bool
  let substream: UInt64
  private let pieces: UnsafeMutablePointer<Piece>
  private var pieceCount = 0
  /// Expected contacts at the ends of the pieces, for processes that need to know them.
  private var borders: [Double] = []
  private let times: UnsafeMutablePointer<Int64>
  private var piece = 0
  private var expected = 0.0
  private var number: UInt64 = 0
  private var state = ArrivalState()
  private var gaps = RandomStream(seed: 0, replication: 0, purpose: .interarrival)
  private var thinning = RandomStream(seed: 0, replication: 0, purpose: .thinning)
  private(set) var block: ContactBlock
  /// Index in the block of the contact that arrives next.
  private(set) var index = 0
  /// When it arrives, or ``never``.
  private(set) var next = never

  /// - Parameter index: of the stream in the plan.
  init(_ stream: SimulationPlan.ArrivalStream, at index: Int, of plan: SimulationPlan, laws: CompiledLaws) {
    sources = Self.sources(of: stream, plan)
    factors = stream.factors
    thinnings = stream.thinnings
    process = laws.process
    handleFactors = plan.queues.map { FactorTable($0.factors.handleTime) }
    patienceFactors = plan.queues.map { FactorTable($0.factors.patience) }
    hasClockFactors = !(handleFactors + patienceFactors).allSatisfy(\.isEmpty)
    isTurnedAway = stream.isTurnedAway
    substream = stream.substream ?? UInt64(index)
    pieces = .allocate(capacity: max(1, sources.count))
    times = .allocate(capacity: ContactBlock.size)
    times.initialize(repeating: Self.never, count: ContactBlock.size)
    block = ContactBlock(laws: laws)
    compile(nil)
  }

  deinit {
    pieces.deallocate()
    times.deallocate()
  }

  mutating func start(seed: UInt64, replication: UInt64) {
    block.start(seed: seed, replication: replication, substream: substream)
    if !factors.isEmpty { compile(RateFactorDraws(seed: seed, replication: replication)) }
    (piece, expected, number, index) = (0, 0, 0, ContactBlock.size - 1)
    state = ArrivalState()
    gaps = RandomStream(seed: seed, replication: replication, purpose: .interarrival, substream: substream)
    thinning = RandomStream(seed: seed, replication: replication, purpose: .thinning, substream: substream)
    advance()
  }

  /// Number in the stream of the contact that arrives next.
  var nextNumber: UInt64 { number &- UInt64(ContactBlock.size &- index) }

  /// Whether so many contacts can be expected before an instant.
  func brings(_ count: Int, before end: Int64) -> Bool {
    var contacts = 0.0
    for index in piece..<max(piece, pieceCount) where contacts < Double(count) {
      let start = max(pieces[index].start, Double(next))
      contacts += max(0, Double(min(end, pieces[index].last)) - start) / pieces[index].microsecondsPerContact
    }
    return contacts >= Double(count)
  }

  /// The contacts left in the present block, for whoever takes them by the block; absent ones have times below 0.
  struct Rest {
    var count: Int
    var times: UnsafeMutablePointer<Int64>
    var handleTimes: UnsafeMutablePointer<Int64>
    var patience: UnsafeMutablePointer<Int64>
  }
  var rest: Rest {
    Rest(
      count: ContactBlock.size &- index, times: times + index, handleTimes: block.handleTimes + index,
      patience: block.patience + index)
  }

  /// Moves over some of the ``rest``.
  mutating func skip(_ count: Int) {
    index &+= count &- 1
    advance()
  }

  /// Moves to the next contact.
  @inline(__always) mutating func advance() {
    index &+= 1
    if index == ContactBlock.size { fill() }
    next = times[index]
    if next < 0 { skipAbsent() }
  }

  @inline(never) private mutating func skipAbsent() {
    while next < 0 {
      index &+= 1
      if index == ContactBlock.size { fill() }
      next = times[index]
    }
  }

  /// Moves to the first contact that does not arrive before an instant.
  mutating func advance(to time: Int64) {
    while next < time {
      // Of an absent contact the instant is not known any more; the block is then gone through.
      if (0..<time).contains(times[ContactBlock.size - 1]) { skipBlocks(before: time) } else { advance() }
    }
  }

  /// Of blocks that arrive as a whole before an instant only the gaps are drawn: every draw has a key of its own, so the
  /// others can be left out.
  private mutating func skipBlocks(before time: Int64) {
    repeat {
      block.fillGaps(from: number)
      place()
      number &+= UInt64(ContactBlock.size)
    } while times[ContactBlock.size - 1] < time
    let first = number &- UInt64(ContactBlock.size)
    block.fillRest(from: first)
    if !thinnings.isEmpty { thin(from: first) }
    if hasClockFactors { scaleByClock() }
    (index, next) = (0, times[0])
    if next < 0 { skipAbsent() }
  }

  /// Draws the next 64 contacts and their instants of arrival.
  @inline(never) private mutating func fill() {
    block.fill(from: number)
    place()
    if !thinnings.isEmpty { thin(from: number) }
    if hasClockFactors { scaleByClock() }
    number &+= UInt64(ContactBlock.size)
    index = 0
  }

  private mutating func place() {
    if let process { place(by: process) } else { placePoisson() }
  }

  /// The most frequent process, on copies of the state that stay in registers.
  private mutating func placePoisson() {
    var (piece, expected) = (piece, expected)
    let (pieces, pieceCount, gaps, times) = (pieces, pieceCount, block.gaps, times)
    for position in 0..<ContactBlock.size {
      expected += gaps[position]
      times[position] = Self.time(at: expected, pieces, pieceCount, &piece)
    }
    (self.piece, self.expected) = (piece, expected)
  }

  private mutating func place(by process: any ArrivalFamily) {
    borders.withUnsafeBufferPointer {
      process.place(block.gaps, count: ContactBlock.size, from: number, borders: $0, state: &state, of: gaps)
    }
    for position in 0..<ContactBlock.size {
      times[position] = Self.time(at: block.gaps[position], pieces, pieceCount, &piece)
    }
  }

  /// The instant of a place on the scale; places come in order.
  @inline(__always) private static func time(
    at expected: Double, _ pieces: UnsafeMutablePointer<Piece>, _ pieceCount: Int, _ piece: inout Int
  ) -> Int64 {
    while piece < pieceCount, expected >= pieces[piece].expectedAfter { piece &+= 1 }
    guard piece < pieceCount else { return never }
    let time = pieces[piece].start + (expected - pieces[piece].expectedBefore) * pieces[piece].microsecondsPerContact
    return min(Int64(time), pieces[piece].last)
  }

  /// The time at which a contact comes says how long its talk and its patience are.
  private func scaleByClock() {
    for position in 0..<ContactBlock.size where times[position] != Self.never && times[position] != Self.absent {
      let (queue, time) = (Int(block.queues[position]), times[position])
      block.handleTimes[position] = handleFactors[queue].scaled(block.handleTimes[position], at: time)
      block.patience[position] = patienceFactors[queue].scaled(block.patience[position], at: time)
    }
  }

  /// One draw a contact decides against all thinnings together.
  private func thin(from first: UInt64) {
    for position in 0..<ContactBlock.size where times[position] != Self.never {
      let time = SimulationTime(microseconds: times[position])
      let queue = Int(block.queues[position])
      let kept = thinnings.reduce(1) { kept, thinning in
        let applies = thinning.time.contains(time) && (thinning.queue ?? queue) == queue
        return applies ? kept * thinning.kept : kept
      }
      if thinning.uniform(first &+ UInt64(position)) >= kept { times[position] = Self.absent }
    }
  }
}

// MARK: - Pieces

extension ArrivalProcess {
  /// Pieces with contacts; cut where a factor can change.
  static func sources(of stream: SimulationPlan.ArrivalStream, _ plan: SimulationPlan) -> [Source] {
    let pieces = stream.pieces.filter { $0.expectedContacts > 0 }
    guard !stream.factors.isEmpty else {
      return pieces.map {
        Source(start: $0.start.microseconds, end: $0.end.microseconds, expected: $0.expectedContacts)
      }
    }
    let length = plan.interval.microseconds
    let isByInterval = stream.factors.contains { if case .interval = $0.scope { true } else { false } }
    return pieces.flatMap { piece in
      let days = plan.dayStarts.filter { $0 > piece.start && $0 < piece.end }
      return piece.cut(at: isByInterval ? days + Self.borders(of: length, inside: piece) : days)
    }.map { piece in
      let day = max(0, plan.dayStarts.dropLast().lastIndex { $0 <= piece.start } ?? 0)
      return Source(
        start: piece.start.microseconds, end: piece.end.microseconds, expected: piece.expectedContacts, day: day,
        interval: Int(piece.start.microseconds / length),
        firstInterval: Int(plan.dayStarts[day].microseconds / length))
    }
  }

  private static func borders(
    of length: Int64, inside piece: SimulationPlan.ArrivalStream.Piece
  ) -> [SimulationTime] {
    let first = (piece.start.microseconds / length + 1) * length
    return stride(from: first, to: piece.end.microseconds, by: Int(length)).map { SimulationTime(microseconds: $0) }
  }

  /// Lays the pieces on the scale of expected contacts, each stretched by its factor.
  private mutating func compile(_ draws: RateFactorDraws?) {
    var draws = draws
    pieceCount = 0
    var sum = 0.0
    borders.removeAll(keepingCapacity: true)
    borders.append(0)
    for source in sources {
      let factor = draws?.product(
        factors, day: source.day, interval: source.interval, firstInterval: source.firstInterval)
      let contacts = source.expected * (factor ?? 1)
      guard contacts > 0 else { continue }
      (pieces + pieceCount).initialize(
        to: Piece(
          start: Double(source.start), last: source.end - 1, expectedBefore: sum, expectedAfter: sum + contacts,
          microsecondsPerContact: Double(source.end - source.start) / contacts))
      pieceCount += 1
      sum += contacts
      borders.append(sum)
    }
  }
}
