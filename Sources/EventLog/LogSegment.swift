/// A coded piece of a replication's log: what a store keeps.
///
/// Segments of a stream are numbered by `firstPosition`; together they hold every event once. A segment is coded on its
/// own, so a damaged one does not take others with it, and a reader who asks for one contact or one hour skips those
/// that hold nothing of it.
public struct LogSegment: Hashable, Sendable {
  /// What a segment's events span: enough to know that it need not be read.
  public struct Extent: Hashable, Sendable {
    /// Times of the first and the last event, in microseconds since the start of the replication.
    public var firstTime: Int64
    public var lastTime: Int64
    /// Least and greatest number of a contact that an event names; 0 and 0 where none does.
    public var leastContact: UInt32
    public var greatestContact: UInt32

    public init(firstTime: Int64, lastTime: Int64, leastContact: UInt32, greatestContact: UInt32) {
      self.firstTime = firstTime
      self.lastTime = lastTime
      self.leastContact = leastContact
      self.greatestContact = greatestContact
    }
  }

  /// Position in the stream of the first event.
  public var firstPosition: Int
  public var eventCount: Int
  /// Version of the coding, see ``SegmentCodec/version``.
  public var codecVersion: Int
  /// Checksum of `bytes`.
  public var checksum: UInt64
  public var extent: Extent
  public var bytes: [UInt8]

  public init(
    firstPosition: Int, eventCount: Int, codecVersion: Int, checksum: UInt64, extent: Extent, bytes: [UInt8]
  ) {
    self.firstPosition = firstPosition
    self.eventCount = eventCount
    self.codecVersion = codecVersion
    self.checksum = checksum
    self.extent = extent
    self.bytes = bytes
  }
}
