internal import ArgumentParser
internal import KPIs
internal import Reporting
internal import ResultsStore

struct InitiativeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "initiative",
    abstract: "Project what a change will bring, and hold it against what was measured later.",
    discussion: """
      Examples:
        busyhour initiative project clinic.yaml --name portal --set demand.volume=-8%
        busyhour initiative project small.yaml --name coaching --set handle=-1m30s
        busyhour initiative review portal --actual kpis.csv      90 days later

      An initiative is an overlay: any keys, as --set takes them. Both runs are stored, NAME and NAME-before.
      """,
    subcommands: [InitiativeProject.self, InitiativeReview.self])
}

struct InitiativeProject: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "project", abstract: "Simulate a scenario without and with the change, and store both.")

  @Argument(help: "Scenario file.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String
  @OptionGroup var simulation: SimulationOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if simulation.name == nil { throw ValidationError("an initiative has a --name, to find it again") }
    if simulation.overrides.isEmpty {
      throw ValidationError("an initiative changes something: --set demand.volume=-8%")
    }
  }

  func run() async throws {
    let format = try output.reportFormat()
    var before = simulation.values
    let after = before
    before.overrides = []
    before.name = after.name.map { "\($0)-before" }
    let (file, path, console) = (file, store.path, output.console)
    let values = before
    let runs = try await Interruption.cancelling {
      var runs: [Run] = []
      for options in [values, after] {
        let run = try await RunMaker(file: file, options: options, database: path, console: console).make()
        try run.expectWhole(console)
        try run.alertOfDrift(database: path, console: console)
        runs.append(try run.expectResults())
      }
      return runs
    }
    try output.write(ComparisonReport(runs[0], [runs[1]]), as: format)
    console.note("Next, when it is measured: busyhour initiative review \(after.name ?? "") --actual kpis.csv")
  }
}

struct InitiativeReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "What was measured of what was projected.")

  @Argument(help: ArgumentHelp("Name of the initiative.", valueName: "name"))
  var name: String
  @Option(help: ArgumentHelp("Measured KPIs: CSV with `date` and KPI columns.", valueName: "csv"))
  var actual: String
  @Option(help: ArgumentHelp("So many of its last days.", valueName: "n"))
  var days = 90
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if !(1...3_660).contains(days) { throw ValidationError("--days is 1 to 3660, not \(days)") }
  }

  func run() throws {
    let format = try output.reportFormat()
    let reader = RunReader(store: try store.openForReading())
    let before = try reader.run(matching: "\(name)-before").expectResults()
    let after = try reader.run(matching: name).expectResults()
    let measured = try Actuals.read(actual)
    let range = measured.last(days)
    let (left, right) = (before.scorecard, after.scorecard)
    let rows = measured.names.compactMap { name -> InitiativeReport.Row? in
      guard let old = left.metric(name), let new = right.metric(name), let figure = measured.figure(name, over: range)
      else { return nil }
      return .init(name: name, before: old.estimate.mean, projected: new.estimate.mean, measured: figure)
    }
    let span =
      "\(actual), \(range.count) day\(range.count == 1 ? "" : "s") from \(measured.days[range.lowerBound].name) to "
      + "\(measured.days[range.upperBound - 1].name)"
    try output.write(
      InitiativeReport(name: name, measurement: span, rows: rows, currency: after.facts.currency), as: format)
  }
}
