internal import ArgumentParser
internal import Reporting
internal import ScenarioFiles

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check scenario files: every error at once, every default that is taken, every warning.",
    discussion: """
      Examples:
        busyhour check small.yaml
        busyhour check scenarios/*.yaml --quiet
        busyhour check small.yaml --expand > long.yaml       every key written out
        busyhour check flu.yaml --why queues.clinical.handle where a value comes from
      """)

  @Argument(help: "Scenario files.", completion: .file(extensions: ["yaml", "yml"]))
  var files: [String]
  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("Another value, or a change of it, as simulate takes it. Repeatable.", valueName: "key=value"))
  var overrides: [String] = []
  @Flag(help: "Print the long form instead.")
  var expand = false
  @Option(
    name: .customLong("why"), help: ArgumentHelp("Tell where a value comes from, file by file.", valueName: "key"))
  var question: String?
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if question != nil, expand { throw ValidationError("--why and --expand are two questions") }
  }

  func run() throws {
    let format = try output.reportFormat()
    var documents: [(String, ScenarioDocument)] = []
    var problems: [Diagnostic] = []
    for file in files {
      do throws(ScenarioProblems) {
        let document = try ScenarioReader().read(file: file, overrides: overrides)
        try document.checkStart()
        documents.append((file, document))
      } catch {
        problems += error.diagnostics
      }
    }
    if let question {
      try output.write(OriginReport.of(question, in: documents), as: format)
    } else if expand {
      try output.write(documents.map(\.1.expandedText).joined(separator: "---\n"))
    } else if !documents.isEmpty {
      try output.write(CheckReport(files: try documents.map { try .init($0.1, file: $0.0) }), as: format)
    }
    if !problems.isEmpty { throw ScenarioProblems(diagnostics: problems) }
  }
}
