/// A piece of a log in memory, written by the simulator and read by folds, digests and the codec.
///
/// The simulator fills a buffer, its readers fold it while it is in cache, and it is cleared and filled again: a
/// replication of any length runs in constant memory. Storage is a raw block, since a bounds check and a uniqueness
/// check for each of the simulator's stores would cost more than the stores.
public struct EventBuffer: ~Copyable {
  public let capacity: Int
  /// Records that the simulator may add in one step; it stops for its readers when fewer are left.
  public static let slack = 64

  @usableFromInline let base: UnsafeMutablePointer<EventRecord>
  @usableFromInline var filled = 0
  @inlinable public var count: Int { filled }

  /// - Parameter capacity: 4,096 records are 96 KiB, which second-level caches hold.
  public init(capacity: Int = 4_096) {
    self.capacity = max(capacity, 4 * Self.slack)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  /// - Precondition: `count < capacity`; the simulator leaves ``slack`` free when it begins a step.
  @inlinable @inline(__always) public mutating func append(_ record: EventRecord) {
    (base + filled).initialize(to: record)
    filled &+= 1
  }

  /// Where the next record goes, for writers that place several at once.
  @inlinable @inline(__always) public var end: UnsafeMutablePointer<EventRecord> { base + filled }
  @inlinable @inline(__always) public var room: Int { capacity &- filled }
  /// Counts records that were placed at ``end``.
  /// - Precondition: `count <= room`.
  @inlinable @inline(__always) public mutating func advance(by count: Int) { filled &+= count }

  @inlinable @inline(__always) public var hasRoom: Bool { filled &+ Self.slack <= capacity }
  public mutating func removeAll() { filled = 0 }

  /// Calls `body` with the records; the pointer is valid only inside.
  @inlinable public func withRecords<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<EventRecord>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeBufferPointer(start: base, count: filled))
  }
}
