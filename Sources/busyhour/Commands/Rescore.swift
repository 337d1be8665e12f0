internal import ArgumentParser
internal import Reporting
internal import ResultsStore

struct Rescore: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rescore",
    abstract: "A run's figures by another target or definition, from its kept logs: nothing is simulated.",
    discussion: """
      Examples:
        busyhour rescore base --target "80% in 30s"
        busyhour rescore base --definition answered --format json

      Only replications whose logs were kept count; see simulate --keep-log.
      """)

  @Argument(help: ArgumentHelp("A run.", valueName: "run"))
  var reference: String
  @Option(help: ArgumentHelp("As in scenarios: 80% in 30s.", valueName: "target"))
  var target: String?
  @Option(
    help: ArgumentHelp(
      "excl_short_abandons, incl_short_abandons, answered or offered.", valueName: "definition"))
  var definition: String?
  @Option(help: ArgumentHelp("attempt or customer: which waits count.", valueName: "basis"))
  var waitBasis: String?
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  /// `key=value`, as `--set` takes them.
  private var changes: [String] {
    [("target", target), ("definition", definition), ("wait_basis", waitBasis)].compactMap { key, value in
      value.map { "\(key)=\($0)" }
    }
  }

  func validate() throws {
    if changes.isEmpty { throw ValidationError("give --target, --definition or --wait-basis") }
  }

  func run() async throws {
    let format = try output.reportFormat()
    let store = try store.openForReading()
    try store.run(matching: reference).remarkEngine(output.console)
    let run = try Rescoring(store: store, reference: reference, changes: changes).run()
    let count = "\(NumberText.whole(run.results.count)) of \(NumberText.whole(run.plannedReplications))"
    output.console.note("Scored anew from the kept logs of \(count) replications.")
    try output.write(run.report(by: [], strict: false), as: format)
  }
}
