import BusyHourTesting
import ContactCenter
import EventLog
import Testing

@Suite(.labelled)
struct EventRecordTests {
  static let latest = SimulationTime(microseconds: (1 << 48) - 1)
  static let most = (
    contact: UInt32.max, queue: EventRecord.largestQueue, agent: EventRecord.largestAgent,
    detail: EventRecord.largestDetail
  )

  /// Every kind with the greatest value of every field.
  static let extremes: [Event] = [
    .replicationStarted(horizon: latest), .replicationFinished,
    .contactArrived(contact: most.contact, queue: most.queue),
    .contactQueued(contact: most.contact, queue: most.queue, position: most.detail),
    .contactAnswered(contact: most.contact, queue: most.queue, agent: most.agent, queuedAt: latest),
    .contactAbandoned(contact: most.contact, queue: most.queue, queuedAt: latest),
    .contactDisconnected(contact: most.contact, queue: most.queue, queuedAt: latest),
    .contactCompleted(contact: most.contact, queue: most.queue, agent: most.agent, answeredAt: latest),
    .wrapUpEnded(contact: most.contact, queue: most.queue, agent: most.agent, talkEndedAt: latest),
    .agentSignedIn(agent: most.agent, team: most.detail),
    .agentSignedOut(agent: most.agent, team: most.detail, scheduledEnd: latest),
    .breakStarted(agent: most.agent, activity: most.detail),
    .breakEnded(agent: most.agent, activity: most.detail, startedAt: latest),
    .contactBlocked(contact: most.contact, queue: most.queue, reason: .outage),
    .contactLinked(
      contact: most.contact, queue: most.queue, link: .init(cause: .transfer, previous: most.contact, rank: 0xFFFF)),
    .waitAnnounced(contact: most.contact, queue: most.queue, wait: latest - .zero),
    .contactBalked(contact: most.contact, queue: most.queue),
    .contactLeftMessage(contact: most.contact, queue: most.queue, queuedAt: latest),
    .callbackPromised(contact: most.contact, queue: most.queue, queuedAt: latest),
    .selfServiceStarted(contact: most.contact, queue: most.queue),
    .contactSelfServed(contact: most.contact, queue: most.queue, startedAt: latest),
    .selfServiceLeft(contact: most.contact, queue: most.queue, startedAt: latest),
    .customerLost(contact: most.contact, queue: most.queue, arrivedAt: latest),
    .contactTransferred(
      contact: most.contact, queue: most.queue, agent: most.agent, answeredAt: latest, to: most.queue),
    .wrapUpStarted(contact: most.contact, queue: most.queue, agent: most.agent),
    .outcomeRecorded(contact: most.contact, queue: most.queue, agent: most.agent, isResolved: false),
    .satisfactionRated(contact: most.contact, queue: most.queue, agent: most.agent, score: 5),
    .recommendationRated(contact: most.contact, queue: most.queue, agent: most.agent, score: 10),
    .appointmentMade(contact: most.contact, queue: most.queue, agent: most.agent, isAccurate: false),
    .qualityChecked(contact: most.contact, queue: most.queue, agent: most.agent, passed: 100, criteria: 100),
    .outageStarted(queue: most.queue), .outageEnded(queue: most.queue, startedAt: latest),
    .limitStarted(contact: most.contact, queue: most.queue, limit: .done, dueAt: latest),
    .limitKept(contact: most.contact, queue: most.queue, limit: .done, isEscalation: true, startedAt: latest),
    .limitMissed(contact: most.contact, queue: most.queue, limit: .done, isEscalation: true, startedAt: latest),
    .attemptFailed(contact: most.contact, queue: most.queue, agent: most.agent, answeredAt: latest),
    .wrongPartyReached(contact: most.contact, queue: most.queue, agent: most.agent, answeredAt: latest),
    .dialStarted(contact: most.contact, queue: most.queue, queuedAt: latest),
    .dialFailed(contact: most.contact, queue: most.queue, startedAt: latest),
    .dialDropped(contact: most.contact, queue: most.queue, startedAt: latest),
    .talkDropped(contact: most.contact, queue: most.queue, agent: most.agent, answeredAt: latest),
    .contactDiverted(contact: most.contact, queue: most.queue, to: most.queue),
    .refundDecided(
      contact: most.contact, queue: most.queue, agent: most.agent, amountInCents: (1 << 48) - 1, isGranted: true),
    .breakDelayed(agent: most.agent, activity: most.detail, dueAt: latest),
    .demandFactorDrawn(queue: most.queue, scope: .interval, group: 0xFFFF, millionths: 1 << 46),
    .agentResigned(agent: most.agent, team: most.detail), .agentHired(agent: most.agent, team: most.detail),
  ]

  @Test func `an event of any kind comes back from its record, small and extreme`() {
    #expect(Set(Self.extremes.map(\.kind)) == Set(EventKind.allCases))
    withEvery("event", in: Self.extremes + EventCatalogTests.examples) { event in
      for time in [SimulationTime.zero, .second(86_400), Self.latest] {
        let record = EventRecord(event, at: time)
        #expect(record.event == event)
        #expect(record.time == time.microseconds)
        #expect(record.word1 & 0xFF == 0, "the spare bits are zero")
      }
    }
  }

  @Test func `records of different events differ`() {
    let events = Self.extremes + EventCatalogTests.examples
    #expect(Set(events.map { EventRecord($0, at: .zero) }).count == Set(events).count)
  }

  @Test func `a record of an unknown kind has no event`() {
    let known = Set(EventKind.allCases.map(\.rawValue))
    withEvery("code", in: UInt8.min...UInt8.max) { code in
      #expect((EventRecord(word0: 0, word1: 0, word2: 1 << 8 | UInt64(code)).event == nil) == !known.contains(code))
    }
  }

  @Test func `a record is three words without padding`() {
    #expect(MemoryLayout<EventRecord>.size == 24 && MemoryLayout<EventRecord>.stride == 24)
    let record = EventRecord(
      kind: .contactAnswered, time: 0x0A0B_0C0D_0E0F, agent: 0x1112, reference: 0x0102_0304_0506, queue: 0x21,
      contact: 0x3132_3334)
    #expect(record.word0 == 0x0A0B_0C0D_0E0F_1112)
    #expect(record.word1 == 0x0102_0304_0506_2100)
    #expect(record.word2 == 0x3132_3334_0000_000A)
  }
}
