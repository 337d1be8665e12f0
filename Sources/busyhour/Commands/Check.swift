internal import ArgumentParser
internal import Reporting
internal import ScenarioFiles

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check scenario files: every error at once, every default that is taken, every warning.",
    discussion: """
      Examples:
        busyhour check small.yaml
        busyhour check scenarios/*.yaml --quiet
        busyhour check small.yaml --expand > long.yaml       every key written out
      """)

  @Argument(help: "Scenario files.", completion: .file(extensions: ["yaml", "yml"]))
  var files: [String]
  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("Another value, or a change of it, as simulate takes it. Repeatable.", valueName: "key=value"))
  var overrides: [String] = []
  @Flag(help: "Print the long form instead.")
  var expand = false
  @OptionGroup var output: OutputOptions

  func run() throws {
    let format = try output.reportFormat()
    var documents: [(String, ScenarioDocument)] = []
    var problems: [Diagnostic] = []
    for file in files {
      do throws(ScenarioProblems) {
        documents.append((file, try ScenarioReader().read(file: file, overrides: overrides)))
      } catch {
        problems += error.diagnostics
      }
    }
    if expand {
      try output.write(documents.map(\.1.expandedText).joined(separator: "---\n"))
    } else if !documents.isEmpty {
      try output.write(CheckReport(files: try documents.map { try .init($0.1, file: $0.0) }), as: format)
    }
    if !problems.isEmpty { throw ScenarioProblems(diagnostics: problems) }
  }
}
