import BusyHourTesting
import ContactCenter
import EventLog
import Testing

@Suite(.labelled)
struct LogInvariantsTests {
  /// Two agents of one team, one queue without wrap-up, one with; queue 1 is served first.
  static let routing = LogInvariants.Routing(twoQueues)
  static let twoQueues: SimulationPlan = {
    var plan = SimulationPlan.line(contacts: 1, handleTime: .deterministic(.seconds(1)), agents: 2)
    plan.queues.append(plan.queues[0])
    plan.queues[0].priority = 1
    plan.queues[1].wrapUp = .deterministic(.seconds(1))
    plan.teams = [.init(queues: [0, 1]), .init(queues: [1])]
    return plan
  }()

  /// A whole small day that keeps every law and has every kind of event.
  static var goodDay: LogBuilder {
    var log = LogBuilder(horizon: 100)
    log.at(0, .agentSignedIn(agent: 0, team: 0), .agentSignedIn(agent: 1, team: 0))
    log.at(0, .breakStarted(agent: 1, activity: 2))
    log.at(5, .contactArrived(contact: 1, queue: 0))
    log.at(5, .contactAnswered(contact: 1, queue: 0, agent: 0, queuedAt: .second(5)))
    log.at(6, .contactArrived(contact: 2, queue: 0), .contactQueued(contact: 2, queue: 0, position: 1))
    log.at(7, .contactArrived(contact: 3, queue: 0), .contactQueued(contact: 3, queue: 0, position: 2))
    log.at(8, .contactArrived(contact: 4, queue: 1), .contactQueued(contact: 4, queue: 1, position: 1))
    log.at(9, .contactAbandoned(contact: 2, queue: 0, queuedAt: .second(6)))
    log.at(10, .contactCompleted(contact: 1, queue: 0, agent: 0, answeredAt: .second(5)))
    log.at(10, .contactAnswered(contact: 4, queue: 1, agent: 0, queuedAt: .second(8)))
    log.at(20, .contactCompleted(contact: 4, queue: 1, agent: 0, answeredAt: .second(10)))
    log.at(20, .agentSignedOut(agent: 0, team: 0, scheduledEnd: .second(18)), .agentSignedIn(agent: 0, team: 0))
    log.at(22, .wrapUpEnded(contact: 4, queue: 1, agent: 0, talkEndedAt: .second(20)))
    log.at(22, .contactAnswered(contact: 3, queue: 0, agent: 0, queuedAt: .second(7)))
    log.at(30, .breakEnded(agent: 1, activity: 2, startedAt: .zero))
    log.at(30, .agentSignedOut(agent: 1, team: 0, scheduledEnd: .second(30)))
    log.at(31, .contactArrived(contact: 5, queue: 0), .contactQueued(contact: 5, queue: 0, position: 1))
    log.at(32, .contactDisconnected(contact: 5, queue: 0, queuedAt: .second(31)))
    log.at(33, .contactCompleted(contact: 3, queue: 0, agent: 0, answeredAt: .second(22)))
    log.at(40, .agentSignedOut(agent: 0, team: 0, scheduledEnd: .second(40)), .replicationFinished)
    return log
  }

  @Test func `a day with every kind of event of a plain plan keeps all laws`() {
    let records = Self.goodDay.records
    // Codes 15 to 23 and from 28 on come from rules and conduct; random plans with them cover those.
    let plain = EventKind.allCases.map(\.rawValue).filter { $0 < 15 || (24...27).contains($0) }
    #expect(Set(records.map(\.kindCode)) == Set(plain))
    let outcome = LogInvariants.outcome(of: records, plan: Self.twoQueues)
    #expect(outcome.violations == [])
    #expect((outcome.arrived, outcome.completed, outcome.abandoned, outcome.disconnected) == (5, 3, 1, 1))
    #expect(outcome.waiting.isEmpty && outcome.talking.isEmpty)
  }

