/// A coded piece of a replication's log: what a store keeps.
///
/// Segments of a stream are numbered by `firstPosition`; together they hold every event once. A segment is coded on its
/// own, so a damaged one does not take others with it.
public struct LogSegment: Hashable, Sendable {
  /// Position in the stream of the first event.
  public var firstPosition: Int
  public var eventCount: Int
  /// Version of the coding, see ``SegmentCodec/version``.
  public var codecVersion: Int
  /// Checksum of `bytes`.
  public var checksum: UInt64
  public var bytes: [UInt8]

  public init(firstPosition: Int, eventCount: Int, codecVersion: Int, checksum: UInt64, bytes: [UInt8]) {
    self.firstPosition = firstPosition
    self.eventCount = eventCount
    self.codecVersion = codecVersion
    self.checksum = checksum
    self.bytes = bytes
  }
}
