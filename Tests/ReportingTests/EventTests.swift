import ContactCenter
import EventLog
import Foundation
import Reporting
import Testing

struct EventTests {
  private let names = EventNames(
    scenario: Samples.scenario(),
    plan: SimulationPlan(
      horizon: SimulationTime(microseconds: 86_400_000_000), dayStarts: [.zero], interval: .minutes(30), arrivals: [],
      queues: [], teams: [.init(queues: [0])], agents: [.init(team: 0), .init(team: 0)], duties: [], absences: [],
      activities: ["lunch"], disconnects: []))

  private func at(_ seconds: Double) -> SimulationTime { SimulationTime(microseconds: Int64(seconds * 1e6)) }

  private var life: [RecordedEvent] {
    let start = 37_864.21
    return [
      RecordedEvent(position: 10, time: at(start), event: .contactArrived(contact: 412, queue: 0)),
      RecordedEvent(position: 11, time: at(start), event: .contactQueued(contact: 412, queue: 0, position: 3)),
      RecordedEvent(
        position: 14, time: at(start + 41.7),
        event: .contactAnswered(contact: 412, queue: 0, agent: 1, queuedAt: at(start))),
      RecordedEvent(
        position: 90, time: at(start + 900),
        event: .contactCompleted(contact: 412, queue: 0, agent: 1, answeredAt: at(start + 41.7))),
      RecordedEvent(
        position: 99, time: at(start + 940),
        event: .wrapUpEnded(contact: 412, queue: 0, agent: 1, talkEndedAt: at(start + 900))),
    ]
  }

  @Test func `a contact's life reads from arrival to wrap-up`() throws {
    let story = ContactStory(replication: 0, contact: 412, events: life, names: names)
    #expect(Samples.text(story) == (try Samples.expected("story.text", recording: Samples.text(story))))
  }

  @Test func `a contact that is lost says after how long`() {
    let events = [
      life[0],
      RecordedEvent(
        position: 20, time: at(37_864.21 + 75),
        event: .contactAbandoned(contact: 412, queue: 0, queuedAt: at(37_864.21))),
    ]
    let text = Samples.text(ContactStory(replication: 0, contact: 412, events: events, names: names))
    #expect(text.hasSuffix("+1m15s    abandoned  main  hung up after 1m15s\n"))
  }

  @Test func `every kind of event is told by every format, one line each`() throws {
    let since = at(60)
    let events: [Event] = [
      .replicationStarted(horizon: at(86_400)), .contactArrived(contact: 1, queue: 0),
      .contactQueued(contact: 1, queue: 0, position: 1),
      .contactAnswered(contact: 1, queue: 0, agent: 0, queuedAt: since),
      .contactAbandoned(contact: 1, queue: 0, queuedAt: since),
      .contactDisconnected(contact: 1, queue: 0, queuedAt: since),
      .contactCompleted(contact: 1, queue: 0, agent: 0, answeredAt: since),
      .wrapUpEnded(contact: 1, queue: 0, agent: 0, talkEndedAt: since), .agentSignedIn(agent: 1, team: 0),
      .agentSignedOut(agent: 1, team: 0, scheduledEnd: since), .breakStarted(agent: 1, activity: 0),
      .breakEnded(agent: 1, activity: 0, startedAt: since), .contactBlocked(contact: 1, queue: 0, reason: .trunksBusy),
      .contactLinked(contact: 2, queue: 0, link: .init(cause: .redial, previous: 1, rank: 1)),
      .waitAnnounced(contact: 1, queue: 0, wait: .seconds(90)), .contactBalked(contact: 1, queue: 0),
      .contactLeftMessage(contact: 1, queue: 0, queuedAt: since),
      .callbackPromised(contact: 1, queue: 0, queuedAt: since), .selfServiceStarted(contact: 1, queue: 0),
      .contactSelfServed(contact: 1, queue: 0, startedAt: since),
      .selfServiceLeft(contact: 1, queue: 0, startedAt: since),
      .customerLost(contact: 1, queue: 0, arrivedAt: since),
      .contactTransferred(contact: 1, queue: 0, agent: 0, answeredAt: since, to: 0),
      .wrapUpStarted(contact: 1, queue: 0, agent: 0),
      .outcomeRecorded(contact: 1, queue: 0, agent: 0, isResolved: true), .outageStarted(queue: 0),
      .outageEnded(queue: 0, startedAt: since), .limitStarted(contact: 1, queue: 0, limit: .done, dueAt: at(3_600)),
      .limitKept(contact: 1, queue: 0, limit: .answered, isEscalation: true, startedAt: since),
      .limitMissed(contact: 1, queue: 0, limit: .done, isEscalation: false, startedAt: since),
      .refundDecided(contact: 1, queue: 0, agent: 0, amountInCents: 4_250, isGranted: true),
      .satisfactionRated(contact: 1, queue: 0, agent: 0, score: 4),
      .recommendationRated(contact: 1, queue: 0, agent: 0, score: 9),
      .appointmentMade(contact: 1, queue: 0, agent: 0, isAccurate: true),
      .qualityChecked(contact: 1, queue: 0, agent: 0, passed: 18, criteria: 20),
      .attemptFailed(contact: 1, queue: 0, agent: 0, answeredAt: since),
      .wrongPartyReached(contact: 1, queue: 0, agent: 0, answeredAt: since),
      .dialStarted(contact: 1, queue: 0, queuedAt: since), .dialFailed(contact: 1, queue: 0, startedAt: since),
      .dialDropped(contact: 1, queue: 0, startedAt: since),
      .talkDropped(contact: 1, queue: 0, agent: 0, answeredAt: since), .contactDiverted(contact: 1, queue: 0, to: 0),
      .breakDelayed(agent: 1, activity: 0, dueAt: since), .agentResigned(agent: 1, team: 0),
      .agentHired(agent: 1, team: 0), .demandFactorDrawn(queue: 0, scope: .day, group: 0, millionths: 1_172_500),
      .replicationFinished,
    ]
    #expect(Set(events.map(\.kind)) == Set(EventKind.allCases))
    for format in EventFormatCatalog.all {
      let lines = events.enumerated().map { index, event in
        format.line(RecordedEvent(position: index, time: at(90), event: event), names)
      }
      #expect(
        (format.header ?? "") + lines.joined()
          == (try Samples.expected("events.\(format.name)", recording: (format.header ?? "") + lines.joined())),
        "\(format.name)")
    }
  }

  @Test func `a number without a name is shown as a number`() {
    let line = EventText().line(
      RecordedEvent(position: 0, time: at(0), event: .agentSignedIn(agent: 9, team: 7)), names)
    #expect(line == "Mon 00:00:00.000  agent_signed_in       #9  #7\n")
  }
}
