internal import ArgumentParser
internal import Reporting

struct Sweep: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract: "Simulate a scenario over ranges of its values: one table, and where its targets hold.",
    discussion: """
      Examples:
        busyhour sweep careconnect.yaml --vary shrinkage=20%..40%/2.5%
        busyhour sweep small.yaml --vary agents=16..22/1 --vary demand.volume=900..1100/50
        busyhour sweep small.yaml --vary handle=-20%..+20%/10% --format csv -o handle.csv
        busyhour sweep study.yaml                            what its block `sweep:` says

      Every point is simulated on the same draws. Where the scenario says `staffing: solve`, people are worked out once,
      at its own values, and kept; --resolve works them out at every point. Sums are kept in the store as they come: the
      same command, stopped and begun again, goes on where it was.
      """)

  @Argument(help: "Scenario file.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String
  @Option(
    name: .customLong("vary"),
    help: ArgumentHelp(
      "A key with a range, FROM..TO/STEP, or with values between commas. Repeatable.", valueName: "key=values"))
  var axes: [String] = []
  @Flag(help: "Solve the staffing again at every point.")
  var resolve = false
  @OptionGroup var simulation: VariationOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let format = try output.reportFormat()
    let options = simulation.values
    let world = try World(file: file, options: options, database: simulation.database, resolves: resolve)
    let maker = try SweepMaker(world, axes: axes, deadline: options.deadline, console: output.console)
    let report = try await Interruption.cancelling { try await maker.report() }
    try output.write(report, as: format)
  }
}
