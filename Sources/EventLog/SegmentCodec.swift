/// The coding of log segments, version 1: a byte of kind and flags, then variable-length integers.
///
///     tag            kind in bits 0-4, flags in bits 5-7
///     time           microseconds since the event before (the first: since 0); absent when the flag `sameTime` is set
///     fields         contact, queue, agent, detail, reference as the kind needs them
///
/// What a reader can work out from the segment's earlier events is not stored: an answered contact's arrival, the
/// contact and the begin of the talk that an agent ends, the begin of a break. The flag `derived` says that the
/// memory of writer and reader (``SegmentMemory``) holds them; where it does not, they are written out. About 14 bytes
/// a contact.
public enum SegmentCodec {
  public static let version = 1
  /// Events in a full segment.
  public static let segmentEvents = 65_536

  static let kindMask: UInt8 = 0x1F
  static let sameTime: UInt8 = 0x20
  static let derived: UInt8 = 0x40
  static let newest: UInt8 = 0x80

  /// Checksum of a segment's bytes: eight bytes a step, each step a bijection of the sum.
  static func checksum(_ bytes: [UInt8]) -> UInt64 {
    var sum: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count)
    var index = 0
    bytes.withUnsafeBytes { raw in
      while index + 8 <= raw.count {
        let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        sum = mix(sum, word)
        index += 8
      }
      while index < raw.count {
        sum = mix(sum, UInt64(raw[index]))
        index += 1
      }
    }
    return sum
  }

  private static func mix(_ sum: UInt64, _ word: UInt64) -> UInt64 {
    let product = (sum ^ word) &* 0xBF58_476D_1CE4_E5B9
    return product ^ product >> 32
  }
}
