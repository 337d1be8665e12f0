/// A segment that cannot be read.
public struct SegmentError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Position in the stream of the segment's first event.
  public let firstPosition: Int
  public let problem: String
  public var description: String { "the log segment at position \(firstPosition) \(problem)" }
}
