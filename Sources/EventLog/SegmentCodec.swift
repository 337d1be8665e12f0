/// The coding of log segments, version 2.
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
/// that the place of an event's bytes depends on additions alone, and the reader has no branch that an event decides:
/// that is where its speed comes from. About 13 bytes a contact.
public enum SegmentCodec {
  public static let version = 2
  /// Events in a full segment.
  public static let segmentEvents = 65_536
  /// Shapes that a segment may list; one that would need more is closed, and another begun.
  static let mostShapes = 255
  static let shapeBytes = 4
  static let padding = 8
  /// Bytes that the fields of one event take at most, and one word that is stored beyond them.
  static let mostFieldBytes = 6 + 2 + 4 + 2 + 3 + 6 + 8

  /// Checksum of a segment's bytes: eight bytes a step, each step a bijection of the sum, so that no single change and no
  /// single exchanged word goes unnoticed.
  static func checksum(_ bytes: [UInt8]) -> UInt64 {
    var sum: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count)
    bytes.withUnsafeBytes { raw in
      var index = 0
      while index &+ 8 <= raw.count {
        sum = mix(sum, UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
        index &+= 8
      }
      while index < raw.count {
        sum = mix(sum, UInt64(raw[index]))
        index &+= 1
      }
    }
    return sum
  }

  private static func mix(_ sum: UInt64, _ word: UInt64) -> UInt64 {
    let product = (sum ^ word) &* 0xBF58_476D_1CE4_E5B9
    return product ^ product &>> 32
  }
}
