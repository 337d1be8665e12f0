import BusyHourTesting
import ContactCenter
import EventLog
import Testing

@Suite(.labelled)
struct EventCatalogTests {
  static let time = SimulationTime(microseconds: 5)

  /// One event of every kind.
  static let examples: [Event] = [
    .replicationStarted(horizon: time), .replicationFinished, .contactArrived(contact: 1, queue: 2),
    .contactQueued(contact: 1, queue: 2, position: 3), .contactAnswered(contact: 1, queue: 2, agent: 3, queuedAt: time),
    .contactAbandoned(contact: 1, queue: 2, queuedAt: time), .contactDisconnected(contact: 1, queue: 2, queuedAt: time),
    .contactCompleted(contact: 1, queue: 2, agent: 3, answeredAt: time),
    .wrapUpEnded(contact: 1, queue: 2, agent: 3, talkEndedAt: time), .agentSignedIn(agent: 1, team: 2),
    .agentSignedOut(agent: 1, team: 2, scheduledEnd: time), .breakStarted(agent: 1, activity: 2),
    .breakEnded(agent: 1, activity: 2, startedAt: time), .contactBlocked(contact: 1, queue: 2, reason: .trunksBusy),
    .contactLinked(contact: 3, queue: 2, link: .init(cause: .redial, previous: 1, rank: 1)),
    .waitAnnounced(contact: 1, queue: 2, wait: .seconds(3)),
    .contactBalked(contact: 1, queue: 2), .contactLeftMessage(contact: 1, queue: 2, queuedAt: time),
    .callbackPromised(contact: 1, queue: 2, queuedAt: time), .selfServiceStarted(contact: 1, queue: 2),
    .contactSelfServed(contact: 1, queue: 2, startedAt: time), .selfServiceLeft(contact: 1, queue: 2, startedAt: time),
    .customerLost(contact: 1, queue: 2, arrivedAt: time),
    .contactTransferred(contact: 1, queue: 2, agent: 3, answeredAt: time, to: 4),
    .wrapUpStarted(contact: 1, queue: 2, agent: 3),
    .outcomeRecorded(contact: 1, queue: 2, agent: 3, isResolved: true), .outageStarted(queue: 2),
    .outageEnded(queue: 2, startedAt: time), .limitStarted(contact: 1, queue: 2, limit: .done, dueAt: time),
    .limitKept(contact: 1, queue: 2, limit: .answered, isEscalation: true, startedAt: time),
    .limitMissed(contact: 1, queue: 2, limit: .answered, isEscalation: false, startedAt: time),
    .refundDecided(contact: 1, queue: 2, agent: 3, amountInCents: 4, isGranted: true),
    .attemptFailed(contact: 1, queue: 2, agent: 3, answeredAt: time),
    .wrongPartyReached(contact: 1, queue: 2, agent: 3, answeredAt: time),
    .dialStarted(contact: 1, queue: 2, queuedAt: time), .dialFailed(contact: 1, queue: 2, startedAt: time),
    .dialDropped(contact: 1, queue: 2, startedAt: time),
    .talkDropped(contact: 1, queue: 2, agent: 3, answeredAt: time), .contactDiverted(contact: 1, queue: 2, to: 3),
    .satisfactionRated(contact: 1, queue: 2, agent: 3, score: 5),
    .recommendationRated(contact: 1, queue: 2, agent: 3, score: 10),
    .appointmentMade(contact: 1, queue: 2, agent: 3, isAccurate: true),
    .qualityChecked(contact: 1, queue: 2, agent: 3, passed: 18, criteria: 20),
    .breakDelayed(agent: 1, activity: 2, dueAt: time),
    .agentResigned(agent: 1, team: 2), .agentHired(agent: 1, team: 2),
    .demandFactorDrawn(queue: 2, scope: .interval, group: 1, millionths: 900_000),
  ]

  @Test func `the catalogue names every kind and its fields as the type does`() throws {
    #expect(EventCatalog.all.map(\.kind).map(\.rawValue) == EventKind.allCases.map(\.rawValue).sorted())
    withEvery("event", in: Self.examples) { event in
      let entry = EventCatalog.entry(of: event.kind)
      let mirror = Mirror(reflecting: event).children.first
      #expect("\(event.kind)" == entry.name)
      let fields = mirror.map { Self.labels(of: $0.value) } ?? []
      // A payload of one field is not a tuple: its label stands in the description.
      let single = ["outageStarted": ["queue"], "replicationStarted": ["horizon"]]
      let names = single[entry.name] ?? fields
      #expect(names == entry.fields.map(\.name))
    }
    #expect(Set(Self.examples.map(\.kind)) == Set(EventKind.allCases))
  }

