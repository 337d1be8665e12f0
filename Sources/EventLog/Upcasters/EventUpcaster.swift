/// A step from one version of a kind of event to the next.
///
/// Every version of a kind has a code of its own, so that a record says itself how it is to be read. When a kind changes,
/// its ``EventKind`` takes a new code; the old code becomes that of a step, and nothing that was written is touched.
public struct EventUpcaster: Sendable {
  /// Code of the earlier version: it is not written any more, and never used for anything else.
  public var code: UInt8
  /// As it was in the catalogue: `contactQueued`.
  public var name: String
  /// The version that the code stood for, from 1.
  public var version: Int
  /// Gives the record of the next version, with its code. Pure: what the new version cannot know from the record itself
  /// gets a value that says so.
  public var convert: @Sendable (EventRecord) -> EventRecord

  public init(code: UInt8, name: String, version: Int, convert: @escaping @Sendable (EventRecord) -> EventRecord) {
    self.code = code
    self.name = name
    self.version = version
    self.convert = convert
  }
}
