/// One remark on a scenario: what is wrong, where, what is allowed, what to do next.
///
/// Prose is laid out by ``DiagnosticPrinter`` only.
public struct Diagnostic: Hashable, Sendable, Error {
  public enum Severity: String, Hashable, Sendable {
    /// The scenario cannot be used.
    case error
    /// The scenario can be used, but probably does not mean what its author thinks.
    case warning
    /// Something that the reader worked out and the author may want to know.
    case note
  }

  public var severity: Severity
  public var message: String
  /// Name of the file as the user gave it, or `--set demand.volume` for an override.
  public var file: String
  /// 1-based; nil when the remark is about a whole file or an override.
  public var line: Int?
  /// 1-based, counted in Unicode scalars; nil when `line` is.
  public var column: Int?
  /// Length of the underlined part in Unicode scalars, at least 1 where there is a column.
  public var length: Int
  /// The line of the source, for the excerpt.
  public var excerpt: String?
  public var help: String?

  public init(
    severity: Severity, message: String, file: String, line: Int? = nil, column: Int? = nil, length: Int = 1,
    excerpt: String? = nil, help: String? = nil
  ) {
    self.severity = severity
    self.message = message
    self.file = file
    self.line = line
    self.column = column
    self.length = length
    self.excerpt = excerpt
    self.help = help
  }
}
