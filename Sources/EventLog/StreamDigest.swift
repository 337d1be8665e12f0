/// A 128-bit digest of a stream of events, the same however the stream is cut into pieces.
///
/// It proves that two logs are equal, bit for bit, and costs a few nanoseconds a contact: six lanes, one for each word
/// of two neighbouring records, each step a bijection (xor, odd multiplication, xor-shift). It is a checksum, not a
/// defence against forgery.
public struct StreamDigest: Hashable, Sendable {
  @usableFromInline var even = Lanes(0x9E37_79B9_7F4A_7C15, 0xD1B5_4A32_D192_ED03, 0xAEF1_7502_108E_F2D9)
  @usableFromInline var odd = Lanes(0x8CB9_2BA7_2F3D_8DD7, 0xABC9_8388_FB8F_AC03, 0xE703_7ED1_A0B4_28DB)
  @usableFromInline var count: UInt64 = 0

  @usableFromInline struct Lanes: Hashable, Sendable {
    @usableFromInline var first, second, third: UInt64
    @usableFromInline init(_ first: UInt64, _ second: UInt64, _ third: UInt64) {
      self.first = first
      self.second = second
      self.third = third
    }

    @inlinable @inline(__always) mutating func absorb(_ record: EventRecord) {
      first = Lanes.step(first, record.word0)
      second = Lanes.step(second, record.word1)
      third = Lanes.step(third, record.word2)
    }

    @inlinable @inline(__always) static func step(_ lane: UInt64, _ word: UInt64) -> UInt64 {
      let product = (lane ^ word) &* 0xBF58_476D_1CE4_E5B9
      return product ^ product &>> 32
    }
  }

  public init() {}

  /// Adds the next records of the stream.
  public mutating func absorb(_ records: UnsafeBufferPointer<EventRecord>) {
    var index = 0
    if count & 1 == 1, !records.isEmpty {
      odd.absorb(records[0])
      index = 1
    }
    var (left, right) = (even, odd)
    while index &+ 1 < records.count {
      left.absorb(records[index])
      right.absorb(records[index &+ 1])
      index &+= 2
    }
    if index < records.count { left.absorb(records[index]) }
    (even, odd) = (left, right)
    count &+= UInt64(records.count)
  }

  /// Adds one number, for digests of digests.
  public mutating func absorb(_ value: Value) {
    even.absorb(EventRecord(word0: value.high, word1: value.low, word2: count))
    count &+= 2
  }

  /// The digest of what was absorbed so far.
  public var value: Value {
    let lanes = [even.first, even.second, even.third, odd.first, odd.second, odd.third, count]
    func fold(_ start: UInt64) -> UInt64 {
      lanes.reduce(start) { sum, lane in
        let mixed = Lanes.step(sum, lane) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed &>> 29
      }
    }
    return Value(high: fold(0x2545_F491_4F6C_DD1D), low: fold(0xD134_2543_DE82_EF95))
  }

  /// A digest's 128 bits, printed as 32 hexadecimal digits.
  public struct Value: Hashable, Sendable, CustomStringConvertible {
    public var high: UInt64
    public var low: UInt64
    public init(high: UInt64, low: UInt64) {
      self.high = high
      self.low = low
    }

    /// Reads the 32 hexadecimal digits of ``description``; nil for anything else.
    public init?(_ text: String) {
      // The standard library's reading of integers takes a sign; a digest has none.
      guard text.utf8.count == 32, text.allSatisfy(\.isHexDigit), let high = UInt64(text.prefix(16), radix: 16),
        let low = UInt64(text.suffix(16), radix: 16)
      else { return nil }
      self.init(high: high, low: low)
    }

    public var description: String {
      [high, low].map { word in
        let digits = String(word, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
      }.joined()
    }
  }
}
