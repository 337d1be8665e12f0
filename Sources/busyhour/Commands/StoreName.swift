internal import ArgumentParser
internal import ResultsStore

struct StoreName: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "name",
    abstract: "Give a run another name, or none.",
    discussion: """
      Examples:
        busyhour store name @last base
        busyhour store name base --none
      """)

  @Argument(help: ArgumentHelp("A run.", valueName: "run"))
  var reference: String
  @Argument(help: ArgumentHelp("The name.", valueName: "name"))
  var name: String?
  @Flag(help: "Take its name away.")
  var none = false
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if none == (name != nil) { throw ValidationError("give a name, or --none") }
  }

  func run() throws {
    let results = try ResultsStore.open(store.path, readOnly: false)
    let run = try results.run(matching: reference)
    try results.nameRun(run.id, name)
    output.console.note("Run \(run.id.short) is called \(name.map { "'\($0)'" } ?? "nothing") now.")
    output.console.note(try results.headline())
  }
}
