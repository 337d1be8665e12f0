/// The one place where remarks become prose:
///
///     error: unknown key 'handel'
///       --> clinic.yaml:5:1
///         5 | handel: 5m
///           | ^^^^^^
///     help: did you mean 'handle'?
public struct DiagnosticPrinter: Sendable {
  /// Longest part of a source line that is shown.
  static let excerptWidth = 96
  static let gutterWidth = 5

  public init() {}

  /// Several remarks, one blank line between two of them, a line feed at the end.
  public func text(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map(text).joined(separator: "\n")
  }

  /// One remark, ending in a line feed.
  public func text(_ diagnostic: Diagnostic) -> String {
    var lines = ["\(diagnostic.severity.rawValue): \(diagnostic.message)", "  --> \(place(of: diagnostic))"]
    lines += excerpt(of: diagnostic)
    if let help = diagnostic.help { lines.append("help: \(help)") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// `clinic.yaml:5:1`, `clinic.yaml`, `--set demand.volume`.
  public func place(of diagnostic: Diagnostic) -> String {
    guard let line = diagnostic.line else { return diagnostic.file }
    guard let column = diagnostic.column else { return "\(diagnostic.file):\(line)" }
    return "\(diagnostic.file):\(line):\(column)"
  }

  private func excerpt(of diagnostic: Diagnostic) -> [String] {
    guard let line = diagnostic.line, let source = diagnostic.excerpt else { return [] }
    let scalars = Array(source.unicodeScalars)
    let column = min(max(diagnostic.column ?? 1, 1), scalars.count + 1)
    // A long line is cut so that the place stays in view.
    let first = column > Self.excerptWidth * 3 / 4 ? column - Self.excerptWidth / 2 : 0
    let last = min(scalars.count, first + Self.excerptWidth)
    let shown = scalars[min(first, last)..<last].map { Self.isPrintable($0) ? Character($0) : " " }
    let number = Self.padded("\(line)")
    let blank = Self.padded("")
    guard diagnostic.column != nil else { return ["\(number) | \(Self.trimmed(String(shown)))"] }
    let length = max(1, min(diagnostic.length, last - column + 1))
    let underline = String(repeating: " ", count: column - 1 - first) + String(repeating: "^", count: length)
    return ["\(number) | \(Self.trimmed(String(shown)))", "\(blank) | \(underline)"]
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 32 && scalar.value != 127 }

  private static func padded(_ text: String) -> String {
    String(repeating: " ", count: max(0, gutterWidth - text.count)) + text
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
