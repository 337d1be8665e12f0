internal import ArgumentParser
internal import Reporting

/// What is shown of a run, and what counts as missed.
struct ScoringOptions: ParsableArguments {
  @Option(
    name: .customLong("by"),
    help: ArgumentHelp("The figures by queue, team, interval, activity: one or several.", valueName: "queue,...")
  )
  var by: String?
  @Flag(help: "An unsure target counts as missed.")
  var strict = false

  /// - Throws: ``CommandError/unknownPart(_:allowed:)``.
  func parts() throws -> [Part.Kind] {
    try (by ?? "").split(separator: ",").map { name in
      guard let kind = Part.Kind(rawValue: String(name)) else {
        throw CommandError.unknownPart(String(name), allowed: Part.Kind.allCases.map(\.rawValue))
      }
      return kind
    }
  }
}
