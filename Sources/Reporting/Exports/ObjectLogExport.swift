internal import ContactCenter
public import EventLog

/// Events as OCEL 2.0 wants them: objects of several types, events that are about any number of them.
///
/// Objects are contacts, agents, queues, teams, the replication, and a customer wherever contacts are linked. Ids are
/// `type:name`; what belongs to one replication has its number in front, `contact:0/412`, for the same agent lives
/// through many random days at once.
public struct ObjectLogExport: Sendable {
  public enum Value: Hashable, Sendable {
    case integer(Int)
    case real(Double)
    case text(String)
    /// RFC 3339 in UTC.
    case instant(String)
  }

  /// A type of events or objects, and the attributes that it may have.
  public struct Kind: Hashable, Sendable {
    public var name: String
    public var attributes: [Attribute]
  }

  public struct Attribute: Hashable, Sendable {
    public enum Form: Hashable, Sendable { case integer, real, text, instant }
    public var name: String
    public var form: Form
  }

  public struct Object: Hashable, Sendable {
    public var id: String
    public var type: String
    /// By name; those that lack are unknown.
    public var attributes: [String: Value] = [:]
  }

  /// One object's relation to another.
  public struct Link: Hashable, Sendable {
    public var source: String
    public var target: String
    public var qualifier: String
  }

  public struct Event: Hashable, Sendable {
    public var id: String
    public var type: String
    /// RFC 3339 in UTC.
    public var time: String
    public var attributes: [String: Value]
    public var objects: [Relation]
  }

  public struct Relation: Hashable, Sendable {
    public var object: String
    public var qualifier: String
  }

  /// What comes into the file with an event.
  public struct Step: Hashable, Sendable {
    public var objects: [Object] = []
    public var links: [Link] = []
    public var event: Event?
  }

  private let subject: ExportSubject
  private var replication = 0
  private var newestContact: UInt32 = 0
  /// First contact of the customer, of those that have an earlier one.
  private var roots: [UInt32: UInt32] = [:]
  private var customers: Set<UInt32> = []

  public init(_ subject: ExportSubject) { self.subject = subject }

  public static let objectKinds: [Kind] = [
    Kind(name: "contact", attributes: [.init(name: "number", form: .integer), .init(name: "queue", form: .text)]),
    Kind(name: "customer", attributes: []),
    Kind(name: "agent", attributes: [.init(name: "name", form: .text)]),
    Kind(
      name: "queue",
      attributes: [
        .init(name: "name", form: .text), .init(name: "acceptable_wait_s", form: .real),
      ]),
    Kind(name: "team", attributes: [.init(name: "name", form: .text)]),
    Kind(name: "replication", attributes: [.init(name: "number", form: .integer)]),
  ]

  /// Every kind of event of the catalogue.
  public static let eventKinds: [Kind] = EventCatalog.all.map { entry in
    Kind(name: EventFields.name(of: entry.kind), attributes: attributes)
  }

  /// Any event may have any of them.
  private static let attributes: [Attribute] = [
    .init(name: "activity", form: .text), .init(name: "queue_position", form: .integer),
    .init(name: "since", form: .instant), .init(name: "remark", form: .text),
  ]

  /// What is there in every replication.
  public var common: Step {
    var step = Step()
    for (index, name) in subject.names.queues.enumerated() {
      let waits = subject.names.acceptableWaits
      let wait = waits.indices.contains(index) ? waits[index].inSeconds : nil
      step.objects.append(
        Object(
          id: "queue:\(name)", type: "queue",
          attributes: ["name": .text(name)].merging(wait.map { ["acceptable_wait_s": .real($0)] } ?? [:]) { $1 }))
    }
    for name in subject.names.teams {
      step.objects.append(Object(id: "team:\(name)", type: "team", attributes: ["name": .text(name)]))
    }
    return step
  }

  /// A replication begins.
  public mutating func begin(_ replication: Int) -> Step {
    (self.replication, newestContact) = (replication, 0)
    roots.removeAll()
    customers.removeAll()
    var step = Step()
    step.objects.append(
      Object(id: "replication:\(replication)", type: "replication", attributes: ["number": .integer(replication)]))
    for name in subject.names.agents {
      step.objects.append(Object(id: id("agent", name), type: "agent", attributes: ["name": .text(name)]))
    }
    return step
  }

  public mutating func step(_ event: RecordedEvent) -> Step {
    let fields = EventFields(event.event, subject.names)
    var step = Step()
    if let contact = fields.contact { introduce(contact, fields, &step) }
    var relations = relations(fields)
    if case .contactLinked(let contact, _, let link) = event.event {
      connect(contact, to: link.previous, &step, &relations)
    }
    if relations.isEmpty { relations.append(.init(object: "replication:\(replication)", qualifier: "replication")) }
    step.event = Event(
      id: "\(replication)/\(event.position)", type: fields.type, time: subject.clock.utc(event.time),
      attributes: attributes(fields), objects: relations)
    return step
  }

  /// Contacts are numbered in order of arrival: a greater number is a new one.
  private mutating func introduce(_ contact: UInt32, _ fields: EventFields, _ step: inout Step) {
    guard contact > newestContact else { return }
    newestContact = contact
    var object = Object(
      id: id("contact", contact), type: "contact", attributes: ["number": .integer(Int(contact))])
    object.attributes["queue"] = fields.queue.map { .text($0) }
    step.objects.append(object)
  }

  private mutating func connect(
    _ contact: UInt32, to previous: UInt32, _ step: inout Step, _ relations: inout [Relation]
  ) {
    let root = roots[previous] ?? previous
    roots[contact] = root
    let customer = id("customer", root)
    if customers.insert(root).inserted {
      step.objects.append(Object(id: customer, type: "customer"))
      step.links.append(Link(source: id("contact", root), target: customer, qualifier: "of"))
    }
    step.links.append(Link(source: id("contact", contact), target: customer, qualifier: "of"))
    step.links.append(Link(source: id("contact", contact), target: id("contact", previous), qualifier: "continues"))
    relations.append(.init(object: customer, qualifier: "customer"))
    relations.append(.init(object: id("contact", previous), qualifier: "previous"))
  }

  private func relations(_ fields: EventFields) -> [Relation] {
    let objects: [(String, String?)] = [
      ("contact", fields.contact.map { id("contact", $0) }), ("queue", fields.queue.map { "queue:\($0)" }),
      ("agent", fields.agent.map { id("agent", $0) }), ("team", fields.team.map { "team:\($0)" }),
    ]
    return objects.compactMap { qualifier, object in object.map { Relation(object: $0, qualifier: qualifier) } }
  }

  private func attributes(_ fields: EventFields) -> [String: Value] {
    var attributes: [String: Value] = [:]
    attributes["activity"] = fields.activity.map { .text($0) }
    attributes["queue_position"] = fields.position.map { .integer($0) }
    attributes["since"] = fields.since.map { .instant(subject.clock.utc($0)) }
    attributes["remark"] = fields.remark.map { .text($0) }
    return attributes
  }

  private func id(_ type: String, _ name: some CustomStringConvertible) -> String { "\(type):\(replication)/\(name)" }
}
