internal import ArgumentParser
internal import Reporting
internal import ResultsStore

struct StoreAudit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "The audit trail: who did what, when.",
    discussion: """
      Examples:
        busyhour store audit
        busyhour store audit --all --format csv -o audit.csv
      """)

  @Flag(help: "Every recorded replication too.")
  var all = false
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let format = try output.reportFormat()
    var rows: [AuditReport.Row] = []
    try store.openForReading().forEachEntry { entry in
      if all || entry.kind != .replicationRecorded { rows.append(AuditReport.Row(entry)) }
    }
    try output.write(AuditReport(database: store.path, rows: rows), as: format)
  }
}