  @Test func `a wait is announced at the door, in the contact's queue and once`() {
    func laws(_ announcement: Event, again: Event? = nil, after: Event? = nil) -> [LogViolation.Law] {
      var log = LogBuilder(horizon: 100)
      log.at(2, .contactArrived(contact: 1, queue: 0), announcement)
      if let again { log.at(2, again) }
      log.at(2, .contactQueued(contact: 1, queue: 0, position: 1))
      if let after { log.at(3, after) }
      log.at(4, .replicationFinished)
      return LogInvariants.outcome(of: log.records, plan: Self.twoQueues).violations.map(\.law)
    }
    func told(_ contact: UInt32 = 1, _ queue: Int = 0) -> Event {
      .waitAnnounced(contact: contact, queue: queue, wait: .seconds(30))
    }
    #expect(laws(told()) == [])
    #expect(laws(told(), again: told()) == [.announcedTwice(contact: 1)])
    #expect(laws(told(2)) == [.contactNotThere])
    #expect(laws(told(), after: told()) == [.contactNotThere])
    #expect(laws(told(1, 1)) == [.wrongQueue(expected: 0)])
  }

  @Test func `the end says who is inside`() {
    var log = LogBuilder(horizon: 100)
    log.at(1, .agentSignedIn(agent: 3, team: 0))
    log.at(2, .contactArrived(contact: 1, queue: 0))
    log.at(2, .contactAnswered(contact: 1, queue: 0, agent: 3, queuedAt: .second(2)))
    for contact in UInt32(2)...4 {
      log.at(4, .contactArrived(contact: contact, queue: 0))
      log.at(4, .contactQueued(contact: contact, queue: 0, position: Int(contact) - 1))
    }
    log.at(4, .replicationFinished)
    let outcome = LogInvariants.outcome(of: log.records, plan: Self.twoQueues)
    #expect(outcome.violations == [])
    #expect(outcome.talking == [1])
    #expect(outcome.waiting == [2, 3, 4])
  }

