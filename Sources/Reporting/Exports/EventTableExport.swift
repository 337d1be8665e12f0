internal import ContactCenter
public import EventLog

/// Events as rows: RFC 4180, one line an event, every replication in one table.
public struct EventTableExport: EventExport {
  private let subject: ExportSubject
  private var replication = 0
  public let needsCensus = false
  public let foot = ""

  public init(_ subject: ExportSubject) { self.subject = subject }

  public var head: String {
    let columns = [
      "replication", "position", "time", "time_s", "type", "contact", "queue", "agent", "team", "activity",
      "queue_position", "since_s", "remark",
    ]
    return CSVFormat.line(columns.map { .text($0) })
  }

  public mutating func begin(_ replication: Int, _ census: CaseCensus) { self.replication = replication }

  public mutating func text(of event: RecordedEvent) -> String {
    let fields = EventFields(event.event, subject.names)
    return CSVFormat.line([
      .integer(replication), .integer(event.position), .text(subject.clock.local(event.time)),
      .number(Double(event.time.microseconds) / 1e6), .text(fields.type), .integer(fields.contact.map { Int($0) }),
      .text(fields.queue), .text(fields.agent), .text(fields.team), .text(fields.activity), .integer(fields.position),
      .number(fields.since.map { Double($0.microseconds) / 1e6 }), .text(fields.remark),
    ])
  }
}
