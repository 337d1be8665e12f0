/// Makes the guides of a stream's segments, which it reads in order.
public struct SegmentGuideMaker: ~Copyable {
  private var reader = SegmentReader()
  private var state = CenterState()

  public init() {}

  /// Reads the next segment.
  ///
  /// - Parameter body: gets its events as they were written.
  /// - Throws: ``SegmentError``.
  public mutating func guide(
    of segment: LogSegment, _ body: (UnsafeBufferPointer<EventRecord>) -> Void = { _ in }
  ) throws -> SegmentGuide {
    let before = state.coded
    // Taken out, so that the reader's loan and the fold do not both hold `self`.
    var (links, state) = ([SegmentGuide.Link](), self.state)
    self.state = CenterState()
    try reader.read(segment) { written in
      body(written)
      UpcasterChain.current.lend(written) { records in
        for record in records {
          state.apply(record)
          if record.kindCode == EventKind.contactLinked.rawValue {
            links.append(.init(contact: record.contact, previous: UInt32(truncatingIfNeeded: record.reference)))
          }
        }
      }
    }
    self.state = state
    return SegmentGuide(firstPosition: segment.firstPosition, links: SegmentGuide.coded(links), state: before)
  }
}
