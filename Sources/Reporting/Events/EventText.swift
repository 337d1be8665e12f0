public import EventLog

/// Events for reading.
public struct EventText: EventFormat {
  public let name = "text"
  public let header: String? = nil

  public init() {}

  public func line(_ event: RecordedEvent, _ names: EventNames) -> String {
    let fields = EventFields(event.event, names)
    let words: [String?] = [
      fields.contact.map { "contact \($0)" }, fields.queue, fields.agent, fields.team, fields.activity,
      fields.position.map { "position \($0)" },
    ]
    let type = fields.type + String(repeating: " ", count: max(0, 22 - fields.type.count))
    let text = "\(names.instant(event.time))  \(type)" + words.compactMap { $0 }.joined(separator: "  ")
    return PrintableText.of(text) + "\n"
  }
}
