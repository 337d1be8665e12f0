internal import ContactCenter
internal import EventLog
internal import Randomness

// Calls that the center makes. In preview and progressive dialing an agent makes the attempt; a predictive dialer makes it
// before an agent is there.

extension Simulator {
  // MARK: By an agent

  /// Time that an attempt takes the agent: preview and ringing where the agent makes it, and the talk where somebody answers.
  mutating func attempt(_ customer: Int32, _ hand: Int) -> Int64 {
    let queue = Int(customers[customer].queue)
    let state = customers[customer]
    guard let dialing = rules[queue].contact.dialing, let ring = rules[queue].ring else { return state.handleTime }
    var before: Int64 = 0
    if rules[queue].callsPerAgent == nil {
      customers[customer].party = party(of: state, dialing, queue)
      before = dialing.preview.microseconds &+ laterDraws.duration(ring, .ring, state.key)
    }
    let party = customers[customer].party
    if party == .right { return before &+ state.handleTime }
    agents[hand].wrapUp = 0
    guard party == .wrong, let law = rules[queue].wrongPartyTime else { return before }
    return before &+ laterDraws.duration(law, .wrongPartyTime, state.key)
  }

  /// Whom an attempt at this time of the day reaches. One number decides, so that wrong parties are some of those who were
  /// not reached.
  private mutating func party(of customer: Customer, _ dialing: Dialing, _ queue: Int) -> DialledParty {
    let number = laterDraws.uniform(.rightParty, customer.key)
    let right = dialing.reached.fraction * rules[queue].reachedFactors.factor(at: clock)
    if number < right { return .right }
    guard let wrong = dialing.wrongParty else { return .nobody }
    return number < right + wrong.share.fraction ? .wrong : .nobody
  }

  /// The agent's attempt has not reached the right party.
  mutating func attemptFails(_ hand: Int, into buffer: inout EventBuffer) {
    let customer = agents[hand].customer
    closeTalk(hand, as: customers[customer].party == .wrong ? .wrongPartyReached : .attemptFailed, into: &buffer)
    customers[customer].party = .right
    startWrapUp(hand, into: &buffer)
    tryAgain(customer, into: &buffer)
  }

  /// Another attempt after a while, or none: the matter is given up.
  mutating func tryAgain(_ customer: Int32, into buffer: inout EventBuffer) {
    releaseCompanion(of: customer, after: 0)
    lapseLimits(of: customer)
    let state = customers[customer]
    let queue = Int(state.queue)
    guard let dialing = rules[queue].contact.dialing, let delay = rules[queue].retryDelay,
      state.attempts < dialing.attempts
    else {
      missLimits(of: customer, into: &buffer)
      isGivenUp(state, into: &buffer)
      return customers.remove(customer)
    }
    let wait = laterDraws.duration(delay, .retryDelay, state.key)
    customers[customer].attempts += 1
    prepareNext(customer, .retry, in: nil, drawingAnew: false)
    if !comesBack(customer, at: clock &+ wait) { isGivenUp(state, into: &buffer) }
  }

  /// Who called first and is not reached again is a lost customer; the contacts of a list are not.
  private func isGivenUp(_ customer: Customer, into buffer: inout EventBuffer) {
    guard rules[Int(customer.firstQueue)].contact.dialing == nil else { return }
    isLost(customer, into: &buffer)
  }

  // MARK: Ahead of the agents

  /// The contact joins the list that the dialer works off.
  mutating func isDialled(_ customer: Int32, into buffer: inout EventBuffer) {
    startLimits(customer, into: &buffer)
    waits(customer, into: &buffer)
    let queue = Int(customers[customer].queue)
    if waiting.length(of: queue) == 1 { wakeDialer(queue, into: &buffer) } else { paceDialer(queue, into: &buffer) }
  }

  /// What a steady dialer does whenever something has changed: it dials until so many numbers ring as the free people are worth.
  mutating func paceDialer(_ queue: Int, into buffer: inout EventBuffer) {
    guard rules[queue].contact.dialing?.pacing == .steady else { return }
    planBatch(queue, into: &buffer)
  }

  /// Work has ended, a list has come, or the hours of a team begin.
  mutating func startBatches(into buffer: inout EventBuffer) {
    for queue in rules.dialledByEnds { planBatch(queue, into: &buffer) }
  }

  private mutating func planBatch(_ queue: Int, into buffer: inout EventBuffer) {
    lines.toDial[queue] = max(0, numbersWanted(queue) - lines.dialling[queue])
    dialBatch(queue, into: &buffer)
  }

