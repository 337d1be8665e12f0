internal import ArgumentParser
internal import EventLog
internal import KPIs
internal import Reporting
internal import ResultsStore

struct Runs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs",
    abstract: "List the stored runs, newest first.",
    discussion: """
      Examples:
        busyhour runs
        busyhour runs --limit 100 --format csv
      """)

  @Option(help: ArgumentHelp("At most so many.", valueName: "n"))
  var limit = 20
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let format = try output.reportFormat()
    let results = try store.openForReading()
    let rows = try results.runs(limit: max(1, limit)).map { try RunListReport.Row($0, in: results) }
    try output.write(RunListReport(database: store.path, rows: rows), as: format)
  }
}
