internal import ArgumentParser
internal import ContactCenter
internal import KPIs
internal import Reporting
internal import ScenarioFiles

struct Tornado: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tornado",
    abstract: "Which input matters most: each lower and higher by 10%, ranked by what it does to a KPI.",
    discussion: """
      Examples:
        busyhour tornado careconnect.yaml
        busyhour tornado clinic.yaml --kpi cost_per_contact --percent 20
        busyhour tornado small.yaml --range handle=4m..7m                  its own uncertainty instead
        busyhour tornado small.yaml --range shrinkage=+-20%

      A file says the same in a block `tornado:`, such as {handle: 4m..7m}.

      All points are simulated on the same draws; people that the scenario solves are solved once and kept. Sums
      are kept in the store as they come: the same command, stopped and begun again, goes on where it was.
      """)

  @Argument(help: "Scenario file.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String
  @Option(help: ArgumentHelp("What to look at (default: that of the first target).", valueName: "name"))
  var kpi: String?
  @Option(help: ArgumentHelp("How far each input is moved, 1 to 99.", valueName: "percent"))
  var percent = 10
  @Option(
    name: .customLong("range"),
    help: ArgumentHelp(
      "An input's own uncertainty, by any key of --set: handle=4m..7m, calls=+-5%. Repeatable.",
      valueName: "key=low..high"))
  var ranges: [String] = []
  @OptionGroup var simulation: VariationOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (1...99).contains(percent) else { throw ValidationError("--percent is 1 to 99, not \(percent)") }
  }

  func run() async throws {
    let format = try output.reportFormat()
    let options = simulation.values
    let world = try World(file: file, options: options, database: simulation.database)
    let name = kpi ?? world.firstTargetMetric ?? KPI.serviceLevel.name
    guard let kpi = KPICatalog.kpi(named: name) else {
      throw CommandError.unknownPart(name, allowed: KPICatalog.all.map(\.name))
    }
    let maker = TornadoMaker(
      world: world, kpi: kpi, percent: percent, uncertainties: try uncertainties(of: world.base),
      deadline: options.deadline, console: output.console)
    let report = try await Interruption.cancelling { try await maker.report() }
    try output.write(report, as: format)
  }

  /// Those of the file, and in their place those of the command.
  private func uncertainties(of document: ScenarioDocument) throws -> [SweepAxis] {
    let given = try ranges.map { try document.uncertainty($0) }
    if let twice = given.first(where: { axis in given.count { $0.key == axis.key } > 1 }) {
      throw CommandError.variedTwice(twice.key)
    }
    return document.uncertainties.filter { axis in !given.contains { $0.key == axis.key } } + given
  }
}

extension World {
  /// What the first target is about.
  var firstTargetMetric: String? { base.scenario.targets.first?.metric }
}
