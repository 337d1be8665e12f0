public import ContactCenter

/// Checks a replication's log event by event against the laws that every log keeps.
///
/// Feed it the stream in order, in pieces of any size, and ask ``finish()`` at the end. It keeps what is open (who waits,
/// who talks, who is on a break) and nothing of what has ended. The switch over events has no default: a new kind of
/// event does not compile until it is said which laws it keeps.
///
/// With ``Routing`` it also checks that nobody idles while a contact waits that they could serve, and that contacts are
/// served in their turn. The log does not say when wrap-up begins, so an agent who ends a talk may be idle or wrapping
/// up; which of the two shows at the agent's next event, and idleness is judged then.
public struct LogInvariants: Sendable {
  /// What the laws of routing need to know of a plan.
  public struct Routing: Hashable, Sendable {
    public var queuesOfTeam: [[Int]]
    public var priorities: [Int]
    public var hasWrapUp: [Bool]
    /// Whether nothing but priority and arrival decides who is served: then turn and idleness can be judged.
    public var isPlain: Bool
    /// Contacts of each queue that an agent may hold at once.
    public var concurrency: [Int]
    /// The greatest of them among the queues of each team.
    public var hands: [Int]
    /// How long the dialer of each queue holds who has answered, at most.
    public var holds: [TimeSpan]
    /// Whether the work of each queue can wait.
    public var isDeferred: [Bool]
    public var factors: FactorPlaces

    public init(_ plan: SimulationPlan) {
      queuesOfTeam = plan.teams.map(\.queues)
      priorities = plan.queues.map(\.priority)
      hasWrapUp = plan.queues.map { $0.wrapUp != nil }
      isPlain = plan.isPlain
      let limits = plan.queues.map { $0.rules.concurrency?.limit ?? 1 }
      concurrency = limits
      hands = plan.teams.map { team in team.queues.map { limits[$0] }.max() ?? 1 }
      holds = plan.queues.map { $0.rules.dialing?.hold ?? .zero }
      isDeferred = plan.queues.map(\.rules.channel.isDeferred)
      factors = FactorPlaces(plan)
    }
  }

  /// What came of a log: who arrived, how they ended, who is inside at the end.
  public struct Outcome: Hashable, Sendable {
    public var arrived = 0
    public var completed = 0
    /// Hung up while waiting, or left at once instead of waiting.
    public var abandoned = 0
    public var disconnected = 0
    public var blocked = 0
    /// Left a message, or hung up on the promise to be called back.
    public var deferred = 0
    public var selfServed = 0
    /// Handed on or diverted: each arrives again as another contact.
    public var transferred = 0
    /// Outbound attempts that reached nobody or were dropped, talks that an outage cut.
    public var failed = 0
    /// Contacts that wait when the log ends, in order of arrival.
    public var waiting: [UInt32] = []
    /// Contacts in an agent's hands when the log ends, by agent.
    public var talking: [UInt32] = []
    /// Contacts in self-service when the log ends, in order of arrival.
    public var inSelfService: [UInt32] = []
    /// Contacts that the dialer tries to reach when the log ends.
    public var dialling: [UInt32] = []

    /// Contacts that have left the center.
    public var ended: Int {
      completed + abandoned + disconnected + blocked + deferred + selfServed + transferred + failed
    }
    /// Contacts that are still there at the end.
    public var inside: Int { waiting.count + talking.count + inSelfService.count + dialling.count }
    /// The first ``LogInvariants/mostViolations`` in the order of the stream.
    public var violations: [LogViolation] = []
  }

  public static let mostViolations = 100

  struct Waiting: Sendable {
    var queue: Int
    var since: Int64
  }

  let routing: Routing?
  var outcome = Outcome()
  var position = 0
  var time: Int64 = 0
  var event: Event?
  var horizon: Int64?
  var isOver = false
  /// The contact that arrived at this instant and is neither answered nor queued yet.
  var fresh: (contact: UInt32, queue: Int)?
  /// How it continues an earlier one.
  var freshCause: ContactLink.Cause?
  var waiting: [UInt32: Waiting] = [:]
  var inSelfService: [UInt32: Waiting] = [:]
  var dialling: [UInt32: Waiting] = [:]
  /// Queues that are down, and since when.
  var downSince: [Int: Int64] = [:]
  /// Callers whom such a queue has let in at this instant.
  var letIn: [UInt32] = []
  /// The contact that was last told how long it will wait.
  var informed: UInt32 = 0
  /// The contact whose talk ended last, and what was told of it since.
  var closed: UInt32?
  var told: Set<Telling> = []
  /// First contacts of those who have given up.
  var lost: Set<UInt32> = []
  var lines: [Line] = []
  /// Limits of time that run, by the contact with which they began.
  var limits: [LimitKey: RunningLimit] = [:]
  var agents: [Agent] = []
  /// Factors of the demand that were told, at this instant.
  var drawn: Set<Event> = []
  /// Agents who signed out at this instant with something in hand.
  var leavers: [Int] = []

