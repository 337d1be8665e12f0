import ContactCenter
import EventLog

/// The laws of a log once more, as the path of a process tells them: counts, who is where, and Little's law as an
/// identity. Shares no code with `LogInvariants`.
struct PathLaws {
  private enum Phase { case atDoor, inSelfService, waiting, dialling, talking, ended }

  private struct Contact {
    var queue: Int
    var phase = Phase.atDoor
    var since: Int64
    var arrived: Int64
  }

  private struct Agent {
    var isOnDuty = false
    var isOnBreak = false
    /// Contacts that they talk with, or whose work they finish.
    var hands: [UInt32: Int] = [:]
  }

  private(set) var violations: [String] = []
  private let limits: [Int]
  private var contacts: [UInt32: Contact] = [:]
  private var agents: [Agent]
  private var leavers: [Int] = []
  private var now: Int64 = 0
  private var counts: [EventKind: Int] = [:]
  /// By phase: how many are in it now, the integral of that, and the time of those who have left it.
  private var present: [Phase: Int64] = [:]
  private var integrals: [Phase: Int64] = [:]
  private var stays: [Phase: Int64] = [:]

  init(_ records: [EventRecord], plan: SimulationPlan) {
    limits = plan.queues.map { $0.rules.concurrency?.limit ?? 1 }
    agents = Array(repeating: Agent(), count: plan.agents.count)
    for record in records { take(record) }
    finish()
  }

  private mutating func report(_ what: String) { violations.append("\(now): \(what)") }

  private mutating func take(_ record: EventRecord) {
    guard let kind = EventKind(rawValue: record.kindCode) else { return report("unknown kind \(record.kindCode)") }
    if record.time < now { report("time runs back") }
    if record.time > now { settle() }
    for (phase, count) in present { integrals[phase, default: 0] += count * (record.time - now) }
    now = record.time
    counts[kind, default: 0] += 1
    switch kind {
    case .contactArrived:
      if contacts[record.contact] != nil { report("\(record.contact) arrives twice") }
      contacts[record.contact] = Contact(queue: record.queue, since: now, arrived: now)
      present[.atDoor, default: 0] += 1
    case .selfServiceStarted: move(record, from: [.atDoor], to: .inSelfService)
    case .contactQueued: move(record, from: [.atDoor, .inSelfService], to: .waiting)
    case .contactAnswered: answer(record)
    case .contactAbandoned, .contactDisconnected, .contactLeftMessage, .callbackPromised:
      move(record, from: [.waiting], to: .ended)
    case .dialStarted: move(record, from: [.waiting], to: .dialling)
    case .dialFailed, .dialDropped: move(record, from: [.dialling], to: .ended)
    case .contactBlocked, .contactBalked, .contactDiverted: move(record, from: [.atDoor, .inSelfService], to: .ended)
    case .selfServiceLeft:
      if contacts[record.contact]?.phase != .inSelfService || contacts[record.contact]?.since != record.reference {
        report("\(record.contact) leaves a self-service that it was not in")
      }
    case .contactSelfServed: move(record, from: [.inSelfService], to: .ended)
    case .contactCompleted, .contactTransferred, .attemptFailed, .wrongPartyReached, .talkDropped:
      move(record, from: [.talking], to: .ended)
      if agents[record.agent].hands.removeValue(forKey: record.contact) == nil {
        report("\(record.contact) is in other hands")
      }
    default: change(record, kind)
    }
  }

  /// Whoever left at this instant holds nothing, unless another tour began at once.
  private mutating func settle() {
    for agent in leavers where !agents[agent].isOnDuty && !agents[agent].hands.isEmpty {
      report("agent \(agent) leaves a contact")
    }
    leavers = []
  }

  private mutating func answer(_ record: EventRecord) {
    move(record, from: [.atDoor, .inSelfService, .waiting, .dialling], to: .talking)
    if !agents[record.agent].isOnDuty { report("agent \(record.agent) answers off duty") }
    if agents[record.agent].isOnBreak { report("agent \(record.agent) answers on a break") }
    agents[record.agent].hands[record.contact] = record.queue
    let held = agents[record.agent].hands
    if held.values.contains(where: { held.count > limits[$0] }) { report("agent \(record.agent) holds \(held.count)") }
  }

  private mutating func change(_ record: EventRecord, _ kind: EventKind) {
    switch kind {
    case .agentSignedIn: agents[record.agent].isOnDuty = true
    case .agentSignedOut:
      agents[record.agent].isOnDuty = false
      leavers.append(record.agent)
    case .breakStarted:
      if !agents[record.agent].hands.isEmpty { report("agent \(record.agent) breaks off a contact") }
      agents[record.agent].isOnBreak = true
    case .breakEnded: agents[record.agent].isOnBreak = false
    case .wrapUpStarted: agents[record.agent].hands[record.contact] = record.queue
    case .wrapUpEnded: agents[record.agent].hands[record.contact] = nil
    default: break
    }
  }

  private mutating func move(_ record: EventRecord, from phases: [Phase], to phase: Phase) {
    guard let contact = contacts[record.contact], phases.contains(contact.phase) else {
      return report("\(record.contact) is not where \(record.kindCode) takes it from")
    }
    if contact.queue != record.queue { report("\(record.contact) changes its queue") }
    let isDialOver = contact.phase == .dialling && phase == .ended
    let isClosing =
      isDialOver || [.waiting, .talking].contains(contact.phase)
      || record.kindCode == EventKind.contactSelfServed.rawValue
    if isClosing, record.reference != contact.since {
      report("\(record.contact) was there since \(contact.since), not \(record.reference)")
    }
    present[contact.phase, default: 0] -= 1
    present[phase, default: 0] += 1
    stays[contact.phase, default: 0] += now - contact.since
    contacts[record.contact]?.phase = phase
    contacts[record.contact]?.since = now
  }

  private mutating func finish() {
    settle()
    var inside = 0
    for contact in contacts.values where contact.phase != .ended {
      inside += 1
      stays[contact.phase, default: 0] += now - contact.since
    }
    func count(_ kinds: EventKind...) -> Int { kinds.reduce(0) { $0 + counts[$1, default: 0] } }
    let served = count(.contactCompleted, .contactTransferred, .contactSelfServed)
    let abandoned = count(.contactAbandoned, .contactBalked)
    let lost = count(.contactDisconnected, .contactLeftMessage, .callbackPromised)
    let blocked = count(.contactBlocked, .contactDiverted)
    let failed = count(.attemptFailed, .wrongPartyReached, .talkDropped, .dialFailed, .dialDropped)
    if count(.contactArrived) != served + abandoned + blocked + lost + failed + inside {
      report("contacts do not add up")
    }
    if present[.atDoor, default: 0] != 0 { report("somebody is left at the door") }
    if present[.talking, default: 0] != 0 { report("somebody talks for ever") }
    if let agent = agents.firstIndex(where: \.isOnDuty) { report("agent \(agent) never leaves") }
    // Little: the integral of a number is the sum of the stays.
    for phase in [Phase.atDoor, .inSelfService, .waiting, .dialling, .talking]
    where integrals[phase, default: 0] != stays[phase, default: 0] {
      report("Little's law fails for \(phase)")
    }
  }
}
