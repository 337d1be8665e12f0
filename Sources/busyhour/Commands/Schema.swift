internal import ArgumentParser
internal import ScenarioFiles

struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema (draft-07) of scenario files, for editors.",
    discussion: """
      Examples:
        busyhour schema > busyhour.schema.json
      """)

  @OptionGroup var output: OutputOptions

  func run() throws { try output.write(ScenarioSchema.json) }
}
