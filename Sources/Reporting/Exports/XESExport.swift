internal import ContactCenter
public import EventLog

/// XES, IEEE 1849-2016: a trace for every contact, or for every customer; its events in order.
///
/// Traces stand in the order in which they end. What no contact takes part in (signing in, breaks, outages) belongs to no
/// case and is left out.
public struct XESExport: EventExport {
  private struct Trace {
    var text: String
    /// Events still to come; nil where that is not known.
    var left: Int?
  }

  private let subject: ExportSubject
  private let caseKind: CaseCensus.Kind
  private var census: CaseCensus
  private var replication = 0
  private var open: [UInt32: Trace] = [:]
  public let needsCensus = true

  public init(_ subject: ExportSubject, caseKind: CaseCensus.Kind) {
    self.subject = subject
    self.caseKind = caseKind
    census = CaseCensus(caseKind)
  }

  public var head: String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <log xes.version="1849.2016" xes.features="" xmlns="http://www.xes-standard.org/">
    <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
    <extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
    <extension name="Lifecycle" prefix="lifecycle" uri="http://www.xes-standard.org/lifecycle.xesext"/>
    <extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
    <global scope="trace">
    \(Self.text("concept:name", ""))
    </global>
    <global scope="event">
    \(Self.text("concept:name", ""))
    \(Self.text("lifecycle:transition", "complete"))
    \(Self.date("time:timestamp", "1970-01-01T00:00:00.000000Z"))
    </global>
    <classifier name="Activity" keys="concept:name"/>
    <classifier name="Resource" keys="org:resource"/>
    \(Self.text("concept:name", subject.scenarioName))
    \(Self.text("lifecycle:model", "standard"))
    \(Self.text("busyhour:run", subject.run))

    """
  }

  /// Whatever is still open ends with its replication.
  public var foot: String { rest + "</log>\n" }

  public mutating func begin(_ replication: Int, _ census: CaseCensus) {
    pending = rest
    open.removeAll()
    (self.replication, self.census) = (replication, census)
  }

  /// Traces of the replication before that did not come to an end.
  private var pending = ""

  public mutating func text(of event: RecordedEvent) -> String {
    let fields = EventFields(event.event, subject.names)
    defer { pending = "" }
    guard let contact = fields.contact else { return pending }
    let key = census.key(of: contact)
    var trace = open.removeValue(forKey: key) ?? Trace(text: start(key, fields), left: census.eventCount(of: key))
    trace.text += self.event(event, fields)
    trace.left = trace.left.map { $0 - 1 }
    if trace.left == 0 { return pending + trace.text + "</trace>\n" }
    open[key] = trace
    return pending
  }

  private var rest: String { open.keys.sorted().map { open[$0]!.text + "</trace>\n" }.joined() }

  private func start(_ key: UInt32, _ fields: EventFields) -> String {
    var lines = [
      "<trace>", Self.text("concept:name", "\(replication)/\(key)"), Self.number("replication", replication),
    ]
    switch caseKind {
    case .contact:
      lines.append(Self.number("contact", Int(key)))
      lines.append(Self.text("customer", "\(replication)/\(census.root(of: key))"))
    case .customer: lines.append(Self.number("first_contact", Int(key)))
    }
    if let queue = fields.queue { lines.append(Self.text("queue", queue)) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func event(_ event: RecordedEvent, _ fields: EventFields) -> String {
    var lines = [
      "<event>", Self.text("concept:name", fields.type), Self.text("lifecycle:transition", "complete"),
      Self.date("time:timestamp", subject.clock.local(event.time)), Self.number("position", event.position),
    ]
    for (name, value) in fields.attributes {
      switch value {
      case .integer(let number): lines.append(Self.number(name, number))
      case .text(let text): lines.append(Self.text(name == "agent" ? "org:resource" : name, text))
      case .instant(let time): lines.append(Self.date(name, subject.clock.local(time)))
      }
    }
    return lines.joined(separator: "\n") + "\n</event>\n"
  }

  private static func text(_ key: String, _ value: String) -> String { element("string", key, XMLText.escaped(value)) }
  private static func date(_ key: String, _ value: String) -> String { element("date", key, value) }
  private static func number(_ key: String, _ value: Int) -> String { element("int", key, String(value)) }
  private static func element(_ type: String, _ key: String, _ value: String) -> String {
    "<\(type) key=\"\(key)\" value=\"\(value)\"/>"
  }
}
