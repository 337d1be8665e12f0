/// A piece of text with its ink.
public struct Cell: Hashable, Sendable {
  public var text: String
  public var ink: Ink

  public init(_ text: String, _ ink: Ink = .plain) {
    self.text = text
    self.ink = ink
  }
}

extension Cell: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self.init(text) }
}
