import ContactCenter
import EventLog
import Foundation
import Reporting
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What exports say, and that they are what their standards ask for.
struct ExportTests {
  /// Names that are markup, quotes, control characters and other scripts.
  static let names = ["a \"b\" <&> '\u{7}\u{301}", "<\u{338}]]>, x", "診察\n\u{FFFE}"]

  static var subject: ExportSubject {
    var scenario = Samples.scenario(name: names[0], queues: 2)
    scenario.queues[0].name = names[1]
    scenario.teams[0].name = names[2]
    let plan = SimulationPlan(
      horizon: SimulationTime(microseconds: 86_400_000_000), dayStarts: [.zero], interval: .minutes(30), arrivals: [],
      queues: [], teams: [.init(queues: [0])], agents: [.init(team: 0), .init(team: 0)], duties: [], absences: [],
      activities: ["lunch, \"long\""], disconnects: [])
    return ExportSubject(
      run: "0123456789abcdef0123", runName: nil, scenario: scenario, names: EventNames(scenario: scenario, plan: plan))
  }

  static func at(_ seconds: Int64) -> SimulationTime { .zero + .seconds(seconds) }

  /// Two contacts that overlap, of which the second continues the first; a third alone.
  static let events: [RecordedEvent] = {
    let link = ContactLink(cause: .redial, previous: 1, rank: 1)
    let events: [(Int64, Event)] = [
      (0, .replicationStarted(horizon: at(86_400))), (0, .agentSignedIn(agent: 0, team: 0)),
      (10, .contactArrived(contact: 1, queue: 0)), (10, .contactQueued(contact: 1, queue: 0, position: 1)),
      (20, .contactArrived(contact: 2, queue: 0)), (20, .contactLinked(contact: 2, queue: 0, link: link)),
      (30, .contactAbandoned(contact: 1, queue: 0, queuedAt: at(10))),
      (30, .contactAnswered(contact: 2, queue: 0, agent: 0, queuedAt: at(20))),
      (40, .breakStarted(agent: 1, activity: 0)), (50, .contactArrived(contact: 3, queue: 1)),
      (60, .contactBlocked(contact: 3, queue: 1, reason: .outage)),
      (90, .contactCompleted(contact: 2, queue: 0, agent: 0, answeredAt: at(30))), (99, .replicationFinished),
    ]
    return events.enumerated().map { RecordedEvent(position: $0, time: at($1.0), event: $1.1) }
  }()

  static func census(_ kind: CaseCensus.Kind, of events: [RecordedEvent] = events) -> CaseCensus {
    var census = CaseCensus(kind)
    for event in events { census.add(EventRecord(event.event, at: event.time)) }
    return census
  }

  /// The whole file, of two replications that are alike.
  static func text(_ name: String, _ kind: CaseCensus.Kind = .contact) throws -> String {
    var export = try #require(ExportCatalog.export(named: name, of: subject, caseKind: kind))
    var text = export.head
    for replication in [0, 3] {
      export.begin(replication, census(kind))
      text += events.map { export.text(of: $0) }.joined()
    }
    return text + export.foot
  }

