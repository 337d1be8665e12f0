public import ContactCenter
public import EventLog
internal import Randomness

/// The discrete-event core: (plan, seed, replication) -> log, and nothing else.
///
/// A simulator is made once for a plan and used for any number of replications. ``start(seed:replication:)`` begins one;
/// ``advance(into:)`` writes its next events until the buffer is full or the replication is over. It keeps no figures:
/// whatever a reader wants to know is in the events.
///
/// Events at one instant happen in this order: ends of talk, wrap-up and breaks (by agent); factors of the demand; duties of
/// the plan (in its order), then timers of rules (in the order in which they were set); ends of patience (by contact); arrivals (by stream). So a caller whose patience ends at the instant at which
/// an agent becomes free is answered, and an agent who signs in at that instant serves the line first.
///
/// Methods that only look are mutating too: to lend a value that cannot be copied, the compiler moves all of it, a
/// kilobyte here, out and back.
public struct Simulator: ~Copyable {
  /// No event lies at or beyond this instant, about 4.5 years: whoever is inside then stays inside.
  static let endOfTime: Int64 = 1 << 47

  let plan: SimulationPlan
  let duties: UnsafeMutablePointer<SimulationPlan.Duty>
  let dutyCount: Int
  let arrivals: UnsafeMutablePointer<ArrivalProcess>
  let streamCount: Int
  let agents: UnsafeMutablePointer<AgentState>
  let routing: RoutingTable
  var completions: CompletionTree
  var waiting: WaitingLines
  var idle: IdleAgents
  var pendingBreaks: [PendingBreak] = []
  var absences: AbsenceDraws
  var conduct: ConductBook

  // Rules beyond waiting and answering; all of it idle in a plain plan.
  let isPlain: Bool
  let rules: RuleBook
  var customers = CustomerPool()
  var timers = Timers()
  var laterDraws = LaterDraws()
  /// Agents who hold contacts and may take another.
  var open: IdleAgents
  var lines: LineState

  let demandFactors: DemandFactors
  /// Those of this replication, told when the clock comes to them.
  var drawnFactors: [EventRecord] = []
  var nextFactor = 0

  let hasSingleLine: Bool
  var singleLine: SingleLine

  var nextDuty = 0
  var nextDutyTime = Int64.max
  var nextDisconnect = 0
  var nextStream = 0
  var nextArrivalTime = Int64.max
  var lastContact: UInt32 = 0
  var clock: Int64 = 0
  var phase = Phase.finished

  enum Phase {
    case starting
    /// Step by step.
    case running
    /// Something has changed by plan: may the quick way be taken?
    case considering
    case singleLine
    case finished
  }
  struct PendingBreak {
    var agent: Int
    var activity: Int
    /// `nil`: away until sign-out.
    var length: Int64?
    /// When it was due, of a break of the schedule that waits for the end of a contact; -1 for others.
    var due: Int64 = -1
  }

  /// - Parameter stepByStep: never to take the quick way that some plans allow; the log is the same.
  /// - Throws: ``SimulationPlanError`` where the plan exceeds what a log can hold, or refers to what it lacks.
  public init(plan: SimulationPlan, stepByStep: Bool = false) throws(SimulationPlanError) {
    try plan.validate()
    var laws: [CompiledLaws] = []
    for stream in plan.arrivals {
      laws.append(try CompiledLaws(queues: plan.queues, mix: stream.mix, process: stream.process))
    }
    let book = try RuleBook(plan)
    self.plan = plan
    dutyCount = plan.duties.count
    duties = .allocate(capacity: dutyCount + 1)
    for (index, duty) in plan.duties.enumerated() { (duties + index).initialize(to: duty) }
    isPlain = plan.isPlain && plan.hasPlainConduct
    rules = book
    lines = LineState(plan)
    absences = AbsenceDraws(plan)
    conduct = ConductBook(plan)
    let (hands, teams) = (rules.handCount, plan.teams.count)
    // Behind the agents and their hands lie the states that close the lines of idle and of open agents.
    agents = .allocate(capacity: max(1, hands + 2 * teams))
    idle = IdleAgents(teamCount: teams, firstClosing: hands)
    open = IdleAgents(teamCount: teams, firstClosing: hands + teams)
    streamCount = plan.arrivals.count
    arrivals = .allocate(capacity: max(1, streamCount))
    for (index, stream) in plan.arrivals.enumerated() {
      (arrivals + index).initialize(to: ArrivalProcess(stream, at: index, of: plan, laws: laws[index]))
    }
    demandFactors = DemandFactors(plan)
    routing = RoutingTable(plan: plan)
    completions = CompletionTree(agentCount: rules.handCount)
    waiting = WaitingLines(queueCount: rules.lineCount)
    hasSingleLine = plan.isSingleLine && !stepByStep
    singleLine = SingleLine(agentCount: hasSingleLine ? plan.agents.count : 0)
  }