  /// Changes of the good day, each with the first law that it breaks.
  static let changes: [(name: String, law: LogViolation.Law, change: @Sendable (inout [EventRecord]) -> Void)] = [
    ("no start", .notStarted, { $0.removeFirst() }),
    ("two starts", .startedTwice, { $0.insert($0[0], at: 1) }),
    ("no end", .notFinished, { $0.removeLast() }),
    ("an event after the end", .afterTheEnd, { $0.append($0.last!) }),
    (
      "time runs back", .timeRanBack(from: .second(5)),
      { $0.set(5, .contactAnswered(contact: 1, queue: 0, agent: 0, queuedAt: .second(5)), at: 4) }
    ),
    ("an unknown kind", .unknownKind(code: 5), { $0.insert(EventRecord(word0: 0, word1: 0, word2: 5), at: 1) }),
    ("a bit of a field that the kind lacks", .strayBits, { $0[4].word1 |= 1 << 20 }),
    (
      "a contact number left out", .contactOutOfSequence(expected: 2),
      { $0.set(6, .contactArrived(contact: 3, queue: 0), at: 6) }
    ),
    (
      "an arrival after the horizon", .arrivedAfterHorizon(.second(4)),
      { $0.set(0, .replicationStarted(horizon: .second(4)), at: 0) }
    ),
    ("an arrival without consequence", .contactLost(2), { $0.remove(at: 7) }),
    (
      "a contact queued in another queue", .wrongQueue(expected: 0),
      { $0.set(7, .contactQueued(contact: 2, queue: 1, position: 1), at: 6) }
    ),
    (
      "a wrong place in the line", .wrongPosition(expected: 2),
      { $0.set(9, .contactQueued(contact: 3, queue: 0, position: 1), at: 7) }
    ),
    (
      "abandoned without waiting", .contactNotThere,
      { $0.set(12, .contactAbandoned(contact: 1, queue: 0, queuedAt: .second(5)), at: 9) }
    ),
    (
      "abandoned with a wrong begin of the wait", .wrongReference(expected: .second(6)),
      { $0.set(12, .contactAbandoned(contact: 2, queue: 0, queuedAt: .second(5)), at: 9) }
    ),
    (
      "abandoned from another queue", .wrongQueue(expected: 0),
      { $0.set(12, .contactAbandoned(contact: 2, queue: 1, queuedAt: .second(6)), at: 9) }
    ),
    (
      "answered at once with a wrong begin", .wrongReference(expected: .second(5)),
      { $0.set(5, .contactAnswered(contact: 1, queue: 0, agent: 0, queuedAt: .second(4)), at: 5) }
    ),
    (
      "answered after a wait with a wrong begin", .wrongReference(expected: .second(8)),
      { $0.set(14, .contactAnswered(contact: 4, queue: 1, agent: 0, queuedAt: .second(10)), at: 10) }
    ),
    (
      "answered by somebody away", .agentAway,
      { $0.set(5, .contactAnswered(contact: 1, queue: 0, agent: 7, queuedAt: .second(5)), at: 5) }
    ),
    (
      "answered on a break", .agentOnBreak,
      { $0.set(5, .contactAnswered(contact: 1, queue: 0, agent: 1, queuedAt: .second(5)), at: 5) }
    ),
    ("answered with a contact in hand", .agentHolds(contact: 1), { $0.remove(at: 13) }),
    (
      "completed by another agent", .agentHoldsNot,
      { $0.set(13, .contactCompleted(contact: 1, queue: 0, agent: 1, answeredAt: .second(5)), at: 10) }
    ),
    (
      "completed with a wrong begin of the talk", .wrongReference(expected: .second(5)),
      { $0.set(13, .contactCompleted(contact: 1, queue: 0, agent: 0, answeredAt: .second(6)), at: 10) }
    ),
    (
      "completed in another queue", .wrongQueue(expected: 0),
      { $0.set(13, .contactCompleted(contact: 1, queue: 1, agent: 0, answeredAt: .second(5)), at: 10) }
    ),
    (
      "wrap-up by another agent", .agentHoldsNot,
      { $0.set(18, .wrapUpEnded(contact: 4, queue: 1, agent: 1, talkEndedAt: .second(20)), at: 22) }
    ),
    (
      "wrap-up of another contact", .agentHoldsNot,
      { $0.set(18, .wrapUpEnded(contact: 1, queue: 1, agent: 0, talkEndedAt: .second(20)), at: 22) }
    ),
    (
      "wrap-up with a wrong begin", .wrongReference(expected: .second(20)),
      { $0.set(18, .wrapUpEnded(contact: 4, queue: 1, agent: 0, talkEndedAt: .second(21)), at: 22) }
    ),
    ("wrap-up by somebody who left", .agentHoldsNot, { $0.remove(at: 17) }),
    ("signed in twice", .signedInTwice, { $0.insert($0[1], at: 2) }),
    ("signed out twice", .agentAway, { $0.insert($0[16], at: 17) }),
    (
      "signed out of another team", .wrongTeam(expected: 0),
      { $0.set(16, .agentSignedOut(agent: 0, team: 1, scheduledEnd: .second(18)), at: 20) }
    ),
    ("signed out during a break", .agentOnBreak, { $0.remove(at: 20) }),
    (
      "signed out before the planned end", .scheduledEndAhead,
      { $0.set(16, .agentSignedOut(agent: 0, team: 0, scheduledEnd: .second(21)), at: 20) }
    ),
    (
      "gone with a contact in hand", .leftContact(agent: 0, contact: 1),
      { $0.insert(EventRecord(.agentSignedOut(agent: 0, team: 0, scheduledEnd: .second(5)), at: .second(5)), at: 6) }
    ),
    ("two breaks at once", .agentOnBreak, { $0.insert($0[3], at: 4) }),
    (
      "a break of another activity ends", .wrongActivity(expected: 2),
      { $0.set(20, .breakEnded(agent: 1, activity: 1, startedAt: .zero), at: 30) }
    ),
    (
      "a break ends that began at another time", .wrongReference(expected: .zero),
      { $0.set(20, .breakEnded(agent: 1, activity: 2, startedAt: .second(1)), at: 30) }
    ),
    (
      "a break ends that never began", .noBreak,
      { $0.insert(EventRecord(.breakEnded(agent: 0, activity: 2, startedAt: .zero), at: .zero), at: 4) }
    ),
    (
      "a break is told to be late that is not", .notDelayed,
      {
        $0.insert(EventRecord(.breakDelayed(agent: 0, activity: 2, dueAt: .zero), at: .zero), at: 3)
      }
    ),
    (
      "somebody takes a place that is not empty", .placeIsTaken,
      { $0.insert(EventRecord(.agentHired(agent: 0, team: 0), at: .zero), at: 3) }
    ),
    (
      "an empty place comes to work", .placeIsEmpty,
      { $0.insert(EventRecord(.agentResigned(agent: 0, team: 0), at: .zero), at: 1) }
    ),
    (
      "a factor that the plan does not draw", .noSuchFactor,
      {
        let event = Event.demandFactorDrawn(queue: 0, scope: .day, group: 0, millionths: 1_000_000)
        $0.insert(EventRecord(event, at: .zero), at: 1)
      }
    ),
    (
      "the lower priority first", .outOfTurn(expected: 4),
      { $0.set(14, .contactAnswered(contact: 3, queue: 0, agent: 0, queuedAt: .second(7)), at: 10) }
    ),
    (
      "a team that does not serve the queue", .notServed(byTeam: 1),
      { $0.set(1, .agentSignedIn(agent: 0, team: 1), at: 0) }
    ),
    (
      "idle while somebody waits", .idleWhileWaiting(agent: 1, queue: 0),
      {
        $0.remove(at: 3)
        $0.removeAll { $0.event == .breakEnded(agent: 1, activity: 2, startedAt: .zero) }
      }
    ),
  ]

