/// Reads the text of cells.
enum TableText {
  static func trimmed(_ text: String) -> String {
    guard let first = text.utf8.first, let last = text.utf8.last, isBlank(first) || isBlank(last) else { return text }
    var rest = Substring(text)
    while let scalar = rest.unicodeScalars.first, scalar.properties.isWhitespace { rest = rest.dropFirst() }
    while let scalar = rest.unicodeScalars.last, scalar.properties.isWhitespace { rest = rest.dropLast() }
    return String(rest)
  }

  /// A plain decimal, or a power of ten as `1e-3`; nil for words (`nan`, `inf`), hexadecimals and thousands separators.
  static func number(_ text: String) -> Double? {
    guard text.utf8.allSatisfy({ (48...57).contains($0) || "+-.eE".utf8.contains($0) }) else { return nil }
    return Double(text)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte <= 32 || byte >= 128 }
}
