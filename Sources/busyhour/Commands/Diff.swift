internal import ArgumentParser
internal import Reporting
internal import ResultsStore

struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "The first event in which two runs differ, and why.",
    discussion: """
      Examples:
        busyhour diff base less-one
        busyhour diff @last~1 @last --replication 3

      Exit status 0 where the logs are equal, 1 where they differ.
      """)

  @Argument(help: ArgumentHelp("A run.", valueName: "run-a"))
  var first: String
  @Argument(help: ArgumentHelp("Another one.", valueName: "run-b"))
  var second: String
  @Option(help: ArgumentHelp("Which replication (default: the first that differs).", valueName: "k"))
  var replication: Int?
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let format = try output.reportFormat()
    let difference = LogDifference(store: try store.openForReading(), first: first, second: second)
    let report = try difference.report(replication: replication)
    try output.write(report, as: format)
    if report.position != nil { throw ExitStatus.failure }
  }
}