  @Test func `every broken law is named, where it is broken first`() {
    withEvery("change", in: Self.changes.map(\.name)) { name in
      let change = Self.changes.first { $0.name == name }!
      var records = Self.goodDay.records
      change.change(&records)
      let violations = LogInvariants.outcome(of: records, plan: Self.twoQueues).violations
      #expect(violations.first?.law == change.law, "\(violations.prefix(3))")
    }
  }

  @Test func `a factor of the demand is told once`() {
    let event = Event.demandFactorDrawn(queue: 0, scope: .day, group: 0, millionths: 1_000_000)
    var log = LogBuilder(horizon: 10)
    log.at(0, event, event)
    log.at(10, .replicationFinished)
    #expect(LogInvariants.outcome(of: log.records).violations.map(\.law) == [.factorDrawnTwice])
  }

  @Test func `a log read with positions may not skip one`() {
    let records = Self.goodDay.records.enumerated().filter { $0.offset != 8 && $0.offset != 9 }
    var invariants = LogInvariants()
    for (position, record) in records {
      invariants.check(
        RecordedEvent(position: position, time: SimulationTime(microseconds: record.time), event: record.event!))
    }
    #expect(invariants.finish().violations.first?.law == .positionSkipped(expected: 8))
  }

  @Test func `an idle agent is found where a wrap-up would have excused them`() {
    var log = LogBuilder(horizon: 100)
    log.at(0, .agentSignedIn(agent: 0, team: 0), .contactArrived(contact: 1, queue: 1))
    log.at(0, .contactAnswered(contact: 1, queue: 1, agent: 0, queuedAt: .zero))
    log.at(1, .contactArrived(contact: 2, queue: 0), .contactQueued(contact: 2, queue: 0, position: 1))
    log.at(5, .contactCompleted(contact: 1, queue: 1, agent: 0, answeredAt: .zero))
    var excused = log
    excused.at(9, .wrapUpEnded(contact: 1, queue: 1, agent: 0, talkEndedAt: .second(5)))
    for (log, laws) in [(log, [LogViolation.Law.idleWhileWaiting(agent: 0, queue: 0)]), (excused, [])] {
      var log = log
      log.at(9, .contactAnswered(contact: 2, queue: 0, agent: 0, queuedAt: .second(1)))
      log.at(10, .contactCompleted(contact: 2, queue: 0, agent: 0, answeredAt: .second(9)), .replicationFinished)
      #expect(LogInvariants.outcome(of: log.records, plan: Self.twoQueues).violations.map(\.law) == laws)
    }
  }

