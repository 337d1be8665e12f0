internal import ArgumentParser
internal import Reporting

struct Replay: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prove a run: fold its event log again and compare with what is stored.",
    discussion: """
      Examples:
        busyhour replay @last

      Kept logs are read from the store; the others are made again from scenario, seed and number, and their digests
      compared. Exit status 1 where anything differs.
      """)

  @Argument(help: ArgumentHelp("A run.", valueName: "run"))
  var reference: String
  @Option(help: ArgumentHelp("Replications at a time (default: all processors).", valueName: "n"))
  var threads: Int?
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let threads, !(1...1_024).contains(threads) { throw ValidationError("--threads is 1 to 1024, not \(threads)") }
  }

  func run() async throws {
    let format = try output.reportFormat()
    let proof = LogProof(
      reference: reference, database: store.path, threads: threads ?? Environment.processorCount,
      console: output.console)
    let report = try await Interruption.cancelling { try await proof.report() }
    try output.write(report, as: format)
    if !report.contradictions.isEmpty { throw ExitStatus.failure }
  }
}
