internal import ContactCenter
public import EventLog

/// JSON Lines: one object an event, times in seconds since midnight of the first day.
public struct EventLines: EventFormat {
  public let name = "jsonl"
  public let header: String? = nil

  public init() {}

  public func line(_ event: RecordedEvent, _ names: EventNames) -> String { object(event, names).line + "\n" }

  func object(_ event: RecordedEvent, _ names: EventNames) -> JSONValue {
    let fields = EventFields(event.event, names)
    var members: [JSONValue.Member] = [
      .init("position", .integer(event.position)), .init("time_s", .seconds(event.time)),
      .init("type", .string(fields.type)),
    ]
    func add(_ name: String, _ value: JSONValue) {
      if value != .null { members.append(.init(name, value)) }
    }
    add("contact", .integer(fields.contact.map { Int($0) }))
    add("queue", .string(fields.queue))
    add("agent", .string(fields.agent))
    add("team", .string(fields.team))
    add("activity", .string(fields.activity))
    add("queue_position", .integer(fields.position))
    add("since_s", fields.since.map { .seconds($0) } ?? .null)
    add("remark", .string(fields.remark))
    return .object(members)
  }
}

extension JSONValue {
  /// Microseconds divide exactly enough: 2^48 of them have 15 digits.
  fileprivate static func seconds(_ time: SimulationTime) -> JSONValue { .number(Double(time.microseconds) / 1e6) }
}
