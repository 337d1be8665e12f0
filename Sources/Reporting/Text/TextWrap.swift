/// Breaks text at blanks.
public enum TextWrap {
  /// Lines of at most `width` columns; a word that is longer stands on a line of its own.
  public static func lines(_ text: String, width: Int = TextStyle.usualWidth) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if line.isEmpty {
        line = String(word)
      } else if DisplayWidth.of(line) + 1 + DisplayWidth.of(word) <= width {
        line += " " + word
      } else {
        lines.append(line)
        line = String(word)
      }
    }
    return lines + [line]
  }
}
