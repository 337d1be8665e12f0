/// An event as it lies in a log: three 64-bit words of fixed layout.
///
///     word 0: time, 48 bits      | agent, 16 bits
///     word 1: reference, 48 bits | queue, 8 bits | spare, 8 bits (zero)
///     word 2: contact, 32 bits   | detail, 24 bits | kind, 8 bits
///
/// Times are microseconds since the start of the replication. The *reference* is the instant that the event closes on
/// (when the contact was queued, answered, ...): folds need no join. ``Event`` is the typed view of a record. The layout
/// is fixed because the stream digest and the simulator's speed stand on it: 24 bytes, written with three stores.
@frozen public struct EventRecord: Hashable, Sendable {
  public var word0: UInt64
  public var word1: UInt64
  public var word2: UInt64

  @inlinable public init(word0: UInt64, word1: UInt64, word2: UInt64) {
    self.word0 = word0
    self.word1 = word1
    self.word2 = word2
  }

  /// - Precondition: every field fits its bits; the simulator's limits see to it.
  @inlinable @inline(__always) public init(
    kind: EventKind, time: Int64, agent: UInt64 = 0, reference: Int64 = 0, queue: UInt64 = 0, contact: UInt64 = 0,
    detail: UInt64 = 0
  ) {
    word0 = UInt64(bitPattern: time) &<< 16 | agent
    word1 = UInt64(bitPattern: reference) &<< 16 | queue &<< 8
    word2 = contact &<< 32 | detail &<< 8 | UInt64(kind.rawValue)
  }

  @inlinable @inline(__always) public var kindCode: UInt8 { UInt8(truncatingIfNeeded: word2) }
  @inlinable @inline(__always) public var time: Int64 { Int64(bitPattern: word0 &>> 16) }
  @inlinable @inline(__always) public var agent: Int { Int(word0 & 0xFFFF) }
  @inlinable @inline(__always) public var reference: Int64 { Int64(bitPattern: word1 &>> 16) }
  @inlinable @inline(__always) public var queue: Int { Int(word1 &>> 8 & 0xFF) }
  @inlinable @inline(__always) public var contact: UInt32 { UInt32(word2 &>> 32) }
  @inlinable @inline(__always) public var detail: Int { Int(word2 &>> 8 & 0xFF_FFFF) }

  /// Largest numbers that the fields hold.
  public static let largestAgent = 0xFFFF
  public static let largestQueue = 0xFF
  public static let largestDetail = 0xFF_FFFF
  public static let largestReference: Int64 = 0xFFFF_FFFF_FFFF
}
