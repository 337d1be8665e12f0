internal import ContactCenter
internal import Randomness

/// Draws of one customer at a time, for what rules ask: chances, and the durations of later contacts.
///
/// Each is keyed by (seed, replication, purpose, arrival stream, customer, rank of the contact), so that a rule that is
/// switched on leaves all other draws as they were.
struct LaterDraws: ~Copyable {
  private struct Known {
    /// The replication, counted since the simulator was made; 0 for none.
    var run = 0
    var substream: Int32 = 0
    var stream = RandomStream(seed: 0, replication: 0, purpose: .fault)
  }

  private var root = RandomStream.Root(seed: 0, replication: 0)
  private var run = 0
  /// The streams asked for, sixteen places a purpose: deriving one costs as much as ten draws from it.
  private let known = UnsafeMutablePointer<Known>.allocate(capacity: Self.placeCount)
  private static let placeCount = 16 * (Int(RandomPurpose.allCases.map(\.rawValue).max() ?? 0) + 1)

  init() { known.initialize(repeating: Known(), count: Self.placeCount) }

  deinit { known.deallocate() }

  mutating func start(seed: UInt64, replication: UInt64) {
    root = .init(seed: seed, replication: replication)
    run += 1
  }

  /// A uniform number in (0, 1).
  @inline(__always) func uniform(_ purpose: RandomPurpose, _ customer: Customer.Key) -> Double {
    stream(purpose, customer.stream).uniform(customer.draw)
  }

  @inline(__always) func happens(_ share: Share, _ purpose: RandomPurpose, _ customer: Customer.Key) -> Bool {
    share.partsPerBillion > 0 && uniform(purpose, customer) < share.fraction
  }

  /// A duration in microseconds.
  func duration(_ law: ScaledLaw, _ purpose: RandomPurpose, _ customer: Customer.Key) -> Int64 {
    let variate = law.family.variate(customer.draw, of: stream(purpose, customer.stream))
    return Self.rounded(min(variate * law.meanMicroseconds, ContactBlock.longest))
  }

  /// A duration given that it is longer than `age`, in microseconds: the first of many draws that is. Where none is, the
  /// law says nothing of such an age, and what is left is drawn as if it had just begun.
  func firstDuration(
    _ law: ScaledLaw, _ purpose: RandomPurpose, _ customer: Customer.Key, beyond age: Int64, _ scaled: (Int64) -> Int64
  ) -> Int64 {
    var customer = customer
    for draw in 0..<Self.mostDraws {
      customer.rank = Int32(truncatingIfNeeded: draw)
      let length = scaled(duration(law, purpose, customer))
      if length > age { return length }
    }
    customer.rank = Int32(truncatingIfNeeded: Self.mostDraws)
    return age &+ max(1, scaled(duration(law, purpose, customer)))
  }

  /// What is left of a duration that somebody looks into who knows nothing of its age: durations laid end to end, and the
  /// rest of the one that covers a point far out, drawn evenly from a stretch of one mean.
  func rest(of law: ScaledLaw, _ purpose: RandomPurpose, _ customer: Customer.Key) -> Int64 {
    var customer = customer
    let point = (Self.meansBefore + uniform(.residual, customer)) * law.meanMicroseconds
    var end = 0.0
    for draw in 0..<Self.mostDraws where end <= point {
      customer.rank = Int32(truncatingIfNeeded: draw)
      end += Double(duration(law, purpose, customer))
    }
    return max(1, Int64((end - point).rounded(.up)))
  }

  /// As `rounded()`, of what is not negative, and without a call of the library of mathematics.
  private static func rounded(_ duration: Double) -> Int64 {
    let whole = Int64(duration)
    return duration - Double(whole) < 0.5 ? whole : whole &+ 1
  }

  private static let mostDraws = 10_000
  /// Means after which the point at which a series of durations began is forgotten.
  private static let meansBefore = 50.0

  /// An amount in hundredths, at least one: the same for every contact of the customer.
  func amountInCents(
    _ family: any DistributionFamily, of mean: Double, _ purpose: RandomPurpose, _ customer: Customer.Key
  ) -> Int64 {
    let variate = family.variate(customer.number &<< 16, of: stream(purpose, customer.stream))
    return max(1, Int64(min(variate * mean * 100, Self.largestCents).rounded()))
  }

  /// What the log holds is about 280 times as much.
  private static let largestCents = 1e12

  @inline(__always) func stream(_ purpose: RandomPurpose, _ substream: Int32) -> RandomStream {
    // Lists, backlogs and reviews have substreams with a high bit of their own.
    let place = known + Int(purpose.rawValue &<< 4 | UInt64(UInt32(bitPattern: (substream ^ substream &>> 27) & 15)))
    if place.pointee.run != run || place.pointee.substream != substream { derive(purpose, substream, at: place) }
    return place.pointee.stream
  }

  @inline(never) private func derive(
    _ purpose: RandomPurpose, _ substream: Int32, at place: UnsafeMutablePointer<Known>
  ) {
    let stream = RandomStream(root, purpose: purpose, substream: UInt64(UInt32(bitPattern: substream)))
    place.pointee = Known(run: run, substream: substream, stream: stream)
  }
}

/// A law ready for drawing. A class, so that whoever looks whether there is one counts a reference instead of copying the
/// family, whose size only runs tell.
final class ScaledLaw: Sendable {
  let family: any DistributionFamily
  let meanMicroseconds: Double

  init(_ specification: DistributionSpecification) throws(SimulationPlanError) {
    do {
      family = try DistributionCatalog.law(specification.family, shape: specification.shape)
    } catch {
      throw .distribution(error.message)
    }
    meanMicroseconds = Double(specification.mean.microseconds)
  }
}
