/// How text is laid out: whether colours may be used, and in how many columns.
///
/// Whether to colour is decided where the stream is known (a terminal, `NO_COLOR`, `TERM=dumb`, `--no-color`), once for
/// each stream; everything below is told.
public struct TextStyle: Hashable, Sendable {
  public var isColored: Bool
  public var width: Int

  /// Width that reports keep to.
  public static let usualWidth = 100
  public static let plain = TextStyle(isColored: false)

  public init(isColored: Bool, width: Int = usualWidth) {
    self.isColored = isColored
    self.width = width
  }

  /// The text in its ink, or just the text.
  public func paint(_ text: String, _ ink: Ink) -> String {
    guard isColored, let code = ink.code, !text.isEmpty else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