  public init(routing: Routing? = nil) { self.routing = routing }

  /// Checks the next events of the stream. O(events).
  public mutating func check(_ records: UnsafeBufferPointer<EventRecord>) {
    for record in records { check(record) }
  }

  /// Checks an event that brings its position along.
  public mutating func check(_ recorded: RecordedEvent) {
    if recorded.position != position { report(.positionSkipped(expected: position), recorded.event) }
    check(EventRecord(recorded.event, at: recorded.time))
  }

  public mutating func check(_ record: EventRecord) {
    event = record.event
    defer { position += 1 }
    if record.time < time { report(.timeRanBack(from: SimulationTime(microseconds: time))) }
    if record.time > time { settle() }
    time = record.time
    guard let event else { return report(.unknownKind(code: record.kindCode)) }
    if EventRecord(event, at: SimulationTime(microseconds: time)) != record { report(.strayBits) }
    checkFrame(event)
    apply(event)
  }

  /// Ends the check.
  /// - Returns: the counts, who is inside, and every violation found, those that only the end shows included.
  public mutating func finish() -> Outcome {
    settle()
    event = nil
    if !isOver { report(.notFinished) }
    outcome.waiting = waiting.keys.sorted()
    outcome.talking = agents.flatMap { agent in
      if case .talking(let contact, _, _) = agent.work { return [contact] }
      return agent.hands.filter(\.isTalking).map(\.contact)
    }
    outcome.inSelfService = inSelfService.keys.sorted()
    outcome.dialling = dialling.keys.sorted()
    if outcome.ended + outcome.inside != outcome.arrived {
      report(.contactsDoNotAddUp(arrived: outcome.arrived, ended: outcome.ended, inside: outcome.inside))
    }
    return outcome
  }

  mutating func report(_ law: LogViolation.Law, _ event: Event? = nil) {
    guard outcome.violations.count < Self.mostViolations else { return }
    outcome.violations.append(
      LogViolation(
        position: position, time: SimulationTime(microseconds: time), event: event ?? self.event, law: law))
  }

  /// The stream begins with its start, once, and nothing follows its end.
  private mutating func checkFrame(_ event: Event) {
    if case .replicationStarted = event {
      if horizon != nil { report(.startedTwice) }
    } else if horizon == nil {
      report(.notStarted)
    }
    if isOver { report(.afterTheEnd) }
  }

