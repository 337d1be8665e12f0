public import EventLog

/// JSON Lines: the object of ``EventLines`` with its replication and its time on the calendar.
public struct EventLinesExport: EventExport {
  private let subject: ExportSubject
  private var replication = 0
  public let needsCensus = false
  public let head = ""
  public let foot = ""

  public init(_ subject: ExportSubject) { self.subject = subject }

  public mutating func begin(_ replication: Int, _ census: CaseCensus) { self.replication = replication }

  public mutating func text(of event: RecordedEvent) -> String {
    let fields = EventFields(event.event, subject.names)
    let members: [JSONValue.Member] = [
      .init("replication", .integer(replication)), .init("position", .integer(event.position)),
      .init("time", .string(subject.clock.local(event.time))), .init("time_s", .seconds(event.time)),
      .init("type", .string(fields.type)),
    ]
    return JSONValue.object(members + fields.members).line + "\n"
  }
}
