internal import ArgumentParser
internal import ResultsStore

struct StoreDelete: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete",
    abstract: "Delete a run: its figures, logs and scenario text go, the proof that it was stays.",
    discussion: """
      Examples:
        busyhour store delete @last --reason "simulated with the wrong roster"
      """)

  @Argument(help: ArgumentHelp("A run.", valueName: "run"))
  var reference: String
  @Option(help: ArgumentHelp("Why, for the audit trail.", valueName: "text"))
  var reason: String
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let results = try ResultsStore.open(store.path, readOnly: false)
    let run = try results.run(matching: reference)
    try results.deleteRun(run.id, reason: reason)
    output.console.note("Deleted run \(run.title). What it was asked for, and its digests, stay in the ledger.")
    output.console.note(try results.headline())
  }
}