  deinit {
    duties.deinitialize(count: dutyCount)
    duties.deallocate()
    arrivals.deinitialize(count: plan.arrivals.count)
    arrivals.deallocate()
    agents.deallocate()
  }

  /// Begins replication number `replication` (from 0) with everybody away and nobody waiting.
  public mutating func start(seed: UInt64, replication: Int) {
    let number = UInt64(replication)
    for (hand, owner) in rules.ownerOfHand.enumerated() {
      (agents + hand).initialize(to: AgentState(team: plan.agents[owner].team, owner: owner))
    }
    for index in plan.arrivals.indices {
      arrivals[index].start(seed: seed, replication: number)
    }
    absences.start(seed: seed, replication: number)
    conduct.start(seed: seed, replication: number)
    completions.removeAll()
    waiting.removeAll()
    idle.removeAll(in: agents)
    pendingBreaks.removeAll(keepingCapacity: true)
    drawnFactors = demandFactors.events(seed: seed, replication: replication)
    (nextDuty, nextDisconnect, nextFactor, lastContact, clock) = (0, 0, 0, 0, 0)
    if !isPlain { startRules(seed: seed, replication: number) }
    nextDutyTime = dutyTime()
    chooseNextStream()
    phase = .starting
  }

  /// Writes the next events of the replication to the end of `buffer`.
  /// - Returns: false when the replication is over and its last event is written.
  public mutating func advance(into buffer: inout EventBuffer) -> Bool {
    if phase == .running, hasSingleLine { phase = .considering }
    while phase != .finished {
      guard buffer.hasRoom else { return true }
      switch phase {
      case .starting:
        buffer.append(EventRecord(kind: .replicationStarted, time: 0, reference: plan.horizon.microseconds))
        phase = .running
      case .running: if isPlain { play(isPlain: true, into: &buffer) } else { play(isPlain: false, into: &buffer) }
      case .considering: phase = entersSingleLine() ? .singleLine : .running
      case .singleLine: playSingleLine(into: &buffer)
      case .finished: break
      }
    }
    return false
  }

  /// Goes on step by step.
  /// - Parameter isPlain: a constant, so that the loop of plain plans is small: what only rules need is not in it, and what
  ///   is rare is a call.
  @inline(__always) private mutating func play(isPlain: Bool, into buffer: inout EventBuffer) {
    while phase == .running, buffer.hasRoom { step(isPlain: isPlain, into: &buffer) }
  }

  /// The one place that decides what happens next.
  @inline(__always) private mutating func step(isPlain: Bool, into buffer: inout EventBuffer) {
    let completion = Int64(bitPattern: completions.first &>> 16)  // `never` becomes 2^48 - 1, beyond the end of time.
    let turn = min(nextDutyTime, waiting.firstDeadline)
    if completion <= min(nextArrivalTime, turn) {
      guard completion < Self.endOfTime else { return finish(into: &buffer) }
      clock = completion
      let agent = Int(completions.first & 0xFFFF)
      if isPlain { plainActivityEnds(agent, into: &buffer) } else { activityEnds(agent, into: &buffer) }
    } else if nextArrivalTime < turn {
      clock = nextArrivalTime
      contactArrives(isPlain: isPlain, into: &buffer)
    } else {
      takeTurn(into: &buffer)
    }
  }

  /// A duty, a timer, or an end of patience.
  @inline(never) private mutating func takeTurn(into buffer: inout EventBuffer) {
    if nextDutyTime > waiting.firstDeadline { return patienceEnds(into: &buffer) }
    guard nextDutyTime < Self.endOfTime else { return finish(into: &buffer) }
    takeDuty(into: &buffer)
  }

  @inline(never) mutating func finish(into buffer: inout EventBuffer) {
    buffer.append(EventRecord(kind: .replicationFinished, time: clock))
    phase = .finished
  }
}