  private mutating func apply(_ event: Event) {
    switch event {
    case .replicationStarted(let horizon): self.horizon = horizon.microseconds
    case .replicationFinished: finished()
    case .demandFactorDrawn(let queue, let scope, let group, millionths: _): factorIsDrawn(queue, scope, group)
    case .contactArrived(let contact, let queue): arrived(contact, queue)
    case .contactQueued(let contact, let queue, let place): queued(contact, queue, place)
    case .contactAnswered(let contact, let queue, let agent, let start): answered(contact, queue, agent, start)
    case .contactAbandoned(let contact, let queue, let start):
      if leavesLine(contact, queue, start) { outcome.abandoned += 1 }
    case .contactDisconnected(let contact, let queue, let start):
      if leavesLine(contact, queue, start) { outcome.disconnected += 1 }
    case .contactCompleted(let contact, let queue, let agent, let start):
      if talkEnds(contact, queue, agent, start) { outcome.completed += 1 }
    case .contactTransferred(let contact, let queue, let agent, let start, to: _):
      if talkEnds(contact, queue, agent, start) { outcome.transferred += 1 }
    case .contactLeftMessage(let contact, let queue, let start), .callbackPromised(let contact, let queue, let start):
      if leavesLine(contact, queue, start) { outcome.deferred += 1 }
    case .contactBlocked(let contact, let queue, let reason):
      if reason == .outage { checkIsDown(queue) }
      if takesFromDoor(contact, queue) { outcome.blocked += 1 }
    case .waitAnnounced(let contact, let queue, wait: _): announced(to: contact, queue)
    case .contactBalked(let contact, let queue): if takesFromDoor(contact, queue) { outcome.abandoned += 1 }
    case .contactLinked(let contact, let queue, let link): linked(contact, queue, link)
    case .selfServiceStarted(let contact, let queue): entersSelfService(contact, queue)
    case .contactSelfServed(let contact, let queue, let start): selfServed(contact, queue, start)
    case .selfServiceLeft(let contact, let queue, let start): leavesSelfService(contact, queue, start)
    case .customerLost(let contact, queue: _, let start): customerIsLost(contact, start)
    case .outcomeRecorded(let contact, queue: _, agent: _, isResolved: _): told(.outcome, of: contact)
    case .appointmentMade(let contact, queue: _, agent: _, isAccurate: _): told(.appointment, of: contact)
    case .satisfactionRated(let contact, queue: _, agent: _, let score):
      told(.satisfaction, of: contact, isInRange: (1...5).contains(score))
    case .recommendationRated(let contact, queue: _, agent: _, let score):
      told(.recommendation, of: contact, isInRange: (0...10).contains(score))
    case .qualityChecked(let contact, queue: _, agent: _, let passed, let criteria):
      told(.check, of: contact, isInRange: (1...100).contains(criteria) && (0...criteria).contains(passed))
    case .wrapUpStarted(let contact, let queue, let agent): wrapUpStarts(contact, queue, agent)
    case .outageStarted(let queue): outageStarts(queue)
    case .outageEnded(let queue, let start): outageEnds(queue, start)
    case .limitStarted(let contact, let queue, let limit, let due): limitStarts(contact, queue, limit, due)
    case .limitKept(let contact, let queue, let limit, isEscalation: _, let start):
      limitEnds(contact, queue, limit, start, isKept: true)
    case .limitMissed(let contact, let queue, let limit, isEscalation: _, let start):
      limitEnds(contact, queue, limit, start, isKept: false)
    case .attemptFailed(let contact, let queue, let agent, let start),
      .wrongPartyReached(let contact, let queue, let agent, let start):
      if talkEnds(contact, queue, agent, start) { outcome.failed += 1 }
    case .talkDropped(let contact, let queue, let agent, let start):
      checkIsDown(queue)
      if talkEnds(contact, queue, agent, start) { outcome.failed += 1 }
    case .dialStarted(let contact, let queue, let start): dialStarts(contact, queue, start)
    case .dialFailed(let contact, let queue, let start), .dialDropped(let contact, let queue, let start):
      dialEnds(contact, queue, start)
    case .contactDiverted(let contact, let queue, to: _):
      checkIsDown(queue)
      if takesFromDoor(contact, queue) { outcome.transferred += 1 }
    case .refundDecided(let contact, queue: _, agent: _, amountInCents: _, isGranted: _):
      if closed != contact { report(.contactNotThere) }
    case .wrapUpEnded(let contact, let queue, let agent, let start): wrapUpEnded(contact, queue, agent, start)
    case .agentSignedIn(let agent, let team): signedIn(agent, team)
    case .agentSignedOut(let agent, let team, let end): signedOut(agent, team, end)
    case .breakStarted(let agent, let activity): breakStarted(agent, activity)
    case .breakEnded(let agent, let activity, let start): breakEnded(agent, activity, start)
    case .breakDelayed(let agent, activity: _, let due): breakDelayed(agent, due)
    case .agentResigned(let agent, team: _): changePlace(of: agent, isEmpty: true)
    case .agentHired(let agent, team: _): changePlace(of: agent, isEmpty: false)
    }
  }

  /// What must be in order before time moves on.
  private mutating func settle() {
    if let fresh {
      checkHorizon()
      report(.contactLost(fresh.contact))
      self.fresh = nil
    }
    closed = nil
    settleEntries()
    drawn.removeAll(keepingCapacity: true)
    for agent in leavers where !agents[agent].isSignedIn {
      if case .talking(let contact, _, _) = agents[agent].work { report(.leftContact(agent: agent, contact: contact)) }
      if let hand = agents[agent].hands.first { report(.leftContact(agent: agent, contact: hand.contact)) }
      agents[agent].work = .none  // Who left after a talk had no wrap-up.
    }
    leavers.removeAll(keepingCapacity: true)
  }

  private mutating func finished() {
    for agent in agents.indices where isCertainlyIdle(agent) { judgeIdleness(of: agent, isEnd: true) }
    isOver = true
  }
}
