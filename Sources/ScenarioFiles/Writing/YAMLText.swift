/// Writes scalars so that YAML reads them back as they are.
enum YAMLText {
  /// The text, in quotes where a plain scalar would be read differently.
  static func quoted(_ text: String) -> String {
    isPlain(text) ? text : "'\(text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'"
  }

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, text != "null", text.last != " " else { return false }
    guard isLetterOrDigit(first) else { return false }
    return text.unicodeScalars.allSatisfy { isLetterOrDigit($0) || " _/%.-()".unicodeScalars.contains($0) }
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: true
    default: false
    }
  }
}
