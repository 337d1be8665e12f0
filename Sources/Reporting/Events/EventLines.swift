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
    let members: [JSONValue.Member] = [
      .init("position", .integer(event.position)), .init("time_s", .seconds(event.time)),
      .init("type", .string(fields.type)),
    ]
    return .object(members + fields.members)
  }
}

extension JSONValue {
  /// Microseconds divide exactly enough: 2^48 of them have 15 digits.
  static func seconds(_ time: SimulationTime) -> JSONValue { .number(Double(time.microseconds) / 1e6) }
}
