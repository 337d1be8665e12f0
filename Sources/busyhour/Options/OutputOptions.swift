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
  ///
  /// Commands ask before they begin: a file that cannot be written is told now, not after an hour of simulating.
  /// - Throws: ``CommandError`` for a name that is not allowed, an ending that names no format, a file that cannot be
  ///   written.
  func formatName(allowed: [String]) throws -> String {
    if let output, output != "-" {
      try Files.expectWritable(output)
      if format == nil, !json, let ending = Self.ending(of: output), Self.endings[ending] == nil {
        throw CommandError.unknownEnding(output, known: Self.endings.keys.sorted().map { "." + $0 })
      }
    }
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

  private static let endings = [
    "json": "json", "csv": "csv", "md": "markdown", "xml": "junit", "jsonl": "jsonl", "txt": "text",
  ]

  private static func name(ofFile path: String) -> String? { ending(of: path).flatMap { endings[$0] } }

  /// What stands behind the last point of a file's name, in lower case.
  private static func ending(of path: String) -> String? {
    let name = path.split(separator: "/").last ?? ""
    guard let point = name.lastIndex(of: "."), point != name.startIndex else { return nil }
    return name[name.index(after: point)...].lowercased()
  }
}
