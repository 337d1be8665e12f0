internal import ArgumentParser
internal import Reporting

struct Events: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The events of one replication, or the life of one call.",
    discussion: """
      Examples:
        busyhour events @last --call 412
        busyhour events @last --from 10:30 --to 10:35
        busyhour events base --replication 3 --format jsonl > events.jsonl
      """)

  @Argument(help: ArgumentHelp("A run.", valueName: "run"))
  var reference: String
  @Option(help: ArgumentHelp("Which replication (default: the first kept).", valueName: "k"))
  var replication: Int?
  @Option(help: ArgumentHelp("The n-th call to arrive.", valueName: "n"))
  var call: Int?
  @Option(help: ArgumentHelp("Events from this clock time on.", valueName: "time"))
  var from: String?
  @Option(help: ArgumentHelp("Events before this clock time.", valueName: "time"))
  var to: String?
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if call != nil, from != nil || to != nil {
      throw ValidationError("--call shows a whole life; it takes no --from, --to")
    }
  }

  func run() throws {
    let log = try StoredLog(try store.openForReading(), run: reference, replication: replication)
    if let call, try output.formatName(allowed: ["text", "json", "csv", "markdown", "jsonl"]) != "jsonl" {
      return try output.write(try log.story(ofCall: call), as: try output.reportFormat())
    }
    let name = try output.formatName(allowed: EventFormatCatalog.all.map(\.name))
    guard let format = EventFormatCatalog.format(named: name) else { return }
    let window = try TimeWindow(from: from, to: to)
    let destination = try LineWriter(path: output.output)
    try log.write(as: format, call: call, in: window, to: destination)
    try destination.close()
  }
}
