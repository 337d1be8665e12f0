/// A column of a table.
public struct Column: Hashable, Sendable {
  public enum Alignment: Hashable, Sendable {
    case leading
    case trailing
    /// Decimal points under each other; a text without one ends its number there.
    case decimal
  }

  public var title: String
  public var alignment: Alignment
  /// Whether long text goes on in the next line instead of making the table wide.
  public var wraps: Bool

  public init(_ title: String, _ alignment: Alignment = .leading, wraps: Bool = false) {
    self.title = title
    self.alignment = alignment
    self.wraps = wraps
  }
}
