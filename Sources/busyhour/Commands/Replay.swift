internal import ArgumentParser
internal import ContactCenter
internal import Reporting

struct Replay: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Prove a run: fold its event log again and compare with what is stored.",
    discussion: """
      Examples:
        busyhour replay @last
        busyhour replay @last --replication 3      one of its replications
        busyhour replay @last --until 10:30        who talks, who waits, since when

      Kept logs are read from the store; the others are made again from scenario, seed and number, and their digests
      compared. Exit status 1 where anything differs.
      """)

  @Argument(help: ArgumentHelp("A run.", valueName: "run"))
  var reference: String
  @Option(help: ArgumentHelp("Replications at a time (default: all processors).", valueName: "n"))
  var threads: Int?
  @Option(help: ArgumentHelp("Show the center at this clock time instead.", valueName: "time"))
  var until: String?
  @Option(
    help: ArgumentHelp("One replication alone (default: all; with --until the first kept).", valueName: "k"))
  var replication: Int?
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let threads, !(1...1_024).contains(threads) { throw ValidationError("--threads is 1 to 1024, not \(threads)") }
  }

  func run() async throws {
    let format = try output.reportFormat()
    if let until { return try showState(at: try TimeWindow.instant(until), as: format) }
    let proof = LogProof(
      reference: reference, replication: replication, database: store.path,
      threads: threads ?? Environment.processorCount,
      console: output.console)
    let report = try await Interruption.cancelling { try await proof.report() }
    try output.write(report, as: format)
    if !report.contradictions.isEmpty { throw ExitStatus.failure }
  }

  private func showState(at instant: SimulationTime, as format: any ReportFormat) throws {
    let log = try StoredLog(try store.openForReading(), run: reference, replication: replication)
    log.remarkEngine(output.console)
    let state = try log.state(until: instant.microseconds)
    let report = CenterStateReport(
      replication: log.replication, instant: instant, state: state, names: log.names)
    try output.write(report, as: format)
  }
}
