internal import ContactCenter
public import EventLog

/// Events for spreadsheets: RFC 4180, times in seconds since midnight of the first day.
public struct EventCSV: EventFormat {
  public let name = "csv"
  public var header: String? { CSVFormat.line(Self.columns.map { .text($0) }) }
  private static let columns = [
    "position", "time_s", "instant", "type", "contact", "queue", "agent", "team", "activity", "queue_position",
    "since_s", "remark",
  ]

  public init() {}

  public func line(_ event: RecordedEvent, _ names: EventNames) -> String {
    CSVFormat.line(Self.fields(event, names))
  }

  static func records(_ events: [RecordedEvent], _ names: EventNames) -> Records {
    Records(header: columns, rows: events.map { fields($0, names) })
  }

  private static func fields(_ event: RecordedEvent, _ names: EventNames) -> [Records.Field] {
    let fields = EventFields(event.event, names)
    return [
      .integer(event.position), .number(Double(event.time.microseconds) / 1e6), .text(names.instant(event.time)),
      .text(fields.type), .integer(fields.contact.map { Int($0) }), .text(fields.queue), .text(fields.agent),
      .text(fields.team), .text(fields.activity), .integer(fields.position),
      .number(fields.since.map { Double($0.microseconds) / 1e6 }), .text(fields.remark),
    ]
  }
}