// MARK: - Contacts

extension Simulator {
  @inline(__always) private mutating func contactArrives(isPlain: Bool, into buffer: inout EventBuffer) {
    let stream = arrivals + nextStream
    if stream.pointee.isTurnedAway { return turnAway(into: &buffer) }
    if !isPlain { return customerArrives(into: &buffer) }
    let index = stream.pointee.index
    let queue = Int(stream.pointee.block.queues[index])
    lastContact &+= 1
    buffer.append(EventRecord(kind: .contactArrived, time: clock, queue: UInt64(queue), contact: UInt64(lastContact)))
    let team = routing.team(for: queue, among: idle)
    if team >= 0 {
      let agent = idle.removeFirst(of: team, in: agents)
      answer(
        lastContact, queue, queuedAt: clock, stream.pointee.block.handleTimes[index],
        stream.pointee.block.wrapUps[index], by: agent, into: &buffer)
    } else {
      contactWaits(in: queue, into: &buffer)
    }
    stream.pointee.advance()
    chooseNextStream()
  }

  @inline(never) private mutating func contactWaits(in queue: Int, into buffer: inout EventBuffer) {
    let stream = arrivals + nextStream
    let index = stream.pointee.index
    let patience = stream.pointee.block.patience[index]
    let deadline = patience == ContactBlock.endless ? patience : clock &+ patience
    let contact = WaitingLines.Waiting(
      contact: lastContact, queue: queue, queuedAt: clock, handleTime: stream.pointee.block.handleTimes[index],
      wrapUp: stream.pointee.block.wrapUps[index])
    _ = waiting.append(contact, until: deadline)
    let position = UInt64(min(waiting.length(of: queue), EventRecord.largestDetail))
    buffer.append(
      EventRecord(
        kind: .contactQueued, time: clock, queue: UInt64(queue), contact: UInt64(lastContact), detail: position))
  }

  /// The center is closed: the contact joins the line and is cut off at once.
  @inline(never) private mutating func turnAway(into buffer: inout EventBuffer) {
    let stream = arrivals + nextStream
    let queue = Int(stream.pointee.block.queues[stream.pointee.index])
    lastContact &+= 1
    buffer.append(EventRecord(kind: .contactArrived, time: clock, queue: UInt64(queue), contact: UInt64(lastContact)))
    let position = UInt64(min(waiting.length(of: queue) + 1, EventRecord.largestDetail))
    buffer.append(
      EventRecord(
        kind: .contactQueued, time: clock, queue: UInt64(queue), contact: UInt64(lastContact), detail: position))
    buffer.append(
      EventRecord(
        kind: .contactDisconnected, time: clock, reference: clock, queue: UInt64(queue), contact: UInt64(lastContact)))
    if !isPlain { closedDoor(into: &buffer) }
    stream.pointee.advance()
    chooseNextStream()
  }

  @inline(__always) mutating func chooseNextStream() {
    nextStream = 0
    nextArrivalTime = streamCount == 0 ? .max : arrivals[0].next
    var index = 1
    while index < streamCount {
      if arrivals[index].next < nextArrivalTime { (nextStream, nextArrivalTime) = (index, arrivals[index].next) }
      index &+= 1
    }
  }

  @inline(__always) mutating func answer(
    _ contact: UInt32, _ queue: Int, queuedAt: Int64, _ handleTime: Int64, _ wrapUp: Int64, by agent: Int,
    into buffer: inout EventBuffer
  ) {
    buffer.append(
      EventRecord(
        kind: .contactAnswered, time: clock, agent: UInt64(agent), reference: queuedAt, queue: UInt64(queue),
        contact: UInt64(contact)))
    agents[agent].activity = .talking
    agents[agent].contact = contact
    agents[agent].queue = UInt8(truncatingIfNeeded: queue)
    agents[agent].since = clock
    agents[agent].wrapUp = wrapUp
    completions.set(agent, endsAt: clock &+ handleTime)
  }

  private mutating func patienceEnds(into buffer: inout EventBuffer) {
    clock = waiting.firstDeadline
    let slot = waiting.firstToLeave()
    if waiting[slot].queue >= rules.queueCount { return dropsHeld(waiting[slot].customer, into: &buffer) }
    leave(slot, as: .contactAbandoned, into: &buffer)
  }