  /// Labels of a payload; a link is told field by field.
  private static func labels(of payload: Any) -> [String] {
    Mirror(reflecting: payload).children.flatMap { child in
      child.value is ContactLink ? labels(of: child.value) : [child.label].compactMap { $0 }
    }
  }

  @Test func `the codes of events are what logs hold`() {
    let codes: [EventKind: UInt8] = [
      .replicationStarted: 1, .replicationFinished: 2, .contactArrived: 8, .contactQueued: 9, .contactAnswered: 10,
      .contactAbandoned: 11, .contactDisconnected: 12, .contactCompleted: 13, .wrapUpEnded: 14, .agentSignedIn: 24,
      .agentSignedOut: 25, .breakStarted: 26, .breakEnded: 27, .contactBlocked: 15, .contactLinked: 16,
      .contactBalked: 17, .contactLeftMessage: 18, .callbackPromised: 19, .selfServiceStarted: 20,
      .contactSelfServed: 21, .contactTransferred: 22, .outcomeRecorded: 23, .outageStarted: 28, .outageEnded: 29,
      .wrapUpStarted: 30, .limitStarted: 40, .limitKept: 41, .limitMissed: 42, .refundDecided: 43,
      .attemptFailed: 44, .dialStarted: 45, .dialFailed: 46, .dialDropped: 47, .talkDropped: 48, .contactDiverted: 49,
      .satisfactionRated: 50, .recommendationRated: 51, .appointmentMade: 52, .qualityChecked: 53,
      .agentResigned: 32, .agentHired: 33, .breakDelayed: 34, .selfServiceLeft: 35,
      .customerLost: 36, .demandFactorDrawn: 38, .waitAnnounced: 55, .wrongPartyReached: 39,
    ]
    for kind in EventKind.allCases { #expect(kind.rawValue == codes[kind], "\(kind)") }
  }

  @Test func `a kind's version counts the steps that lead to it`() {
    for entry in EventCatalog.all {
      let steps = EventCatalog.upcasters.filter { $0.name == entry.name }
      #expect(entry.version == steps.count + 1, "\(entry.name)")
      #expect(steps.map(\.version) == Array(1..<entry.version), "\(entry.name)")
      for step in steps {
        let old = EventRecord(word0: 1 << 16, word1: 1 << 16, word2: UInt64(step.code))
        #expect(UpcasterChain.current.current(old).event?.kind == entry.kind, "\(entry.name) \(step.version)")
      }
    }
  }

  @Test func `the page of events says what the catalogue says`() {
    expectGenerated(EventPage.text, at: "docs/events.md")
  }
}

/// `docs/events.md`, written from the catalogue.
enum EventPage {
  static var text: String {
    """
    # Events

    \(generatedNote(by: "EventLogTests"))

    The log of a replication is a stream of events at positions 0, 1, 2, ... without gaps, in order of time. It is the
    simulator's only output: every figure is a fold over it. Times are whole microseconds since midnight of the first
    day. A closing event carries the instant that it closes on, never a duration.

    | code | event | version | fields | what happened |
    |---|---|---|---|---|
    \(EventCatalog.all.map(row).joined(separator: "\n"))

    ## Fields

    | field | meaning |
    |---|---|
    \(fields.map { "| `\($0.name)` | \($0.meaning) |" }.joined(separator: "\n"))

    Codes are never reused and never renumbered. A kind that changes takes a new code; logs that hold the old one are read
    through a step from the old version to the new one (`Sources/EventLog/Upcasters`), and nothing that was written is
    touched. \(versions) `LogInvariants` checks the laws that every log keeps: time never runs
    back; contacts are numbered in order of arrival, and each ends once or is inside at the end; a contact is answered by
    an agent who is signed in, not on a break and without another contact; closing events repeat the instant of the
    event they close; nobody idles while a contact waits that they could serve.

    ## Laws and their tests

    | law | held by |
    |---|---|
    \(LogLaw.all.map(\.row).joined(separator: "\n"))

    """
  }

  private static var versions: String {
    let steps = EventCatalog.upcasters.map { "\($0.code) (`\($0.name)` \($0.version))" }
    return steps.isEmpty ? "No kind has changed so far." : "Old codes: \(steps.joined(separator: ", "))."
  }

  private static func row(_ entry: EventCatalog.Entry) -> String {
    let fields = entry.fields.map { "`\($0.name)`" }.joined(separator: ", ")
    return "| \(entry.code) | `\(entry.name)` | \(entry.version) | \(fields) | \(entry.sentence) |"
  }

  private static var fields: [EventCatalog.Field] {
    var known: Set<String> = []
    return EventCatalog.all.flatMap(\.fields).filter { known.insert($0.name).inserted }
  }
}
