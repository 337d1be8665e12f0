import BusyHourTesting
import ContactCenter
import EventLog
import Randomness

/// The simulator once more, slow and obviously right: lists that are searched, typed events, draws one at a time. It
/// shares the random streams and the families with the engine, since the log depends on them, and nothing else.
struct ReferenceSimulator {
  private struct Agent {
    enum State { case off, idle, talking, wrapping, onBreak, away }
    var state = State.off
    var team: Int
    var contact: UInt32 = 0
    var queue = 0
    var since: Int64 = 0
    var until: Int64?
    var wrapUp: Int64 = 0
    var idleNumber = 0
    var breakActivity = 0
    var leaving: Bool?  // true: stays for the queue
    var scheduledEnd: Int64 = 0
    var tours = 0
    var pending: [(activity: Int, length: Int64?)] = []
  }

  private struct Contact {
    var number: UInt32
    var queue: Int
    var queuedAt: Int64
    var deadline: Int64?
    var handleTime: Int64
    var wrapUp: Int64
  }

  private struct Stream {
    var expected = 0.0
    var drawn: UInt64 = 0
    var next: Int64?
  }

  private enum Next {
    case activityEnd(Int)
    case disconnect, duty
    case patienceEnd(Int)
    case arrival(Int)
  }

  private let plan: SimulationPlan
  private let seed: UInt64
  private let replication: UInt64
  private var agents: [Agent]
  private var waiting: [Contact] = []
  private var streams: [Stream]
  private var duties: [SimulationPlan.Duty]
  private var disconnects: [SimulationTime]
  private var clock: Int64 = 0
  private var contacts: UInt32 = 0
  private var idleCount = 0
  private var records: [EventRecord] = []

  static func log(_ plan: SimulationPlan, seed: UInt64, replication: Int) throws -> [EventRecord] {
    var simulator = ReferenceSimulator(plan, seed, UInt64(replication))
    return try simulator.run()
  }

  private init(_ plan: SimulationPlan, _ seed: UInt64, _ replication: UInt64) {
    (self.plan, self.seed, self.replication) = (plan, seed, replication)
    agents = plan.agents.map { Agent(team: $0.team) }
    streams = plan.arrivals.map { _ in Stream() }
    (duties, disconnects) = (plan.duties, plan.disconnects)
  }

  private mutating func run() throws -> [EventRecord] {
    for stream in streams.indices { try drawArrival(stream) }
    say(.replicationStarted(horizon: plan.horizon))
    while let (time, next) = nextEvent(), time < 1 << 47 {
      clock = time
      switch next {
      case .activityEnd(let agent): activityEnds(agent)
      case .disconnect: disconnect()
      case .duty: perform(duties.removeFirst())
      case .patienceEnd(let index):
        let contact = waiting.remove(at: index)
        say(.contactAbandoned(contact: contact.number, queue: contact.queue, queuedAt: time64(contact.queuedAt)))
      case .arrival(let stream): try arrives(stream)
      }
    }
    say(.replicationFinished)
    return records
  }

  private mutating func say(_ event: Event) { records.append(EventRecord(event, at: time64(clock))) }
  private func time64(_ time: Int64) -> SimulationTime { SimulationTime(microseconds: time) }

  /// The earliest; at one instant ends of activities by agent, disconnections, duties, ends of patience by contact,
  /// arrivals by stream.
  private func nextEvent() -> (Int64, Next)? {
    var all: [(time: Int64, rank: Int, tie: Int, next: Next)] = []
    for (index, agent) in agents.enumerated() {
      if let until = agent.until { all.append((until, 0, index, .activityEnd(index))) }
    }
    if let time = disconnects.first { all.append((time.microseconds, 1, 0, .disconnect)) }
    if let duty = duties.first { all.append((duty.time.microseconds, 2, 0, .duty)) }
    for (index, contact) in waiting.enumerated() {
      if let deadline = contact.deadline { all.append((deadline, 3, Int(contact.number), .patienceEnd(index))) }
    }
    for (index, stream) in streams.enumerated() {
      if let next = stream.next { all.append((next, 4, index, .arrival(index))) }
    }
    return all.min { ($0.time, $0.rank, $0.tie) < ($1.time, $1.rank, $1.tie) }.map { ($0.time, $0.next) }
  }
}

// MARK: - Contacts

extension ReferenceSimulator {
  private func stream(_ purpose: RandomPurpose, _ index: Int) -> RandomStream {
    RandomStream(seed: seed, replication: replication, purpose: purpose, substream: UInt64(index))
  }

