internal import ArgumentParser
internal import Reporting
internal import ScenarioFiles
internal import Workforce

struct Staff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "staff",
    abstract: "How many people the targets need, and why.",
    discussion: """
      Examples:
        busyhour staff --calls 1000/day --open 10h --handle 5m --target "90% in 20s" --shrinkage 30%
        busyhour staff clinic.yaml
        busyhour staff clinic.yaml --format csv -o need.csv      every interval of the horizon
        busyhour staff clinic.yaml --method mol                  a changing day, and what decides
        busyhour staff clinic.yaml --explain                     what the formula assumes
        busyhour staff clinic.yaml --verify                      the formula against the simulation
        busyhour staff careconnect.yaml --guideline 18..22       what "18 to 22 people" can mean
        busyhour staff --input intervals.csv                     every row of a table

      Nobody abandons in Erlang C, so the need is on the safe side; `simulate` tells what callers do.
      """)

  @Argument(help: "Scenario file, or none with --calls and --handle.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String?
  @OptionGroup var question: StaffingQuestion
  @OptionGroup var table: TableQuestion
  @OptionGroup var plan: PlanQuestion
  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("Another value, or a change of it, as simulate takes it. Repeatable.", valueName: "key=value"))
  var overrides: [String] = []
  @OptionGroup var output: OutputOptions

  func run() async throws {
    if let input = table.input { return try output.run(.staffing, input: input) }
    let format = try output.reportFormat()
    let document: ScenarioDocument
    if let file {
      document = try ScenarioReader().read(file: file, overrides: try question.overrides + overrides)
    } else {
      document = try ScenarioReader().read(text: try question.scenarioText, name: "options", overrides: overrides)
    }
    for warning in document.warnings { output.console.note(DiagnosticPrinter().text(warning)) }
    try output.write(try await plan.report(document), as: format)
  }
}
