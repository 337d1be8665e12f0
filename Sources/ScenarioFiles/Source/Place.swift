/// Where a value was written.
struct Place: Hashable, Sendable {
  enum Origin: Hashable, Sendable {
    case scenarioFile
    /// `--set KEY=VALUE`, with the key as it was given.
    case override(String)
    /// Written nowhere: a default.
    case nowhere
  }

  var origin: Origin
  /// 1-based; 0 outside the scenario file.
  var line: Int
  /// 1-based, in Unicode scalars; 0 outside the scenario file.
  var column: Int
  /// Length of a plain scalar; 0 where the source line has to be looked at.
  var length: Int
  /// Which file it is: 0 the scenario's own, 1 the one that it extends, 2 the one that this extends, ...
  var file = 0

  static let nowhere = Place(origin: .nowhere, line: 0, column: 0, length: 0)
  /// The file as a whole: a key that is missing stands nowhere.
  static let wholeFile = whole(0)
  static func whole(_ file: Int) -> Place { Place(origin: .scenarioFile, line: 0, column: 0, length: 0, file: file) }
  static func override(_ key: String) -> Place { Place(origin: .override(key), line: 0, column: 0, length: 0) }

  /// The line of the scenario's own file; nil for what stands elsewhere.
  var ownLine: Int? { file == 0 && line > 0 ? line : nil }

  /// A remark on what stands there, with its line.
  /// - Parameter sources: the files by their numbers.
  func remark(
    _ severity: Diagnostic.Severity, _ message: String, help: String?, in sources: [SourceText]
  ) -> Diagnostic {
    let source = sources[file]
    var diagnostic = Diagnostic(severity: severity, message: message, file: source.name, help: help)
    switch origin {
    case .override(let key): diagnostic.file = "--set \(key)"
    case .nowhere: break
    case .scenarioFile where line == 0: break
    case .scenarioFile:
      diagnostic.line = line
      diagnostic.column = column
      diagnostic.excerpt = String(String.UnicodeScalarView(source.line(line)))
      diagnostic.length = length > 0 ? length : source.length(atLine: line, column: column)
    }
    return diagnostic
  }
}
