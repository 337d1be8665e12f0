internal import ArgumentParser
internal import Reporting
internal import ResultsStore

struct StoreRetention: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retention",
    abstract: "Delete the runs that are older than so many years, as `store delete` does.",
    discussion: """
      Examples:
        busyhour store retention --dry-run
        busyhour store retention --years 10
      """)

  @Option(help: ArgumentHelp("Years to keep.", valueName: "n"))
  var years = Retention.usualYears
  @Flag(name: .customLong("dry-run"), help: "Only say what would go.")
  var dryRun = false
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if !(0...1_000).contains(years) { throw ValidationError("--years is 0 to 1000, not \(years)") }
  }

  func run() throws {
    let results = try ResultsStore.open(store.path, readOnly: dryRun)
    let retention = dryRun ? try results.previewRetention(years: years) : try results.applyRetention(years: years)
    let verb = dryRun ? "would be deleted" : "deleted"
    let count = retention.runs.count
    output.console.note("\(count) \(count == 1 ? "run" : "runs") begun before \(retention.cutOff) \(verb).")
    for run in retention.runs { output.console.note("  \(run.short)") }
    if !dryRun { output.console.note(try results.headline()) }
  }
}
