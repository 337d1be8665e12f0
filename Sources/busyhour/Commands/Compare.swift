internal import ArgumentParser
internal import Reporting

struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Two runs side by side, with the confidence interval of every difference.",
    discussion: """
      Examples:
        busyhour compare base less-one
        busyhour compare @last~1 @last --format markdown

      Runs of equal seed and demand share their callers, and are compared day by day: the intervals shrink.
      """)

  @Argument(help: ArgumentHelp("A run.", valueName: "run-a"))
  var first: String
  @Argument(help: ArgumentHelp("The run to hold against it.", valueName: "run-b"))
  var second: String
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let format = try output.reportFormat()
    let reader = RunReader(store: try store.openForReading())
    let report = ComparisonReport(
      try reader.run(matching: first).expectResults(), try reader.run(matching: second).expectResults())
    try output.write(report, as: format)
  }
}
