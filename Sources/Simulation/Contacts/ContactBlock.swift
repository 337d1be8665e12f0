internal import Randomness

/// The draws of 64 consecutive contacts of one arrival stream, made at once: the gap before each, its queue, patience,
/// handle time and wrap-up, in microseconds.
///
/// Laws that differ only in scale share one block of unit variates. A draw depends on (seed, replication, purpose,
/// stream, number of the contact in the stream) and on nothing else.
struct ContactBlock: ~Copyable {
  static let size = 64
  /// No draw is longer: 2^40 µs, about 12.7 days. Keeps every instant of a log below 2^48 µs.
  static let longest = 1_099_511_627_776.0
  /// The patience of those who never hang up.
  static let endless = Int64.max

  private let laws: CompiledLaws
  private let unit: UnsafeMutablePointer<Double>
  let gaps: UnsafeMutablePointer<Double>
  let queues: UnsafeMutablePointer<UInt8>
  let patience: UnsafeMutablePointer<Int64>
  let handleTimes: UnsafeMutablePointer<Int64>
  let wrapUps: UnsafeMutablePointer<Int64>
  private var streams: Streams

  private struct Streams {
    var gap, queue, patience, handleTime, wrapUp: RandomStream
    init(seed: UInt64, replication: UInt64, substream: UInt64) {
      func stream(_ purpose: RandomPurpose) -> RandomStream {
        RandomStream(seed: seed, replication: replication, purpose: purpose, substream: substream)
      }
      gap = stream(.interarrival)
      queue = stream(.contactType)
      patience = stream(.patience)
      handleTime = stream(.handleTime)
      wrapUp = stream(.wrapUp)
    }
  }

  init(laws: CompiledLaws) {
    self.laws = laws
    unit = .allocate(capacity: Self.size * max(1, laws.largestShapeCount))
    gaps = .allocate(capacity: Self.size)
    queues = .allocate(capacity: Self.size)
    queues.initialize(repeating: UInt8(truncatingIfNeeded: laws.onlyQueue), count: Self.size)
    patience = .allocate(capacity: Self.size)
    handleTimes = .allocate(capacity: Self.size)
    wrapUps = .allocate(capacity: Self.size)
    wrapUps.initialize(repeating: 0, count: Self.size)
    streams = Streams(seed: 0, replication: 0, substream: 0)
  }

  deinit {
    unit.deallocate()
    gaps.deallocate()
    queues.deallocate()
    patience.deallocate()
    handleTimes.deallocate()
    wrapUps.deallocate()
  }

  mutating func start(seed: UInt64, replication: UInt64, substream: UInt64) {
    streams = Streams(seed: seed, replication: replication, substream: substream)
  }

  /// Draws the contacts `first ..< first + 64`.
  func fill(from first: UInt64) {
    fillGaps(from: first)
    fillRest(from: first)
  }

  /// Their gaps alone: enough to know when they arrive.
  func fillGaps(from first: UInt64) { laws.gap.fill(gaps, count: Self.size, from: first, of: streams.gap) }

  /// What ``fillGaps(from:)`` leaves out.
  func fillRest(from first: UInt64) {
    if laws.cumulativeMix.count > 1 { drawQueues(from: first) }
    draw(laws.patience, into: patience, from: first, of: streams.patience, absent: Self.endless)
    draw(laws.handleTime, into: handleTimes, from: first, of: streams.handleTime, absent: 0)
    if laws.wrapUp.hasAny { draw(laws.wrapUp, into: wrapUps, from: first, of: streams.wrapUp, absent: 0) }
  }

  /// The queue is the number of borders that the uniform number has passed: counted, since a search would branch by chance.
  private func drawQueues(from first: UInt64) {
    streams.queue.fillUniforms(unit, count: Self.size, from: first)
    laws.cumulativeMix.withUnsafeBufferPointer { borders in
      for offset in stride(from: 0, to: Self.size, by: 8) {
        let uniforms = (UnsafeRawPointer(unit) + 8 * offset).loadUnaligned(as: VectorBits.self)
        var passed = VectorBits()
        // Bits of positive doubles are in the order of the doubles; the sign of a difference says which is greater.
        for border in borders.dropLast() {
          passed &+= (VectorBits(repeating: border.bitPattern &- 1) &- uniforms) &>> VectorBits(repeating: 63)
        }
        for lane in 0..<8 { queues[offset + lane] = UInt8(truncatingIfNeeded: passed[lane]) }
      }
    }
  }

  private func draw(
    _ purpose: CompiledLaws.Purpose, into durations: UnsafeMutablePointer<Int64>, from first: UInt64,
    of stream: RandomStream, absent: Int64
  ) {
    for (index, law) in purpose.shapes.enumerated() {
      law.fill(unit + index * Self.size, count: Self.size, from: first, of: stream)
    }
    if let scale = purpose.onlyScale {
      scaleAll(by: scale, into: durations)
    } else if !purpose.scales.isEmpty {
      scaleByQueue(purpose.scales, into: durations)
    } else {
      scaleEach(purpose, into: durations, absent: absent)
    }
  }

  /// One law for all: vectors from end to end.
  private func scaleAll(by scale: Double, into durations: UnsafeMutablePointer<Int64>) {
    for offset in stride(from: 0, to: Self.size, by: 8) {
      let variates = (UnsafeRawPointer(unit) + 8 * offset).loadUnaligned(as: Vector.self)
      let clamped = VectorMath.clamped(variates * scale, to: Self.longest)
      (UnsafeMutableRawPointer(durations) + 8 * offset).storeBytes(
        of: VectorMath.rounded(clamped), as: VectorBits.self)
    }
  }

  /// Laws that differ in scale alone.
  private func scaleByQueue(_ scales: [Double], into durations: UnsafeMutablePointer<Int64>) {
    scales.withUnsafeBufferPointer { scales in
      for index in 0..<Self.size {
        let duration = min(unit[index] * scales[Int(queues[index])], Self.longest)
        durations[index] = Self.rounded(duration)
      }
    }
  }

  private func scaleEach(_ purpose: CompiledLaws.Purpose, into durations: UnsafeMutablePointer<Int64>, absent: Int64) {
    for index in 0..<Self.size {
      let law = purpose.ofQueue[Int(queues[index])]
      guard law.shape >= 0 else {
        durations[index] = absent
        continue
      }
      let duration = min(unit[law.shape &* Self.size &+ index] * law.scale, Self.longest)
      durations[index] = Self.rounded(duration)
    }
  }

  /// As `VectorMath.rounded` does.
  @inline(__always) private static func rounded(_ duration: Double) -> Int64 {
    Int64(bitPattern: (duration + 4_503_599_627_370_496).bitPattern & 0x000F_FFFF_FFFF_FFFF)
  }
}
