public import ArgumentParser
public import ScenarioFiles

struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a scenario to start from, and the schema that editors complete it with.",
    discussion: """
      Examples:
        busyhour init
        busyhour init flu-season --template clinic
      """)

  @Argument(help: "Folder; made if it is missing.", completion: .directory)
  var folder = "."
  @Option(help: "small, clinic or careconnect.")
  var template = ScenarioTemplate.small
  @Flag(help: "Overwrite files that are there.")
  var force = false
  @OptionGroup var output: OutputOptions

  func run() throws {
    let prefix = folder == "." ? "" : folder.hasSuffix("/") ? folder : folder + "/"
    let files = [
      (prefix + template.fileName, template.text), (prefix + ScenarioTemplate.schemaFileName, ScenarioSchema.json),
    ]
    // Nothing is written where one of them would be lost.
    for (path, _) in files where !force && Files.exists(path) { throw CommandError.fileExists(path) }
    try Files.makeFolder(folder)
    for (path, text) in files {
      try Files.write(text.utf8, to: path)
      output.console.note("Written: \(path)")
    }
    output.console.note("Next: busyhour check \(files[0].0), then busyhour simulate \(files[0].0)")
  }
}

extension ScenarioTemplate: ExpressibleByArgument {}
