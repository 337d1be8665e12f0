internal import ArgumentParser
internal import ResultsStore

struct StoreRebuild: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild",
    abstract: "Make every table that people query again from the ledger.",
    discussion: """
      Examples:
        busyhour store rebuild

      The ledger and the kept logs are not touched; whatever else was done to the tables is undone.
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let results = try ResultsStore.open(store.path, readOnly: false)
    let entries = try results.rebuild()
    output.console.note("Rebuilt \(store.path) from \(entries) entries.")
    output.console.note(try results.headline())
  }
}
