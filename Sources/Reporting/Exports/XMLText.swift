/// Texts inside XML.
enum XMLText {
  /// For text and attributes alike. XML 1.0 has no control characters at all, and two numbers that are no characters.
  ///
  /// By scalars: a sign with an accent upon it is one character to Swift, and still a sign to a parser.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in PrintableText.of(text).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
