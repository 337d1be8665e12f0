internal import ArgumentParser
internal import Reporting

struct Evaluate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Hold a run against its targets; the exit status is the verdict.",
    discussion: """
      Examples:
        busyhour evaluate @last
        busyhour evaluate clinic.yaml                    simulates first
        busyhour evaluate base --strict --format junit -o targets.xml
        busyhour evaluate base --format github           annotations for GitHub Actions

      Exit status: 0 no target is missed, 3 at least one is. Unsure counts as missed with --strict.
      """)

  @Argument(
    help: ArgumentHelp("A run, or a scenario file.", valueName: "run|file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var subject: String
  @OptionGroup var simulation: SimulationOptions
  @OptionGroup var scoring: ScoringOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let format = try output.reportFormat(allowed: OutputOptions.usualFormats + ["junit", "github"])
    let kinds = try scoring.parts()
    let subject = RunSubject(subject, simulation.values, store, output.console)
    let run = try await Interruption.cancelling { [self] in
      try await scoring.completed(try await subject.run(by: kinds), kinds, threads: simulation.threadCount)
    }
    if subject.isFile { try run.expectWhole(output.console) } else { run.remarkMissingReplications(output.console) }
    try run.expectTargets()
    try output.write(run.report(by: kinds, strict: scoring.strict, isBrief: kinds.isEmpty), as: format)
    try run.expectTargetsMet(strict: scoring.strict)
  }
}
