internal import ContactCenter

extension LogInvariants {
  /// One queue's line: who waits in order, and when somebody last waited.
  struct Line: Sendable {
    var order: [UInt32] = []
    var head = 0
    var count = 0
    /// Begin of the present stretch of time in which somebody waits.
    var busySince: Int64 = 0
    /// End of the last such stretch that was longer than nothing.
    var busyUntil: Int64 = -1
  }

  mutating func arrived(_ contact: UInt32, _ queue: Int) {
    let expected = UInt32(truncatingIfNeeded: outcome.arrived + 1)
    if contact != expected { report(.contactOutOfSequence(expected: expected)) }
    if let fresh { report(.contactLost(fresh.contact)) }
    outcome.arrived += 1
    fresh = (contact, queue)
    freshCause = nil
  }

  mutating func queued(_ contact: UInt32, _ queue: Int, _ place: Int) {
    let mayKeepPlace = isFreshInternal && fresh?.contact == contact
    checkEntry(contact, queue)
    guard takesFromDoor(contact, queue) else { return }
    while lines.count <= queue { lines.append(Line()) }
    if lines[queue].count == 0 { lines[queue].busySince = time }
    lines[queue].count += 1
    lines[queue].order.append(contact)
    waiting[contact] = Waiting(queue: queue, since: time)
    let expected = min(lines[queue].count, EventRecord.largestDetail)
    // A callback that keeps its place passes those who came later.
    let isRight = place == expected || mayKeepPlace && (1...expected).contains(place)
    if !isRight { report(.wrongPosition(expected: expected)) }
  }

  /// Takes a contact that has just arrived, or is through with self-service.
  /// - Returns: whether there is such a contact.
  mutating func takesFromDoor(_ contact: UInt32, _ queue: Int) -> Bool {
    let own =
      fresh?.contact == contact
      ? fresh?.queue : (inSelfService.removeValue(forKey: contact) ?? dialling.removeValue(forKey: contact))?.queue
    guard let own else {
      report(.contactNotThere)
      return false
    }
    if fresh?.contact == contact {
      checkHorizon()
      fresh = nil
    }
    if own != queue { report(.wrongQueue(expected: own)) }
    return true
  }

  /// A wait is announced at the door, once.
  mutating func announced(to contact: UInt32, _ queue: Int) {
    guard let own = fresh?.contact == contact ? fresh?.queue : inSelfService[contact]?.queue else {
      return report(.contactNotThere)
    }
    if own != queue { report(.wrongQueue(expected: own)) }
    if informed == contact { report(.announcedTwice(contact: contact)) }
    informed = contact
  }

  mutating func entersSelfService(_ contact: UInt32, _ queue: Int) {
    checkEntry(contact, queue)
    guard takesFromDoor(contact, queue) else { return }
    inSelfService[contact] = Waiting(queue: queue, since: time)
  }

  mutating func selfServed(_ contact: UInt32, _ queue: Int, _ start: SimulationTime) {
    guard let entry = inSelfService.removeValue(forKey: contact) else { return report(.contactNotThere) }
    if entry.queue != queue { report(.wrongQueue(expected: entry.queue)) }
    checkReference(start, entry.since)
    outcome.selfServed += 1
  }

  /// The contact reaches its queue at this instant: what follows takes it from here.
  mutating func leavesSelfService(_ contact: UInt32, _ queue: Int, _ start: SimulationTime) {
    guard let entry = inSelfService[contact] else { return report(.contactNotThere) }
    if entry.queue != queue { report(.wrongQueue(expected: entry.queue)) }
    checkReference(start, entry.since)
  }

  mutating func checkHorizon() {
    guard let horizon, time >= horizon, !isFreshInternal else { return }
    report(.arrivedAfterHorizon(SimulationTime(microseconds: horizon)))
  }

  /// Whether the center made the contact that has just arrived: it may come after the horizon.
  private var isFreshInternal: Bool {
    switch freshCause {
    case .transfer, .message, .callback, .escalation, .review: true
    case nil, .redial, .repeatContact, .complaint, .retry, .diversion: false
    }
  }

  /// Once, of a contact that has come.
  mutating func customerIsLost(_ contact: UInt32, _ start: SimulationTime) {
    if contact == 0 || contact > UInt32(outcome.arrived) || start.microseconds > time { report(.contactNotThere) }
    if !lost.insert(contact).inserted { report(.lostTwice(contact: contact)) }
  }

  /// A link follows the arrival that it is about, and leads to an earlier contact.
  mutating func linked(_ contact: UInt32, _ queue: Int, _ link: ContactLink) {
    guard let fresh, fresh.contact == contact else { return report(.contactNotThere) }
    if fresh.queue != queue { report(.wrongQueue(expected: fresh.queue)) }
    freshCause = link.cause
    if link.previous == 0 || link.previous >= contact || link.rank < 1 { report(.wrongLink(previous: link.previous)) }
  }

  /// Takes a contact out of its line.
  /// - Returns: whether it waited.
  mutating func leavesLine(_ contact: UInt32, _ queue: Int, _ start: SimulationTime) -> Bool {
    guard let entry = waiting.removeValue(forKey: contact) else {
      report(.contactNotThere)
      return false
    }
    if entry.queue != queue { report(.wrongQueue(expected: entry.queue)) }
    checkReference(start, entry.since)
    lines[entry.queue].count -= 1
    if lines[entry.queue].count == 0, time > lines[entry.queue].busySince { lines[entry.queue].busyUntil = time }
    return true
  }

  mutating func answered(_ contact: UInt32, _ queue: Int, _ agent: Int, _ start: SimulationTime) {
    admit(agent)
    checkIsUp(queue)
    let isFurther = hasSeveralHands(agent)
    if !isFurther { judgeAvailability(of: agent) }
    let dialled = dialling[contact]
    if fresh?.contact == contact || inSelfService[contact] != nil || dialled != nil {
      guard takesFromDoor(contact, queue) else { return }
      if let dialled { checkAnswer(start, dialled) } else { checkReference(start, time) }
      checkTurn(of: contact, queue, agent, waited: false)
    } else {
      checkTurn(of: contact, queue, agent, waited: true)
      guard leavesLine(contact, queue, start) else { return }
    }
    if isFurther { return joinsHands(contact, queue, agent) }
    agents[agent].work = .talking(contact: contact, queue: queue, since: time)
    agents[agent].freeSince = nil
  }

  mutating func checkReference(_ reference: SimulationTime, _ expected: Int64) {
    if reference.microseconds != expected {
      report(.wrongReference(expected: SimulationTime(microseconds: expected)))
    }
  }

  /// The first to arrive among those who wait in a queue; O(1) amortised.
  mutating func head(of queue: Int) -> UInt32? {
    guard queue < lines.count, lines[queue].count > 0 else { return nil }
    while waiting[lines[queue].order[lines[queue].head]]?.queue != queue { lines[queue].head += 1 }
    if lines[queue].head > 4_096 {
      lines[queue].order.removeFirst(lines[queue].head)
      lines[queue].head = 0
    }
    return lines[queue].order[lines[queue].head]
  }
}
