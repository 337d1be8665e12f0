/// The coding of log segments, version 3.
///
///     shapes   their number, 1 byte; then 4 bytes each, see ``SegmentShape``
///     tags     1 byte an event: which shape it has
///     fields   of each event in turn, as many bytes of each as its shape says, least significant first
///     padding  8 zero bytes, so that a reader may load whole words
///
/// Every event is written as the differences from what a reader can foresee: the time from the event before; the contact
/// from the newest one, or from the one that the agent holds; queue, detail and the reference instant from what the
/// contact or the agent did last (``SegmentMemory``). A *shape* says which foresight each field starts from and how many
/// bytes its difference takes; a closing event's reference instant usually takes none. A segment lists the shapes that
/// it uses.
///
/// Nothing here knows what events mean: whatever the words of a record hold, some shape writes them, at worst in full.
/// A new kind of event, a new field, a field used otherwise needs no change of the coding. Tags lie apart from fields, so
/// that the place of an event's bytes depends on additions alone, and most events are foreseen but for their time and
/// agent: that is where the speed comes from. About 13 bytes a contact.
///
/// Version 2 differs in the checksum alone.
public enum SegmentCodec {
  public static let version = 3
  static let readableVersions = 2...version
  /// Events in a full segment.
  public static let segmentEvents = 65_536
  /// Shapes that a segment may list; one that would need more is closed, and another begun.
  static let mostShapes = 255
  static let shapeBytes = 4
  static let padding = 8
  /// Bytes that the fields of one event take at most, and one word that is stored beyond them.
  static let mostFieldBytes = 6 + 2 + 4 + 2 + 3 + 6 + 8

  /// Checksum of a segment's bytes. Eight bytes a step, each step a bijection of the sum, so that no single changed word
  /// goes unnoticed; four sums in turn since version 3, since one step waits for the one before.
  static func checksum(_ bytes: [UInt8], version: Int = version) -> UInt64 {
    bytes.withUnsafeBytes { version == 2 ? checksum($0, from: 0, seed(of: $0)) : checksumOfLanes($0) }
  }

  private static func checksumOfLanes(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var lanes = (seed(of: bytes), UInt64(1), UInt64(2), UInt64(3))
    var index = 0
    while index &+ 32 <= bytes.count {
      lanes.0 = mix(lanes.0, word(bytes, index))
      lanes.1 = mix(lanes.1, word(bytes, index &+ 8))
      lanes.2 = mix(lanes.2, word(bytes, index &+ 16))
      lanes.3 = mix(lanes.3, word(bytes, index &+ 24))
      index &+= 32
    }
    return checksum(bytes, from: index, mix(mix(mix(lanes.0, lanes.1), lanes.2), lanes.3))
  }

  private static func checksum(_ bytes: UnsafeRawBufferPointer, from start: Int, _ seed: UInt64) -> UInt64 {
    var (sum, index) = (seed, start)
    while index &+ 8 <= bytes.count {
      sum = mix(sum, word(bytes, index))
      index &+= 8
    }
    while index < bytes.count {
      sum = mix(sum, UInt64(bytes[index]))
      index &+= 1
    }
    return sum
  }

  private static func seed(of bytes: UnsafeRawBufferPointer) -> UInt64 { 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count) }

  @inline(__always) private static func word(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  @inline(__always) private static func mix(_ sum: UInt64, _ word: UInt64) -> UInt64 {
    let product = (sum ^ word) &* 0xBF58_476D_1CE4_E5B9
    return product ^ product &>> 32
  }
}
