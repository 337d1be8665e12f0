internal import ArgumentParser
internal import Reporting

struct Compare: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Runs side by side, with the confidence interval of every difference from the first.",
    discussion: """
      Examples:
        busyhour compare base less-one
        busyhour compare base less-one two-less          words adjusted for several comparisons (Holm)
        busyhour compare now.yaml then.yaml --replications 1000
        busyhour compare @last~1 @last --format markdown

      Scenario files are simulated first. Runs of equal seed and demand share their callers, and are compared day by
      day: the intervals shrink.
      """)

  @Argument(
    help: ArgumentHelp("A run, or a scenario file.", valueName: "run|file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var first: String
  @Argument(
    help: ArgumentHelp("What to hold against it.", valueName: "run|file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var others: [String]
  @OptionGroup var simulation: SimulationOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let format = try output.reportFormat()
    let subjects = ([first] + others).map { RunSubject($0, simulation.values, store, output.console) }
      .map { $0.isFile ? $0 : $0.asStored }
    try expectOptionsThatFit(subjects)
    let runs = try await Interruption.cancelling { [console = output.console] in
      var runs: [Run] = []
      for subject in subjects {
        let run = try await subject.run(by: [])
        if subject.isFile { try run.expectWhole(console) }
        runs.append(try run.expectResults())
      }
      return runs
    }
    try output.write(ComparisonReport(runs[0], Array(runs.dropFirst())), as: format)
  }

  /// A name belongs to one run; options that simulate need a file.
  private func expectOptionsThatFit(_ subjects: [RunSubject]) throws {
    if others.isEmpty { throw ValidationError("two runs or files make a comparison") }
    if simulation.name != nil { throw ValidationError("--name is for one run; simulate the files one by one") }
    if let option = simulation.values.firstThatSimulates, !subjects.contains(where: \.isFile) {
      throw CommandError.onlyForFiles(option)
    }
  }
}
