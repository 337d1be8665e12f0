/// A stream whose segments do not follow one another.
public struct LogGap: Error, Hashable, Sendable, CustomStringConvertible {
  public let expected: Int
  public let found: Int
  public var description: String { "the log misses events: position \(expected) was expected, \(found) comes next" }
}
