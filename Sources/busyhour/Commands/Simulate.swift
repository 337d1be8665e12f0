internal import ArgumentParser
internal import Reporting

struct Simulate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Simulate a scenario, store the run, print its scorecard.",
    discussion: """
      Examples:
        busyhour simulate small.yaml --name base
        busyhour simulate small.yaml --set agents=18 --set handle=+10% --replications 1000
        busyhour simulate clinic.yaml --by queue,interval --json > run.json
        busyhour simulate --resume @last                     go on with a run that was stopped or killed
        busyhour simulate clinic.yaml --enforce --strict     exit status 3 unless all targets are met
      """)

  @Argument(help: "Scenario file.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String?
  @Option(help: ArgumentHelp("Simulate what is missing of a run, instead of a file.", valueName: "run"))
  var resume: String?
  @OptionGroup var simulation: SimulationOptions
  @OptionGroup var scoring: ScoringOptions
  @Flag(help: "Exit with status 3 where a target is missed, as evaluate does.")
  var enforce = false
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if (file == nil) == (resume == nil) { throw ValidationError("give a scenario file, or --resume with a run") }
    if resume != nil, let option = simulation.values.firstThatSimulates {
      throw ValidationError("--resume goes on with what was asked for; it takes no \(option)")
    }
  }

  func run() async throws {
    let format = try output.reportFormat()
    let kinds = try scoring.parts()
    let run = try await Interruption.cancelling { [self] in
      try await scoring.completed(try await makeRun(kinds), kinds, threads: simulation.threadCount)
    }
    if enforce { try run.expectTargets() }
    try run.expectWhole(output.console)
    try output.write(run.report(by: kinds, strict: scoring.strict), as: format)
    output.console.note(run.farewell(database: store.path))
    try run.alertOfDrift(database: store.path, console: output.console)
    if enforce { try run.expectTargetsMet(strict: scoring.strict) }
  }

  private func makeRun(_ kinds: [Part.Kind]) async throws -> Run {
    let values = simulation.values
    if let resume {
      let resumer = RunResumer(
        reference: resume, database: store.path, threads: values.threads, deadline: values.deadline, kinds: kinds,
        console: output.console)
      return try await resumer.resume()
    }
    return try await RunMaker(
      file: file ?? "", options: values, database: store.path, kinds: kinds, console: output.console,
      needsTargets: enforce
    ).make()
  }
}
