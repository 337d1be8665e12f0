/// Everything that is wrong with a scenario, in order of place. Nothing can be run until it is mended.
public struct ScenarioProblems: Error, Hashable, Sendable, CustomStringConvertible {
  /// At least one error; the warnings and notes found on the way.
  public var diagnostics: [Diagnostic]

  public init(diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
  public var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }
  public var description: String { DiagnosticPrinter().text(diagnostics) }
}
