internal import ArgumentParser
internal import ContactCenter
internal import KPIs
internal import Reporting
internal import ResultsStore

struct BaselineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline",
    abstract: "Hold later runs and measured days against a run.",
    discussion: """
      Examples:
        busyhour baseline set base --tolerance service_level=5%
        busyhour baseline show                               its figures, how far they may move, alerts
        busyhour baseline drift                              the last run
        busyhour baseline drift --actual kpis.csv            every rolling 28 days of it

      Exit status of drift: 0 nothing drifts, 3 something does; an alert is kept for it.
      """,
    subcommands: [BaselineSet.self, BaselineShow.self, BaselineDrift.self])
}

struct BaselineSet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Make a run the baseline; later runs of its scenario are held against it.")

  @Argument(help: ArgumentHelp("A run.", valueName: "run"))
  var reference: String
  @Option(help: ArgumentHelp("Name of the baseline.", valueName: "name"))
  var name = "baseline"
  @Option(
    help: ArgumentHelp("How far a KPI may move, relative (default 10%): service_level=5%.", valueName: "kpi=share"))
  var tolerance: [HalfWidth] = []
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let results = try ResultsStore.open(store.path, readOnly: false)
    let found = try RunReader(store: results).run(matching: reference).expectResults()
    guard let id = RunID(found.id) else { throw CommandError.noResults(found.title) }
    try results.setBaseline(
      Baseline(name: name, run: id, details: tolerance.map { Detail("tolerance.\($0.kpi)", "\($0.value)") }))
    output.console.note("Run \(found.title) is the \(name) now. Next: busyhour baseline drift")
    output.console.note(try results.headline())
  }
}

struct BaselineShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "The baselines: figures, how far each may move, and the last alerts.")

  @Option(help: ArgumentHelp("Name of the baseline (default: all of them).", valueName: "name"))
  var name: String?
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let format = try output.reportFormat()
    let results = try store.openForReading()
    let names = try name.map { [$0] } ?? results.baselines().map(\.name)
    guard !names.isEmpty else { throw CommandError.noBaseline("baseline") }
    let baselines = try names.map { name in
      try BaselineReport.Baseline(DriftCheck.load(name, from: results), in: results)
    }
    try output.write(BaselineReport(baselines: baselines), as: format)
  }
}

struct BaselineDrift: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drift", abstract: "What has moved away from the baseline, and how far.")

  @Argument(help: ArgumentHelp("A run.", valueName: "run"))
  var reference = "@last"
  @Option(help: ArgumentHelp("Name of the baseline.", valueName: "name"))
  var name = "baseline"
  @Option(help: ArgumentHelp("Measured KPIs instead of a run: CSV with `date` and KPI columns.", valueName: "csv"))
  var actual: String?
  @Option(
    help: ArgumentHelp("Roll a window of so many days over a run, too (default for --actual: 28).", valueName: "days"))
  var window: Int?
  @Option(
    help: ArgumentHelp("How far a KPI may move, relative: service_level=5%. Repeatable.", valueName: "kpi=share"))
  var tolerance: [HalfWidth] = []
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let window, !(1...3_660).contains(window) { throw ValidationError("--window is 1 to 3660 days, not \(window)") }
  }

  func run() throws {
    let format = try output.reportFormat()
    let results = try ResultsStore.open(store.path, readOnly: false)
    var check = try DriftCheck.load(name, from: results)
    check.tolerances = tolerance
    let report: DriftReport
    var subject = check.baseline.run
    if let actual {
      report = check.report(of: try Actuals.read(actual), named: actual, window: window ?? 28)
    } else {
      let found = try RunReader(store: results).run(matching: reference).expectResults()
      subject = RunID(found.id) ?? subject
      report =
        window.map {
          check.report(of: check.days(of: found), named: "run \(found.title)", window: $0, names: check.names)
        }
        ?? check.report(of: found)
    }
    try check.raiseAlerts(report, run: subject, source: actual, in: results)
    try output.write(report, as: format)
    guard report.hasDrift else { return }
    output.console.note(try results.headline())
    throw ExitStatus.missed
  }
}

extension Run {
  /// Holds the run against the baseline of its own scenario, where one is set, and keeps what drifts as alerts.
  func alertOfDrift(database: String, console: Console) throws {
    let store = try ResultsStore.open(database, readOnly: false)
    guard let baseline = try store.baseline(named: "baseline"), baseline.run.description != id,
      let number = RunID(id)
    else { return }
    let check = try DriftCheck.load("baseline", from: store)
    guard check.base.scenario.name == scenario.name else { return }
    let report = check.report(of: self)
    try check.raiseAlerts(report, run: number, source: nil, in: store)
    for row in report.rows where row.level != .none {
      console.warn(DriftReport.sentence(row, currency: facts.currency))
    }
    // The alerts are entries too, after the head that the run has shown.
    if report.hasDrift { console.note(try store.headline()) }
  }
}
