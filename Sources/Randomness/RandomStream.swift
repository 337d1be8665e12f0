/// An endless stream of 64-bit words, each computed from its number: there is no state and no order of drawing.
///
/// The key is (seed, replication, purpose, substream); the number is the contact's. A contact's draws therefore do not
/// depend on staffing, routing or on who drew before: the basis of common random numbers. The generator is a Weyl
/// sequence through two rounds of a 64-bit finaliser with a second key between them (the finaliser is the one of
/// Steele, Lea & Flood, "Fast splittable pseudorandom number generators", 2014); 128 bits of key keep the orbits of
/// different streams apart.
@frozen public struct RandomStream: Hashable, Sendable {
  @usableFromInline let outerKey: UInt64
  @usableFromInline let innerKey: UInt64

  /// - Parameters:
  ///   - replication: index of the replication, from 0.
  ///   - substream: separates streams of one purpose, such as arrival streams.
  public init(seed: UInt64, replication: UInt64, purpose: RandomPurpose, substream: UInt64 = 0) {
    self.init(Root(seed: seed, replication: replication), purpose: purpose, substream: substream)
  }

  /// What all streams of one replication have in common: for whoever asks for many.
  public struct Root: Sendable {
    fileprivate let state: UInt64

    public init(seed: UInt64, replication: UInt64) {
      state = RandomStream.mixed(RandomStream.finalize(seed ^ 0x5851_F42D_4C95_7F2D), replication)
    }
  }

  public init(_ root: Root, purpose: RandomPurpose, substream: UInt64) {
    let state = Self.mixed(Self.mixed(root.state, purpose.rawValue), substream)
    outerKey = Self.finalize(state &+ Self.weyl)
    innerKey = Self.finalize(state &+ 2 &* Self.weyl)
  }

  private static func mixed(_ state: UInt64, _ part: UInt64) -> UInt64 {
    finalize(state ^ finalize(part &+ weyl))
  }

  /// The word with this number.
  @inlinable public subscript(number: UInt64) -> UInt64 {
    var word = number &* Self.weyl &+ outerKey
    word = (word ^ word &>> 30) &* 0xBF58_476D_1CE4_E5B9 ^ innerKey
    word = (word ^ word &>> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word &>> 31
  }

  /// The uniform number in (0, 1) with this number.
  @inlinable public func uniform(_ number: UInt64) -> Double {
    Double(self[number] &>> 12) * 0x1p-52 + 0x1p-53
  }

  /// Eight uniform numbers in (0, 1), for the numbers `first ..< first + 8`: (k + 1/2) / 2^52, never 0, never 1.
  @inlinable @inline(__always) func uniforms(from first: UInt64) -> Vector {
    let start = first &* Self.weyl &+ outerKey
    var word = VectorBits(repeating: start) &+ Self.strides
    word = (word ^ word &>> VectorBits(repeating: 30)) &* VectorBits(repeating: 0xBF58_476D_1CE4_E5B9)
    word ^= VectorBits(repeating: innerKey)
    word = (word ^ word &>> VectorBits(repeating: 27)) &* VectorBits(repeating: 0x94D0_49BB_1331_11EB)
    word ^= word &>> VectorBits(repeating: 31)
    let inOneToTwo = (word &>> VectorBits(repeating: 12)) | VectorBits(repeating: 0x3FF0_0000_0000_0000)
    return unsafeBitCast(inOneToTwo, to: Vector.self) - (1 - 0x1p-53)
  }

  /// The uniform numbers `first ..< first + count`; `count` is a multiple of 8.
  public func fillUniforms(_ block: UnsafeMutablePointer<Double>, count: Int, from first: UInt64) {
    for offset in stride(from: 0, to: count, by: 8) {
      VectorMath.store(uniforms(from: first &+ UInt64(offset)), to: block + offset)
    }
  }

  @inlinable @inline(__always) static var weyl: UInt64 { 0x9E37_79B9_7F4A_7C15 }

  @inlinable @inline(__always) static var strides: VectorBits {
    VectorBits(
      0, weyl, weyl &* 2, weyl &* 3, weyl &* 4, weyl &* 5, weyl &* 6, weyl &* 7)
  }

  static func finalize(_ value: UInt64) -> UInt64 {
    var word = (value ^ value &>> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word &>> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word &>> 31
  }
}
