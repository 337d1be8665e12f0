internal import ArgumentParser
internal import Reporting

struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "A run's events or KPIs by interval, for other tools.",
    discussion: """
      Examples:
        busyhour export @last -o day.xes                                  for process mining; a trace is a contact
        busyhour export @last --case customer --format xes -o stories.xes
        busyhour export @last -o run.sqlite --replication kept            OCEL 2.0
        busyhour export @last --format cloudevents > events.jsonl
        busyhour export @last --format kpis -o intervals.csv              every interval of every replication

      Formats: csv, jsonl, cloudevents, cloudevents-batch, xes, ocel, kpis. Logs that were not kept are made again from
      the seed. A file is there as a whole or not at all, and its mode is 0600.
      """)

  @Argument(help: ArgumentHelp("A run.", valueName: "run"))
  var reference: String
  @Option(help: ArgumentHelp("Which format (default: by the ending: .csv, .jsonl, .xes, .sqlite).", valueName: "name"))
  var format: String?
  @Option(
    help: ArgumentHelp(
      "A number, kept or all (default: the first kept; for kpis: all).", valueName: "k|kept|all"))
  var replication: ReplicationChoice?
  @Option(
    name: .customLong("case"),
    help: ArgumentHelp("XES: what a trace is, contact or customer (default: contact).", valueName: "kind"))
  var caseKind: String?
  @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file.", valueName: "file"))
  var output: String?
  @Flag(name: .shortAndLong, help: "Say nothing on the side.")
  var quiet = false
  @Flag(name: .customLong("no-color"), help: "No colours; so do NO_COLOR and TERM=dumb.")
  var noColor = false
  @OptionGroup var store: StoreOptions

  func run() async throws {
    let format = try formatName()
    if caseKind != nil, format != "xes" { throw ValidationError("--case belongs to --format xes") }
    let kind = try caseKind.map { word in
      guard let kind = CaseCensus.Kind(rawValue: word) else {
        throw CommandError.unknownName(word, what: "kind of case", known: CaseCensus.Kind.allCases.map(\.rawValue))
      }
      return kind
    }
    let job = ExportJob(
      reference: reference, database: store.path, format: format, replications: replication, caseKind: kind ?? .contact,
      output: output == "-" ? nil : output)
    let tally = try await Interruption.cancelling { try job.run() }
    let console = Console(isQuiet: quiet, isVerbose: false, isColorRefused: noColor)
    if let output, output != "-" { console.note("Written to \(output): \(tally).") }
  }

  private func formatName() throws -> String {
    let known = ExportCatalog.names + ["ocel", "kpis"]
    let ending = (output ?? "").split(separator: ".").last.map { $0.lowercased() } ?? ""
    let endings = ["csv": "csv", "jsonl": "jsonl", "xes": "xes", "sqlite": "ocel"]
    guard let name = format ?? endings[ending] else {
      throw ValidationError("--format says which: \(known.joined(separator: ", "))")
    }
    guard known.contains(name) else { throw CommandError.unknownFormat(name, allowed: known) }
    if name == "ocel", output == nil || output == "-" {
      throw ValidationError("a database is a file: give OCEL one with --output")
    }
    return name
  }
}
