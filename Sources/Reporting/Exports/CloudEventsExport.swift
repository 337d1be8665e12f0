public import EventLog

/// CloudEvents 1.0 in the structured JSON format: one event a line, or one batch (an array).
///
/// `source` names the run and `id` the replication and the position in its log, so that both together are unique and
/// stay the same however often a run is exported. Source: CloudEvents 1.0.2, "Context Attributes" and "JSON Event
/// Format".
public struct CloudEventsExport: EventExport {
  private let subject: ExportSubject
  private let isBatch: Bool
  private let source: JSONValue
  private var replication = 0
  private var isFirst = true
  public let needsCensus = false

  public init(_ subject: ExportSubject, isBatch: Bool) {
    self.subject = subject
    self.isBatch = isBatch
    source = .string("urn:busyhour:run:" + subject.run)
  }

  public var head: String { isBatch ? "[\n" : "" }
  public var foot: String { isBatch ? "\n]\n" : "" }

  public mutating func begin(_ replication: Int, _ census: CaseCensus) { self.replication = replication }

  public mutating func text(of event: RecordedEvent) -> String {
    let fields = EventFields(event.event, subject.names)
    var members: [JSONValue.Member] = [
      .init("specversion", .string("1.0")), .init("id", .string("\(replication)/\(event.position)")),
      .init("source", source), .init("type", .string("busyhour.\(fields.type)")),
      .init("time", .string(subject.clock.local(event.time))),
    ]
    if let about = fields.subject { members.append(.init("subject", .string(about))) }
    let data: [JSONValue.Member] = [
      .init("replication", .integer(replication)), .init("position", .integer(event.position)),
      .init("time_s", .seconds(event.time)),
    ]
    members += [
      .init("datacontenttype", .string("application/json")), .init("data", .object(data + fields.members)),
    ]
    defer { isFirst = false }
    let line = JSONValue.object(members).line
    return isBatch ? (isFirst ? "" : ",\n") + line : line + "\n"
  }
}