  @Test func `a cloud event has the attributes of the standard, each in its form`() throws {
    let lines = try Self.text("cloudevents").split(separator: "\n")
    #expect(lines.count == 2 * Self.events.count)
    var keys: Set<String> = []
    for line in lines {
      let event = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      // CloudEvents 1.0.2, "Attributes" and "Naming Conventions": lower-case letters and digits.
      #expect(event.keys.allSatisfy { $0.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789".contains($0) } })
      #expect(event["specversion"] as? String == "1.0")
      let id = try #require(event["id"] as? String)
      let source = try #require(event["source"] as? String)
      #expect(!id.isEmpty && URL(string: source) != nil && keys.insert(source + id).inserted, "unique: \(id)")
      #expect((event["type"] as? String)?.isEmpty == false)
      #expect((event["subject"] as? String)?.isEmpty != true)
      #expect(event["datacontenttype"] as? String == "application/json")
      #expect(
        (event["time"] as? String)?.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}(Z|[+-]\d\d:\d\d)/) != nil)
      let known: Set = ["specversion", "id", "source", "type", "time", "subject", "datacontenttype", "data"]
      #expect(Set(event.keys).isSubset(of: known))
      let data = try #require(event["data"] as? [String: Any])
      #expect(id == "\(data["replication"] as? Int ?? -1)/\(data["position"] as? Int ?? -1)")
    }
    let batch =
      try JSONSerialization.jsonObject(with: Data(try Self.text("cloudevents-batch").utf8)) as? [[String: Any]]
    #expect(batch?.count == lines.count)
    let none = try #require(ExportCatalog.export(named: "cloudevents-batch", of: Self.subject, caseKind: .contact))
    #expect(try (JSONSerialization.jsonObject(with: Data((none.head + none.foot).utf8)) as? [Any])?.isEmpty == true)
  }

  @Test func `an XES log is well formed and holds each event of a contact once, in its trace`() throws {
    let log = try XESLog(try Self.text("xes"))
    #expect(log.version == "1849.2016" && log.namespace == "http://www.xes-standard.org/")
    #expect(log.order == ["extension", "global", "classifier", "string", "trace"], "as the schema has them")
    #expect(log.traces.map { $0["concept:name"] } == ["0/1", "0/3", "0/2", "3/1", "3/3", "3/2"])
    #expect(log.traces.map(\.events.count) == [3, 2, 4, 3, 2, 4])
    #expect(log.traces.map { $0["customer"] } == ["0/1", "0/3", "0/1", "3/1", "3/3", "3/1"])
    let second = log.traces[2].events
    #expect(
      second.map { $0["concept:name"] } == [
        "contact_arrived", "contact_linked", "contact_answered", "contact_completed",
      ])
    #expect(second[2]["org:resource"] == "診察\u{FFFD}\u{FFFD}-01" && second[2]["since"] == "2001-01-01T00:00:20.000000Z")
    #expect(log.traces[0]["queue"] == "<\u{338}]]>, x")
    #expect(log.traces.allSatisfy { $0.events.allSatisfy { $0["time:timestamp"] != nil } })
  }

  @Test func `a trace can be a customer's story`() throws {
    let log = try XESLog(try Self.text("xes", .customer))
    #expect(log.traces.map { $0["concept:name"] } == ["0/3", "0/1", "3/3", "3/1"])
    #expect(log.traces.map(\.events.count) == [2, 7, 2, 7])
    #expect(log.traces[1].events.compactMap { $0["contact"] } == ["1", "1", "2", "2", "1", "2", "2"])
  }

  /// What is held back is what is open: neither closed cases nor the log.
  @Test func `a trace is written with its last event`() throws {
    var export = try #require(ExportCatalog.export(named: "xes", of: Self.subject, caseKind: .contact))
    export.begin(0, Self.census(.contact))
    let texts = Self.events.map { export.text(of: $0) }
    #expect(texts.enumerated().filter { !$0.element.isEmpty }.map(\.offset) == [6, 10, 11])
    #expect(export.foot == "</log>\n")
  }

  @Test func `a case with more events than are counted is written at the end, whole`() throws {
    let start = RecordedEvent(position: 0, time: .zero, event: .contactArrived(contact: 1, queue: 0))
    let many =
      [start]
      + (1...300).map {
        RecordedEvent(position: $0, time: .zero, event: .contactQueued(contact: 1, queue: 0, position: 1))
      }
    var export = try #require(ExportCatalog.export(named: "xes", of: Self.subject, caseKind: .contact))
    export.begin(0, Self.census(.contact, of: many))
    let text = export.head + many.map { export.text(of: $0) }.joined() + export.foot
    #expect(try XESLog(text).traces.map(\.events.count) == [301])
  }

  @Test func `rows have as many fields as the head, whatever the names`() throws {
    var parser = CSVParser()
    var records: [[String]] = []
    try parser.read(try Self.text("csv").utf8) { records.append($0.cells) }
    try parser.finish { records.append($0.cells) }
    #expect(records.count == 2 * Self.events.count + 1)
    #expect(records.allSatisfy { $0.count == records[0].count })
    #expect(records[5][6] == Self.names[1] && records[5][0] == "0" && records[20][0] == "3")
    for line in try Self.text("jsonl").split(separator: "\n") {
      let event = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(event?["replication"] != nil && event?["time"] != nil && event?["type"] != nil, "\(line)")
    }
  }

  @Test func `objects stand before what is about them, and every event is about one`() {
    var export = ObjectLogExport(Self.subject)
    var (objects, events) = (Set<String>(), 0)
    func take(_ step: ObjectLogExport.Step) {
      for object in step.objects {
        #expect(objects.insert(object.id).inserted, "\(object.id) once")
        #expect(ObjectLogExport.objectKinds.contains { $0.name == object.type })
      }
      for link in step.links { #expect(objects.isSuperset(of: [link.source, link.target])) }
      guard let event = step.event else { return }
      events += 1
      #expect(!event.objects.isEmpty && objects.isSuperset(of: event.objects.map(\.object)), "\(event.id)")
      #expect(Set(event.objects).count == event.objects.count)
    }
    take(export.common)
    for replication in [0, 1] {
      take(export.begin(replication))
      for event in Self.events { take(export.step(event)) }
    }
    #expect(events == 2 * Self.events.count)
    #expect(objects.isSuperset(of: ["contact:0/3", "contact:1/1", "customer:0/1", "agent:1/\(Self.names[2])-02"]))
    #expect(!objects.contains("customer:0/3"), "who called once is no customer of several contacts")
    #expect(ObjectLogExport.eventKinds.count == EventKind.allCases.count)
  }

  @Test func `instants have the offset of their zone, before and after the clocks change`() throws {
    let saturday = try #require(CalendarDate(year: 2026, month: 10, day: 31))
    let clock = EventClock(firstDate: saturday, firstWeekday: .saturday, timeZone: "America/Los_Angeles", days: 2)
    // Clocks go back on Sunday, 1 November, at 02:00: an hour comes twice, and the log counts on.
    #expect(clock.local(Self.at(9 * 3_600)) == "2026-10-31T09:00:00.000000-07:00")
    #expect(clock.local(Self.at(25 * 3_600 + 1_800)) == "2026-11-01T01:30:00.000000-07:00")
    #expect(clock.local(Self.at(26 * 3_600 + 1_800)) == "2026-11-01T01:30:00.000000-08:00")
    #expect(clock.utc(Self.at(9 * 3_600)) == "2026-10-31T16:00:00.000000Z")
    #expect(clock.utc(Self.at(26 * 3_600 + 1_800)) == "2026-11-01T09:30:00.000000Z")
    let east = EventClock(firstDate: saturday, firstWeekday: .saturday, timeZone: "Asia/Kolkata", days: 1)
    #expect(east.local(.zero) == "2026-10-31T00:00:00.000000+05:30" && east.utc(.zero) == "2026-10-30T18:30:00.000000Z")
    let undated = EventClock(firstDate: nil, firstWeekday: .wednesday, timeZone: nil, days: 1)
    #expect(undated.local(SimulationTime(microseconds: 1)) == "2001-01-03T00:00:00.000001Z")
    let zoned = EventClock(firstDate: nil, firstWeekday: .monday, timeZone: "Europe/Berlin", days: 200)
    #expect(zoned.local(Self.at(180 * 86_400)) == "2001-06-30T00:00:00.000000+01:00", "no dates, no change of clocks")
  }
}

/// An XES file, parsed.
final class XESLog: NSObject, XMLParserDelegate {
  struct Element {
    var attributes: [String: String] = [:]
    var events: [Element] = []
    subscript(key: String) -> String? { attributes[key] }
  }

  private(set) var version: String?
  private(set) var namespace: String?
  /// Names of the elements below the log, each where it first stands.
  private(set) var order: [String] = []
  private(set) var traces: [Element] = []
  private var path: [String] = []

  init(_ text: String) throws {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    if path == ["log"], order.last != name { order.append(name) }
    switch (path.last, name) {
    case (nil, "log"): (version, namespace) = (attributes["xes.version"], attributes["xmlns"])
    case ("log", "trace"): traces.append(Element())
    case ("trace", "event"): traces[traces.count - 1].events.append(Element())
    case ("trace", _): traces[traces.count - 1].attributes[attributes["key"] ?? ""] = attributes["value"]
    case ("event", _):
      let last = traces[traces.count - 1].events.count - 1
      traces[traces.count - 1].events[last].attributes[attributes["key"] ?? ""] = attributes["value"]
    default: break
    }
    path.append(name)
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    path.removeLast()
  }
}
