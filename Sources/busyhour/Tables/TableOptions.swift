internal import Reporting
internal import Workforce

extension OutputOptions {
  /// Formats of a table with results; CSV where none is named.
  static let tableFormats = ["csv", "jsonl", "json", "text", "markdown"]

  /// Applies a formula to the rows of a table.
  ///
  /// - Parameter input: Path, or `-` for standard input.
  /// - Throws: ``ExitStatus/badInput`` where the table, or a row of it, is bad; everything has been said then.
  func run(_ formula: TableFormula, input: String) throws {
    if let output, output != "-", input != "-", ByteStream.isSame(input, output) {
      throw refuse("\(output) is the table that is read", help: "write to another file")
    }
    let name = input == "-" ? "standard input" : input
    do {
      var run = TableRun(formula, name: name, console: console, sink: try sink(for: formula))
      try run.run(input: input)
    } catch let error as TableError {
      throw refuse("\(name): \(error)", help: "see `busyhour \(formula.title.split(separator: " ")[0]) --help`")
    }
  }

  private func sink(for formula: TableFormula) throws -> any TableSink {
    switch try tableFormat {
    case "csv": CSVSink(writer: try LineWriter(path: output))
    case "jsonl": JSONLinesSink(writer: try LineWriter(path: output))
    default: ReportSink(formula: formula.title, output: self, format: try reportFormat(allowed: Self.tableFormats))
    }
  }

  private var tableFormat: String {
    get throws {
      let name = try formatName(allowed: Self.tableFormats)
      let isAsked = json || format != nil || output?.hasSuffix(".txt") == true
      return name == "text" && !isAsked ? "csv" : name
    }
  }

  private func refuse(_ message: String, help: String) -> ExitStatus {
    let style = console.messages
    Console.write(
      "\(style.paint("error:", .bad)) \(message)\n\(style.paint("help:", .strong)) \(help)\n", to: .messages)
    return .badInput
  }
}
