internal import ArgumentParser
internal import Reporting

struct Events: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "events",
    abstract: "The events of one replication, or the life of one call.",
    discussion: """
      Examples:
        busyhour events @last --call 412                       one call's life, and why it waited
        busyhour events @last --agent front-03 --from 10:30 --to 10:35
        busyhour events @last --at 10:30 --type contact_abandoned
        busyhour events base --replication 3 --format jsonl > events.jsonl
      """)

  @Argument(help: ArgumentHelp("A run.", valueName: "run"))
  var reference: String
  @Option(help: ArgumentHelp("Which replication (default: the first kept).", valueName: "k"))
  var replication: Int?
  @Option(help: ArgumentHelp("The n-th call to arrive.", valueName: "n"))
  var call: Int?
  @Option(help: ArgumentHelp("What this agent did: front-03.", valueName: "name"))
  var agent: String?
  @Option(help: ArgumentHelp("Events of this queue, factors of its demand too.", valueName: "name"))
  var queue: String?
  @Option(help: ArgumentHelp("Events of this type: contact_answered.", valueName: "name"))
  var type: String?
  @Option(help: ArgumentHelp("Events of this minute, or second: 10:30, 10:30:15.", valueName: "time"))
  var at: String?
  @Option(help: ArgumentHelp("Events from this clock time on.", valueName: "time"))
  var from: String?
  @Option(help: ArgumentHelp("Events before this clock time.", valueName: "time"))
  var to: String?
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    let others = [agent, queue, type, at, from, to].contains { $0 != nil }
    if call != nil, others { throw ValidationError("--call shows a whole life; it takes no other filter") }
    if at != nil, from != nil || to != nil { throw ValidationError("--at says when; it takes no --from, --to") }
  }

  func run() throws {
    let storyFormats = ["text", "json", "csv", "markdown", "jsonl"]
    let isStory = try call != nil && output.formatName(allowed: storyFormats) != "jsonl"
    let name = try isStory ? "text" : output.formatName(allowed: EventFormatCatalog.all.map(\.name))
    let log = try StoredLog(try store.openForReading(), run: reference, replication: replication)
    log.remarkEngine(output.console)
    if isStory, let call { return try output.write(try log.story(ofCall: call), as: try output.reportFormat()) }
    guard let format = EventFormatCatalog.format(named: name) else { return }
    let filter = try filter(log)
    let destination = try LineWriter(path: output.output)
    try log.write(as: format, filter, to: destination)
    try destination.close()
  }

  private func filter(_ log: StoredLog) throws -> EventFilter {
    let names = log.names
    let queue = try queue.map { try EventFilter.index(of: $0, in: names.queues, what: "queue") }
    return EventFilter(
      call: call.flatMap { UInt32(exactly: $0) },
      agent: try agent.map { try EventFilter.index(of: $0, in: names.agents, what: "agent") },
      queue: queue.map { .init(index: $0, factors: log.plan.factors(ofQueue: $0)) },
      kind: try type.map(EventFilter.kind), window: try at.map(TimeWindow.init(at:)) ?? TimeWindow(from: from, to: to))
  }
}
