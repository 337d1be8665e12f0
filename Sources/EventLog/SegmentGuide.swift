/// What spares a reader the segments before one, and those without a story's contacts: the state of the center before
/// the segment's first event, and which of its contacts continue which.
///
/// Guides follow from the segments. They may be thrown away: then answers take longer, and are the same.
public struct SegmentGuide: Hashable, Sendable {
  /// A contact that continues an earlier one.
  public struct Link: Hashable, Sendable {
    public var contact: UInt32
    public var previous: UInt32

    public init(contact: UInt32, previous: UInt32) {
      self.contact = contact
      self.previous = previous
    }
  }

  public var firstPosition: Int
  /// See ``links(coded:)``.
  public var links: [UInt8]
  /// See ``CenterState/init(coded:)``.
  public var state: [UInt8]

  public init(firstPosition: Int, links: [UInt8], state: [UInt8]) {
    self.firstPosition = firstPosition
    self.links = links
    self.state = state
  }

  private static let linksVersion: UInt64 = 1

  static func coded(_ links: [Link]) -> [UInt8] {
    var sink = NumberSink()
    sink.put(linksVersion)
    var newest: UInt32 = 0
    for link in links {
      sink.put(UInt64(link.contact &- newest))
      sink.put(UInt64(link.contact &- link.previous))
      newest = link.contact
    }
    return sink.bytes
  }

  /// The links of a segment in the order of its events; nil where the bytes are none, or of another version.
  public static func links(coded bytes: [UInt8]) -> [Link]? {
    var source = NumberSource(bytes)
    guard source.next() == linksVersion else { return nil }
    var (links, newest) = ([Link](), UInt32(0))
    while !source.isAtEnd {
      guard let step = source.next(), let back = source.next() else { return nil }
      newest &+= UInt32(truncatingIfNeeded: step)
      links.append(Link(contact: newest, previous: newest &- UInt32(truncatingIfNeeded: back)))
    }
    return links
  }
}