  private func draw(_ law: DistributionSpecification, _ purpose: RandomPurpose, _ index: Int, _ number: UInt64) throws
    -> Double
  {
    let family = try DistributionCatalog.law(law.family, shape: law.shape)
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: 8) { block in
      family.fill(block.baseAddress!, count: 8, from: number / 8 * 8, of: stream(purpose, index))
      return block[Int(number % 8)]
    }
  }

  /// A duration in microseconds, none longer than 2^40.
  private func duration(
    _ law: DistributionSpecification?, _ purpose: RandomPurpose, _ index: Int, _ number: UInt64
  ) throws -> Int64? {
    guard let law else { return nil }
    let scaled = try draw(law, purpose, index, number) * Double(law.mean.microseconds)
    return Int64(min(scaled, 0x1p40).rounded(.toNearestOrEven))
  }

  private mutating func drawArrival(_ index: Int) throws {
    streams[index].expected += try draw(.exponential(mean: .zero), .interarrival, index, streams[index].drawn)
    streams[index].drawn += 1
    var before = 0.0
    streams[index].next = nil
    for piece in plan.arrivals[index].pieces where piece.expectedContacts > 0 {
      if streams[index].expected < before + piece.expectedContacts {
        let span = Double((piece.end - piece.start).microseconds) / piece.expectedContacts
        let time = Double(piece.start.microseconds) + (streams[index].expected - before) * span
        streams[index].next = min(Int64(time), piece.end.microseconds - 1)
        return
      }
      before += piece.expectedContacts
    }
  }

  private func queue(_ index: Int, _ number: UInt64) -> Int {
    let uniform = stream(.contactType, index).uniform(number)
    let mix = plan.arrivals[index].mix
    var sum = 0.0
    for queue in mix.indices.dropLast() {
      sum += mix[queue]
      if uniform < sum { return queue }
    }
    return mix.lastIndex { $0 > 0 }!
  }

  private mutating func arrives(_ index: Int) throws {
    let number = streams[index].drawn - 1
    let queue = queue(index, number)
    contacts += 1
    let laws = plan.queues[queue]
    let contact = Contact(
      number: contacts, queue: queue, queuedAt: clock,
      deadline: try duration(laws.patience, .patience, index, number).map { clock + $0 },
      handleTime: try duration(laws.handleTime, .handleTime, index, number)!,
      wrapUp: try duration(laws.wrapUp, .wrapUp, index, number) ?? 0)
    say(.contactArrived(contact: contacts, queue: queue))
    if let agent = longestIdle(for: queue) {
      answer(contact, by: agent)
    } else {
      waiting.append(contact)
      say(.contactQueued(contact: contacts, queue: queue, position: waiting.count { $0.queue == queue }))
    }
    try drawArrival(index)
  }

  private func longestIdle(for queue: Int) -> Int? {
    agents.indices.filter { agents[$0].state == .idle && plan.teams[agents[$0].team].queues.contains(queue) }.min {
      let (left, right) = (agents[$0], agents[$1])
      return (left.since, left.team, left.idleNumber) < (right.since, right.team, right.idleNumber)
    }
  }

  private mutating func answer(_ contact: Contact, by agent: Int) {
    say(
      .contactAnswered(contact: contact.number, queue: contact.queue, agent: agent, queuedAt: time64(contact.queuedAt)))
    agents[agent].state = .talking
    agents[agent].contact = contact.number
    agents[agent].queue = contact.queue
    agents[agent].since = clock
    agents[agent].until = clock + contact.handleTime
    agents[agent].wrapUp = contact.wrapUp
  }

  private mutating func disconnect() {
    disconnects.removeFirst()
    for contact in waiting.sorted(by: { ($0.queue, $0.number) < ($1.queue, $1.number) }) {
      say(.contactDisconnected(contact: contact.number, queue: contact.queue, queuedAt: time64(contact.queuedAt)))
    }
    waiting = []
  }
}

// MARK: - Agents

extension ReferenceSimulator {
  private mutating func activityEnds(_ number: Int) {
    let agent = agents[number]
    let since = time64(agent.since)
    agents[number].until = nil
    switch agent.state {
    case .talking:
      say(.contactCompleted(contact: agent.contact, queue: agent.queue, agent: number, answeredAt: since))
      guard agent.wrapUp > 0 else { return isFree(number) }
      agents[number].state = .wrapping
      agents[number].since = clock
      agents[number].until = clock + agent.wrapUp
    case .wrapping:
      say(.wrapUpEnded(contact: agent.contact, queue: agent.queue, agent: number, talkEndedAt: since))
      isFree(number)
    case .onBreak:
      say(.breakEnded(agent: number, activity: agent.breakActivity, startedAt: since))
      isFree(number)
    case .off, .idle, .away: break
    }
  }

