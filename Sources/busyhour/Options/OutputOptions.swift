internal import ArgumentParser
internal import Reporting

/// Where output goes and how it looks.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("text, json, csv, markdown; evaluate also junit, github; events also jsonl.", valueName: "name"))
  var format: String?
  @Flag(help: "The same as --format json.")
  var json = false
  @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file; its ending decides the format.", valueName: "file"))
  var output: String?
  @Flag(name: .shortAndLong, help: "Say nothing on the side.")
  var quiet = false
  @Flag(name: .shortAndLong, help: "Say more on the side.")
  var verbose = false
  @Flag(name: .customLong("no-color"), help: "No colours; so do NO_COLOR and TERM=dumb.")
  var noColor = false

  var console: Console { Console(isQuiet: quiet, isVerbose: verbose, isColorRefused: noColor) }

  /// Formats of a report that is no verdict.
  static let usualFormats = ["text", "json", "csv", "markdown"]

  /// The name asked for, by flag or by the ending of the file.
  /// - Throws: ``CommandError`` for a name that is not allowed.
  func formatName(allowed: [String]) throws -> String {
    if json, let format, format != "json" { throw CommandError.conflictingFormats }
    let name = json ? "json" : format ?? output.flatMap(Self.name(ofFile:)) ?? "text"
    guard allowed.contains(name) else { throw CommandError.unknownFormat(name, allowed: allowed) }
    return name
  }

  func reportFormat(allowed: [String] = usualFormats) throws -> any ReportFormat {
    let name = try formatName(allowed: allowed)
    guard let format = FormatCatalog.format(named: name) else {
      throw CommandError.unknownFormat(name, allowed: allowed)
    }
    return format
  }

  func write(_ report: any Report, as format: any ReportFormat) throws {
    let style = output == nil ? console.output : .plain
    guard let text = format.text(of: report, style: style) else {
      throw CommandError.unknownFormat(format.name, allowed: Self.usualFormats)
    }
    try write(text)
  }

  func write(_ text: String) throws {
    guard let output, output != "-" else { return try Console.writeOutput(text) }
    try Files.write(text.utf8, to: output)
    console.note("Written to \(output).")
  }

  private static func name(ofFile path: String) -> String? {
    let endings = ["json": "json", "csv": "csv", "md": "markdown", "xml": "junit", "jsonl": "jsonl", "txt": "text"]
    return path.split(separator: ".").last.flatMap { endings[$0.lowercased()] }
  }
}
