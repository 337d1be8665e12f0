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
      fields.position.map { "position \($0)" }, fields.remark,
    ]
    let rest = words.compactMap { $0 }.joined(separator: "  ")
    let gap = rest.isEmpty ? "" : String(repeating: " ", count: max(2, 22 - fields.type.count))
    return PrintableText.of("\(names.instant(event.time))  \(fields.type)\(gap)\(rest)") + "\n"
  }
}
