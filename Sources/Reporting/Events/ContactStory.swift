internal import ContactCenter
public import EventLog

/// One contact's life, from its events and those of the contacts that it continues or that continue it.
public struct ContactStory: Report, Hashable {
  public var replication: Int
  public var contact: UInt32
  public var events: [RecordedEvent]
  public var names: EventNames
  /// Why it waited, in sentences; empty where it did not.
  public var reasons: [String] = []
  /// What chance gave it; nil where that cannot be derived.
  public var draws: [DrawnValue]?
  /// The factors of the demand under which it came.
  public var demand: [Event] = []

  /// - Parameter events: those of the contacts, in order.
  public init(replication: Int, contact: UInt32, events: [RecordedEvent], names: EventNames) {
    self.replication = replication
    self.contact = contact
    self.events = events
    self.names = names
  }

  public var page: Page {
    let columns = [
      Column(""), Column("", .decimal), Column(""), Column(""), Column("", wraps: true),
    ]
    var page = Page([.table(Table(columns: columns, rows: events.map(row)))])
    if draws != nil || !demand.isEmpty { page.add(.blank) }
    if let draws { add(draws, to: &page) }
    let factors = demand.compactMap { EventFields($0, names).remark }.joined(separator: ", ")
    if !factors.isEmpty { page.add(line: "Drawn for its time: \(factors) of the expected contacts.", .faint) }
    if !reasons.isEmpty { page.add(.blank) }
    for reason in reasons { page.add(line: reason, .faint) }
    return page
  }

  private func add(_ draws: [DrawnValue], to page: inout Page) {
    let lengths = draws.filter(\.isLength).map(\.text).joined(separator: ", ")
    page.add(line: "Drawn for it, not all of it has happened: \(lengths).", .faint)
    let chances = draws.filter { !$0.isLength }.map(\.text).joined(separator: ", ")
    if !chances.isEmpty { page.add(line: "Chances, should it come to it: \(chances).", .faint) }
  }

  private func row(_ event: RecordedEvent) -> [Cell] {
    let start = events[0].time
    let what = words(event)
    return [
      Cell(event == events[0] ? names.instant(event.time) : "", .faint),
      Cell("+" + DurationText.of(seconds: (event.time - start).inSeconds)), Cell(what.verb, .strong),
      Cell(what.whom), Cell(what.remark, what.ink),
    ]
  }

