internal import ArgumentParser
internal import Reporting

struct Solve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve",
    abstract:
      "Find the plan: the fewest people, or the most shrinkage, handle time or volume, with which targets hold.",
    discussion: """
      Examples:
        busyhour solve small.yaml --for agents
        busyhour solve clinic.yaml --for agents --replications 100      several teams: one after another, in rounds
        busyhour solve small.yaml --for volume --confidence 99

      Begins at the Erlang answer and simulates trials on the same draws, until one value holds every target of waiting
      and hanging up at the asked confidence and its neighbour does not. Exit status 4 where no value does, 130 where the
      time was over before. Trials are kept in the store: the same command, stopped and begun again, goes on.
      """)

  @Argument(help: "Scenario file.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String
  @Option(name: .customLong("for"), help: ArgumentHelp("agents, shrinkage, handle or volume.", valueName: "what"))
  var subject: SolveSubject
  @Option(help: ArgumentHelp("Percent, 50 to 99.9.", valueName: "percent"))
  var confidence = 95.0
  @OptionGroup var simulation: VariationOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (50...99.9).contains(confidence) else {
      throw ValidationError("--confidence is 50 to 99.9, not \(confidence)")
    }
  }

  func run() async throws {
    let format = try output.reportFormat()
    let options = simulation.values
    let world = try World(file: file, options: options, database: simulation.database)
    let (subject, level, console) = (subject, confidence / 100, output.console)
    let report = try await Interruption.cancelling {
      var maker = try SolveMaker(
        world: world, subject: subject, confidence: level, deadline: options.deadline, console: console)
      return try await maker.report()
    }
    try output.write(report, as: format)
    if report.isOutOfTime { throw ExitStatus.interrupted }
    if report.answers.isEmpty { throw ExitStatus.infeasible }
  }
}
