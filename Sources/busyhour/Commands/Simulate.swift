internal import ArgumentParser
internal import Reporting

struct Simulate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Simulate a scenario, store the run, print its scorecard.",
    discussion: """
      Examples:
        busyhour simulate small.yaml --name base
        busyhour simulate small.yaml --set agents=18 --set handle=+10% --replications 1000
        busyhour simulate clinic.yaml --by queue,interval --json > run.json
        busyhour simulate clinic.yaml --enforce --strict     exit status 3 unless all targets are met
      """)

  @Argument(help: "Scenario file.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String
  @OptionGroup var simulation: SimulationOptions
  @OptionGroup var scoring: ScoringOptions
  @Flag(help: "Exit with status 3 where a target is missed, as evaluate does.")
  var enforce = false
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let format = try output.reportFormat()
    let kinds = try scoring.parts()
    let maker = RunMaker(
      file: file, options: simulation.values, database: store.path, kinds: kinds, console: output.console,
      needsTargets: enforce)
    let run = try await Interruption.cancelling { try await maker.make() }
    try run.expectWhole(output.console)
    try output.write(run.report(by: kinds, strict: scoring.strict), as: format)
    output.console.note(run.farewell(database: store.path))
    if enforce { try run.expectTargetsMet(strict: scoring.strict) }
  }
}