  private mutating func isFree(_ number: Int) {
    if agents[number].leaving == false { return leave(number) }
    if !agents[number].pending.isEmpty { return pause(number, agents[number].pending.removeFirst()) }
    let served = plan.teams[agents[number].team].queues
    let next = waiting.filter { served.contains($0.queue) }.min {
      (plan.queues[$0.queue].priority, $0.number) < (plan.queues[$1.queue].priority, $1.number)
    }
    if let next {
      waiting.removeAll { $0.number == next.number }
      return answer(next, by: number)
    }
    if agents[number].leaving == true { return leave(number) }
    agents[number].state = .idle
    agents[number].since = clock
    idleCount += 1
    agents[number].idleNumber = idleCount
  }

  private mutating func leave(_ number: Int) {
    signOut(number)
    agents[number].state = .off
    agents[number].until = nil
    agents[number].leaving = nil
  }

  private mutating func signOut(_ number: Int) {
    say(.agentSignedOut(agent: number, team: agents[number].team, scheduledEnd: time64(agents[number].scheduledEnd)))
  }

  private mutating func pause(_ number: Int, _ request: (activity: Int, length: Int64?)) {
    say(.breakStarted(agent: number, activity: request.activity))
    agents[number].state = request.length == nil ? .away : .onBreak
    agents[number].breakActivity = request.activity
    agents[number].since = clock
    agents[number].until = request.length.map { clock + $0 }
  }

  private mutating func perform(_ duty: SimulationPlan.Duty) {
    switch duty.kind {
    case .signIn: signIn(duty.agent)
    case .pause(let activity, let length): request(duty.agent, (activity, length.microseconds))
    case .away(let activity): request(duty.agent, (activity, nil))
    case .chance, .mayResign: break  // Plans of the agreement tests have none.
    case .signOut(let stays): endShift(duty.agent, stays)
    }
  }

  private mutating func signIn(_ number: Int) {
    let isHere = agents[number].state != .off
    if isHere { signOut(number) }
    agents[number].leaving = nil
    agents[number].tours += 1
    say(.agentSignedIn(agent: number, team: agents[number].team))
    if let away = absence(of: number) ?? plannedAbsence(of: number) {
      isHere ? request(number, away) : pause(number, away)
    } else if !isHere {
      isFree(number)
    }
  }

  private func absence(of number: Int) -> (activity: Int, length: Int64?)? {
    let draws = RandomStream(seed: seed, replication: replication, purpose: .absence)
    for (index, absence) in plan.absences.enumerated() {
      let key = UInt64(number) << 32 + UInt64(agents[number].tours) << 8 + UInt64(index)
      if draws.uniform(key) < absence.probability.fraction { return (absence.activity, nil) }
    }
    return nil
  }

  private mutating func plannedAbsence(of number: Int) -> (activity: Int, length: Int64?)? {
    guard let duty = duties.first, duty.agent == number, duty.time.microseconds == clock else { return nil }
    switch duty.kind {
    case .pause(let activity, let length):
      duties.removeFirst()
      return (activity, length.microseconds)
    case .away(let activity):
      duties.removeFirst()
      return (activity, nil)
    case .signIn, .signOut, .chance, .mayResign: return nil
    }
  }

  private mutating func request(_ number: Int, _ away: (activity: Int, length: Int64?)) {
    switch agents[number].state {
    case .idle: pause(number, away)
    case .off, .away: break
    case .talking, .wrapping, .onBreak: if agents[number].leaving == nil { agents[number].pending.append(away) }
    }
  }

  private mutating func endShift(_ number: Int, _ stays: Bool) {
    agents[number].scheduledEnd = clock
    agents[number].pending = []
    switch agents[number].state {
    case .off: break
    case .idle: leave(number)
    case .onBreak, .away:
      say(
        .breakEnded(agent: number, activity: agents[number].breakActivity, startedAt: time64(agents[number].since)))
      // Who is on a break comes back for the line; who is away for the rest of the tour does not.
      guard stays, agents[number].state == .onBreak else { return leave(number) }
      agents[number].leaving = true
      isFree(number)
    case .talking, .wrapping: agents[number].leaving = stays
    }
  }
}