  /// A few at a time: a step's events must fit the buffer.
  private mutating func dialBatch(_ queue: Int, into buffer: inout EventBuffer) {
    for _ in 0..<4 {
      guard lines.toDial[queue] > 0, waiting.head(of: queue) >= 0 else { break }
      lines.toDial[queue] -= 1
      dial(waiting[waiting.head(of: queue)].customer, into: &buffer)
    }
    if waiting.head(of: queue) < 0 { lines.toDial[queue] = 0 }
    if lines.toDial[queue] > 0 { setTimer(.wakeQueue, Int32(truncatingIfNeeded: queue), at: clock) }
  }

  /// The rest of a batch, or a new one.
  mutating func wakeDialer(_ queue: Int, into buffer: inout EventBuffer) {
    let isUnderWay =
      lines.toDial[queue] > 0 && rules[queue].contact.dialing?.pacing == .eachEnd && !isDown(queue)
    if isUnderWay { dialBatch(queue, into: &buffer) } else { planBatch(queue, into: &buffer) }
  }

  /// Numbers that may ring at once.
  private mutating func numbersWanted(_ queue: Int) -> Int {
    guard let ratio = rules[queue].callsPerAgent, !isDown(queue), isOverThreshold(queue) else { return 0 }
    var free = 0
    for serving in rules[queue].teams {
      let idle = lines.idle[serving.team]
      guard idle > 0, serves(serving.skill, hasWaited: .max, serving.team, idle) else { continue }
      free += idle - serving.skill.keepsFree
    }
    return Int((Double(free) * ratio).rounded(.up))
  }

  private mutating func isOverThreshold(_ queue: Int) -> Bool {
    guard let threshold = rules[queue].contact.dialing?.threshold else { return true }
    return rules[queue].thresholdTeams.reduce(0) { $0 + lines.idle[$1] } >= threshold.count
  }

  private mutating func dial(_ customer: Int32, into buffer: inout EventBuffer) {
    let state = customers[customer]
    let queue = Int(state.queue)
    waiting.remove(state.slot)
    customers[customer].slot = -1
    appendClosing(.dialStarted, customer, into: &buffer)
    customers[customer].queuedAt = clock
    keepLimit(.answered, of: customer, into: &buffer)
    lines.dialling[queue] += 1
    let length = rules[queue].ring.map { laterDraws.duration($0, .ring, state.key) } ?? 0
    setTimer(.dialEnds, customer, at: clock &+ length)
  }

  mutating func dialEnds(_ customer: Int32, into buffer: inout EventBuffer) {
    let state = customers[customer]
    let queue = Int(state.queue)
    lines.dialling[queue] -= 1
    let dialing = isDown(queue) ? nil : rules[queue].contact.dialing
    let party = dialing.map { self.party(of: state, $0, queue) } ?? .nobody
    if let dialing, party != .nobody {
      // Who answers does not say who it is before an agent asks.
      customers[customer].party = party
      let agent = agentFor(customer, hasWaited: .max)
      if agent >= 0 {
        customers[customer].queuedAt = clock
        take(customer, by: Int(agent), into: &buffer)
      } else if rules[queue].heldLine >= 0 {
        isHeld(customer, for: dialing.hold)
      } else {
        isDropped(customer, into: &buffer)
      }
    } else {
      appendClosing(.dialFailed, customer, into: &buffer)
      tryAgain(customer, into: &buffer)
    }
    paceDialer(queue, into: &buffer)
  }

  private mutating func isDropped(_ customer: Int32, into buffer: inout EventBuffer) {
    appendClosing(.dialDropped, customer, into: &buffer)
    tryAgain(customer, into: &buffer)
  }

  // MARK: Held

  /// Somebody has answered while nobody is free, and waits for a moment in a line of their own.
  private mutating func isHeld(_ customer: Int32, for hold: TimeSpan) {
    customers[customer].turn = clock
    let state = customers[customer]
    customers[customer].slot = waiting.append(
      .init(
        contact: state.contact, queue: rules[Int(state.queue)].heldLine, queuedAt: clock, handleTime: state.handleTime,
        wrapUp: state.wrapUp, customer: customer), until: clock &+ hold.microseconds)
  }

  mutating func dropsHeld(_ customer: Int32, into buffer: inout EventBuffer) {
    waiting.remove(customers[customer].slot)
    customers[customer].slot = -1
    isDropped(customer, into: &buffer)
  }
}