  /// What happened, to or by whom, and what is worth knowing of it.
  private func words(_ event: RecordedEvent) -> (verb: String, whom: String, remark: String, ink: Ink) {
    let fields = EventFields(event.event, names)
    let lasted = fields.since.map { DurationText.of(seconds: (event.time - $0).inSeconds) } ?? ""
    switch event.event {
    case .contactArrived:
      return ("arrived", fields.queue ?? "", "contact \(fields.contact ?? contact) of its replication", .faint)
    case .contactQueued: return ("queued", fields.queue ?? "", "nobody free, position \(fields.position ?? 0)", .plain)
    case .contactAnswered(let contact, let queue, _, let start):
      let earlier = names.waitBasis == .customer ? waitBefore(contact) : .zero
      let (remark, ink) = timeliness(queue: queue, wait: event.time - start, earlier)
      return ("answered", fields.agent ?? "", remark, ink)
    case .contactAbandoned: return ("abandoned", fields.queue ?? "", "hung up after \(lasted)", .bad)
    case .contactDisconnected(_, _, let start):
      // Who comes to a closed door is cut off at once; otherwise it is an outage that cuts lines between closings.
      let isClosing = start == event.time || names.disconnects.contains(event.time)
      let cause = isClosing ? "the center closed" : "an outage cut the line"
      return ("disconnected", fields.queue ?? "", "\(cause), after a wait of \(lasted)", .bad)
    case .contactCompleted: return ("completed", fields.agent ?? "", "talk \(lasted)", .plain)
    case .wrapUpEnded: return ("wrapped up", fields.agent ?? "", "after-contact work \(lasted)", .plain)
    case .contactBlocked: return ("blocked", fields.queue ?? "", "busy signal: \(fields.remark ?? "")", .bad)
    case .waitAnnounced: return ("wait announced", fields.queue ?? "", "told to wait \(fields.remark ?? "")", .plain)
    case .contactBalked: return ("balked", fields.queue ?? "", "nobody free, left at once", .bad)
    case .contactLinked: return ("linked", "", fields.remark ?? "", .faint)
    case .contactLeftMessage: return ("left a message", fields.queue ?? "", "after \(lasted)", .plain)
    case .callbackPromised: return ("will be called back", fields.queue ?? "", "after \(lasted)", .plain)
    case .selfServiceStarted: return ("in self-service", fields.queue ?? "", "", .plain)
    case .contactSelfServed: return ("self-served", fields.queue ?? "", "in \(lasted)", .good)
    case .selfServiceLeft: return ("wants an agent", fields.queue ?? "", "after \(lasted)", .plain)
    case .customerLost:
      return ("lost", fields.queue ?? "", "given up for good, \(lasted) after the first contact", .bad)
    case .contactTransferred:
      return ("transferred", fields.agent ?? "", "talk \(lasted), \(fields.remark ?? "")", .plain)
    case .satisfactionRated, .recommendationRated: return ("answers a survey", "", fields.remark ?? "", .plain)
    case .appointmentMade: return ("appointment", fields.agent ?? "", fields.remark ?? "", .plain)
    case .qualityChecked: return ("talk checked", fields.agent ?? "", fields.remark ?? "", .plain)
    case .wrapUpStarted: return ("wraps up", fields.agent ?? "", "", .plain)
    case .outcomeRecorded: return ("outcome", fields.agent ?? "", fields.remark ?? "", .plain)
    case .attemptFailed: return ("not reached", fields.agent ?? "", "tried for \(lasted)", .bad)
    case .wrongPartyReached: return ("wrong party", fields.agent ?? "", "somebody else answered, \(lasted)", .bad)
    case .dialStarted: return ("dialled", fields.queue ?? "", "after \(lasted)", .plain)
    case .dialFailed: return ("not reached", fields.queue ?? "", "rang for \(lasted)", .bad)
    case .dialDropped: return ("dropped", fields.queue ?? "", "answered, and no agent was free", .bad)
    case .talkDropped: return ("cut off", fields.agent ?? "", "an outage, after a talk of \(lasted)", .bad)
    case .contactDiverted: return ("diverted", fields.queue ?? "", fields.remark ?? "", .plain)
    case .limitStarted: return ("limit started", fields.queue ?? "", fields.remark ?? "", .faint)
    case .limitKept: return ("limit kept", fields.queue ?? "", "\(fields.remark ?? "") after \(lasted)", .good)
    case .limitMissed: return ("limit missed", fields.queue ?? "", "\(fields.remark ?? "") after \(lasted)", .bad)
    case .refundDecided: return ("refund", fields.agent ?? "", fields.remark ?? "", .plain)
    default: return (fields.type, "", "", .plain)
    }
  }

  /// The waits of the attempts that the contact continues.
  private func waitBefore(_ contact: UInt32) -> TimeSpan {
    for case .contactLinked(contact, _, let link) in events.map(\.event)
    where link.cause == .redial || link.cause == .diversion {
      let own = events.lazy.compactMap { recorded -> TimeSpan? in
        switch recorded.event {
        case .contactAbandoned(link.previous, _, let start), .contactDisconnected(link.previous, _, let start):
          recorded.time - start
        default: nil
        }
      }.first
      return waitBefore(link.previous) + (own ?? .zero)
    }
    return .zero
  }

  private func timeliness(queue: Int, wait: TimeSpan, _ earlier: TimeSpan) -> (String, Ink) {
    guard names.acceptableWaits.indices.contains(queue) else { return ("", .plain) }
    let target = DurationText.plain(seconds: names.acceptableWaits[queue].inSeconds)
    if wait + earlier == .zero { return ("at once", .good) }
    let own = "waited \(DurationText.of(seconds: wait.inSeconds))"
    let waited =
      earlier == .zero
      ? own : own + ", \(DurationText.of(seconds: (wait + earlier).inSeconds)) with the attempts before"
    return wait + earlier <= names.acceptableWaits[queue]
      ? ("\(waited), within the target of \(target)", .good) : ("\(waited), missed the target of \(target)", .bad)
  }

  public var json: [JSONValue.Member] {
    [
      .init("inputs", .object(["replication": .integer(replication), "call": .integer(Int(contact))])),
      .init("events", .array(events.map { EventLines().object($0, names) })),
      .init("draws", draws.map { .object($0.map(\.member)) } ?? .null),
      .init("demand", .array(demand.compactMap { EventFields($0, names).remark }.map { .string($0) })),
      .init("why_it_waited", .array(reasons.map { .string($0) })),
    ]
  }

  public var records: Records { EventCSV.records(events, names) }
}