  /// Contact 1 talks when queue 0 goes down, and is cut; contact 2 meets a busy signal, and contact 3 is sent on; contact 4
  /// is a callback, which waits for the end.
  static var outage: LogBuilder {
    var log = LogBuilder(horizon: 100)
    log.at(0, .agentSignedIn(agent: 0, team: 0), .contactArrived(contact: 1, queue: 0))
    log.at(0, .contactAnswered(contact: 1, queue: 0, agent: 0, queuedAt: .zero))
    log.at(10, .outageStarted(queue: 0), .talkDropped(contact: 1, queue: 0, agent: 0, answeredAt: .zero))
    log.at(20, .contactArrived(contact: 2, queue: 0), .contactBlocked(contact: 2, queue: 0, reason: .outage))
    log.at(30, .contactArrived(contact: 3, queue: 0), .contactDiverted(contact: 3, queue: 0, to: 1))
    log.at(40, .contactArrived(contact: 4, queue: 0))
    log.at(40, .contactLinked(contact: 4, queue: 0, link: ContactLink(cause: .callback, previous: 2, rank: 1)))
    log.at(40, .contactQueued(contact: 4, queue: 0, position: 1))
    log.at(50, .outageEnded(queue: 0, startedAt: .second(10)))
    log.at(50, .contactAnswered(contact: 4, queue: 0, agent: 0, queuedAt: .second(40)))
    log.at(60, .contactCompleted(contact: 4, queue: 0, agent: 0, answeredAt: .second(50)), .replicationFinished)
    return log
  }

  /// Changes of a day with an outage, each with a law that it breaks.
  static let outageChanges: [(name: String, law: LogViolation.Law, change: @Sendable (inout [EventRecord]) -> Void)] = [
    ("answered meanwhile", .queueIsDown, { $0.swapAt(13, 14) }),
    ("let in meanwhile", .queueIsDown, { $0.remove(at: 11) }),
    ("a talk is cut without an outage", .queueIsUp, { $0.swapAt(4, 5) }),
    ("a busy signal of no outage", .queueIsUp, { $0.removeSubrange(4...5) }),
    ("sent on without an outage", .queueIsUp, { $0.removeSubrange(4...7) }),
    ("an outage begins twice", .queueIsDown, { $0.insert($0[4], at: 5) }),
    ("an outage ends that is not there", .queueIsUp, { $0.insert($0[13], at: 14) }),
    (
      "an outage ends that began at another time", .wrongReference(expected: .second(10)),
      { $0.set(13, .outageEnded(queue: 0, startedAt: .second(9)), at: 50) }
    ),
  ]

  @Test func `a queue that is down lets nobody in, and nothing else cuts or sends on`() {
    var plan = Self.twoQueues
    plan.outages = [Outage(time: TimeStretch(start: .second(10), end: .second(50)), queues: [0])]
    #expect(LogInvariants.outcome(of: Self.outage.records, plan: plan).violations == [])
    withEvery("change", in: Self.outageChanges.map(\.name)) { name in
      let change = Self.outageChanges.first { $0.name == name }!
      var records = Self.outage.records
      change.change(&records)
      let violations = LogInvariants.outcome(of: records, plan: plan).violations
      #expect(violations.contains { $0.law == change.law }, "\(violations.prefix(3))")
    }
  }

  @Test func `a damaged log of any kind is checked without a trap`() {
    withEvery("seed", in: 0..<200) { seed in
      var random = RepeatableRandom(seed: seed)
      var records = Self.goodDay.records
      for _ in 0..<random.whole(1...8) {
        let place = random.whole(0...(records.count - 1))
        switch random.whole(0...3) {
        case 0: records.remove(at: place)
        case 1: records.swapAt(place, random.whole(0...(records.count - 1)))
        case 2: records[place].word0 ^= 1 << UInt64(random.whole(0...63))
        default: records[place].word2 ^= 1 << UInt64(random.whole(0...63))
        }
      }
      let outcome = LogInvariants.outcome(of: records)
      #expect(outcome.violations.count <= LogInvariants.mostViolations)
    }
  }
}

extension [EventRecord] {
  fileprivate mutating func set(_ index: Int, _ event: Event, at second: Int64) {
    self[index] = EventRecord(event, at: .second(second))
  }
}