  mutating func leave(_ slot: Int32, as kind: EventKind, into buffer: inout EventBuffer) {
    let entry = waiting[slot]
    waiting.remove(slot)
    buffer.append(
      EventRecord(
        kind: kind, time: clock, reference: entry.queuedAt, queue: UInt64(entry.queue), contact: UInt64(entry.contact)))
    if entry.customer >= 0 { customerLeaves(entry.customer, as: kind, into: &buffer) }
  }
}

// MARK: - Agents

extension Simulator {
  @inline(__always) private mutating func plainActivityEnds(_ agent: Int, into buffer: inout EventBuffer) {
    guard agents[agent].activity == .talking else { return activityEnds(agent, into: &buffer) }
    append(.contactCompleted, agent, into: &buffer)
    guard agents[agent].wrapUp == 0, agents[agent].isUnbound else { return plainTalkEnded(agent, into: &buffer) }
    takesNextOrIdles(agent, into: &buffer)
  }

  @inline(never) mutating func activityEnds(_ agent: Int, into buffer: inout EventBuffer) {
    switch agents[agent].activity {
    case .talking:
      if !isPlain { return talkEnds(agent, into: &buffer) }
      append(.contactCompleted, agent, into: &buffer)
      plainTalkEnded(agent, into: &buffer)
    case .wrappingUp:
      if !isPlain { return wrapUpEnds(agent, into: &buffer) }
      append(.wrapUpEnded, agent, into: &buffer)
      becomeFree(agent, into: &buffer)
    case .onBreak:
      endBreak(agent, into: &buffer)
      if overruns(agent, into: &buffer) { return }
      becomeFree(agent, into: &buffer)
    case .off, .idle, .away:
      completions.clear(agent)  // No such agent has an end; clearing keeps the loop going forward.
    }
  }

  @inline(never) private mutating func plainTalkEnded(_ agent: Int, into buffer: inout EventBuffer) {
    guard agents[agent].wrapUp > 0 else { return becomeFree(agent, into: &buffer) }
    agents[agent].activity = .wrappingUp
    agents[agent].since = clock
    completions.set(agent, endsAt: clock &+ agents[agent].wrapUp)
  }

  @inline(__always) private func append(_ kind: EventKind, _ agent: Int, into buffer: inout EventBuffer) {
    let hand = agents[agent]
    buffer.append(
      EventRecord(
        kind: kind, time: clock, agent: UInt64(agent), reference: hand.since, queue: UInt64(hand.queue),
        contact: UInt64(hand.contact)))
  }

  /// An agent without work takes the next contact, leaves, goes on a break that waited, or idles.
  @inline(never) mutating func becomeFree(_ agent: Int, into buffer: inout EventBuffer) {
    if agents[agent].leaving == .afterContact { return signOut(agent, into: &buffer) }
    if agents[agent].hasPendingBreak { return startPendingBreak(agent, into: &buffer) }
    if !isPlain { return idlesOrTakesNext(agent, into: &buffer) }
    takesNextOrIdles(agent, into: &buffer)
  }

  @inline(__always) private mutating func takesNextOrIdles(_ agent: Int, into buffer: inout EventBuffer) {
    let queue = waiting.count > 0 ? routing.queue(for: Int(agents[agent].team), among: waiting) : -1
    if queue >= 0 {
      let slot = waiting.head(of: queue)
      let entry = waiting[slot]
      waiting.remove(slot)
      answer(
        entry.contact, queue, queuedAt: entry.queuedAt, entry.handleTime, entry.wrapUp, by: agent, into: &buffer)
    } else if agents[agent].leaving == .afterQueue {
      signOut(agent, into: &buffer)
    } else {
      idles(agent)
    }
  }

  @inline(__always) mutating func idles(_ agent: Int) {
    agents[agent].activity = .idle
    agents[agent].since = clock
    completions.clear(agent)
    idle.append(agent, to: Int(agents[agent].team), in: agents)
  }

  /// An idle agent is needed elsewhere.
  mutating func leaveIdle(_ agent: Int) {
    if agents[agent].isStaying { return staysNoLonger(agent) }
    idle.remove(agent, from: Int(agents[agent].team), in: agents)
    if !isPlain { lines.idle[Int(agents[agent].team)] -= 1 }
  }
}
