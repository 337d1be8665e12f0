internal import ContactCenter
internal import EventLog
internal import Randomness

// Calls that the center makes. In preview and progressive dialing an agent makes the attempt; a predictive dialer makes it
// before an agent is there.

extension Simulator {
  // MARK: By an agent

  /// Time that an agent's attempt takes: preview, ringing, and the talk where the right party answers.
  mutating func attempt(_ customer: Int32, _ hand: Int) -> Int64 {
    let queue = Int(customers[customer].queue)
    let state = customers[customer]
    guard let dialing = rules[queue].contact.dialing, let ring = rules[queue].ring else { return state.handleTime }
    customers[customer].isMissed = !reaches(state, dialing, queue)
    let before = dialing.preview.microseconds &+ laterDraws.duration(ring, .ring, state)
    if customers[customer].isMissed { agents[hand].wrapUp = 0 }
    return before &+ (customers[customer].isMissed ? 0 : state.handleTime)
  }

  /// Whether an attempt at this time of the day reaches the right party.
  private mutating func reaches(_ customer: Customer, _ dialing: Dialing, _ queue: Int) -> Bool {
    let factor = rules[queue].reachedFactors.factor(at: clock)
    return laterDraws.uniform(.rightParty, customer) < dialing.reached.fraction * factor
  }

  mutating func attemptFails(_ hand: Int, into buffer: inout EventBuffer) {
    let customer = agents[hand].customer
    customers[customer].isMissed = false
    closeTalk(hand, as: .attemptFailed, into: &buffer)
    startWrapUp(hand, into: &buffer)
    tryAgain(customer, into: &buffer)
  }

  /// Another attempt after a while, or none: the matter is given up.
  mutating func tryAgain(_ customer: Int32, into buffer: inout EventBuffer) {
    lapseLimits(of: customer)
    let state = customers[customer]
    let queue = Int(state.queue)
    guard let dialing = rules[queue].contact.dialing, let delay = rules[queue].retryDelay,
      state.attempts < dialing.attempts
    else {
      missLimits(of: customer, into: &buffer)
      return customers.remove(customer)
    }
    let wait = laterDraws.duration(delay, .retryDelay, state)
    customers[customer].attempts += 1
    prepareNext(customer, .retry, in: nil, drawingAnew: false)
    comesBack(customer, at: clock &+ wait)
  }

  // MARK: Ahead of the agents

  /// The contact joins the list that the dialer works off.
  mutating func isDialled(_ customer: Int32, into buffer: inout EventBuffer) {
    if rules.hasLimits { startLimits(customer, into: &buffer) }
    waits(customer, into: &buffer)
    paceDialer(Int(customers[customer].queue), into: &buffer)
  }

  /// Dials until so many numbers ring as the free people are worth. A few at a time: a step's events must fit the buffer.
  mutating func paceDialer(_ queue: Int, into buffer: inout EventBuffer) {
    guard let ratio = rules[queue].callsPerAgent, !isHeldUp(queue) else { return }
    var free = 0
    for serving in rules[queue].teams {
      let idle = lines.idle[serving.team]
      guard idle > 0, serves(serving.skill, hasWaited: .max, serving.team, idle) else { continue }
      free += idle - serving.skill.keepsFree
    }
    let wanted = Int((Double(free) * ratio).rounded(.up))
    for _ in 0..<4 {
      guard lines.dialling[queue] < wanted, waiting.head(of: queue) >= 0 else { return }
      dial(waiting[waiting.head(of: queue)].customer, into: &buffer)
    }
    if lines.dialling[queue] < wanted, waiting.head(of: queue) >= 0 {
      setTimer(.wakeQueue, Int32(truncatingIfNeeded: queue), at: clock)
    }
  }

  private mutating func dial(_ customer: Int32, into buffer: inout EventBuffer) {
    let state = customers[customer]
    let queue = Int(state.queue)
    waiting.remove(state.slot)
    customers[customer].slot = -1
    appendClosing(.dialStarted, customer, into: &buffer)
    customers[customer].queuedAt = clock
    if rules.hasLimits { keepLimit(.answered, of: customer, into: &buffer) }
    lines.dialling[queue] += 1
    let length = rules[queue].ring.map { laterDraws.duration($0, .ring, state) } ?? 0
    setTimer(.dialEnds, customer, at: clock &+ length)
  }

  mutating func dialEnds(_ customer: Int32, into buffer: inout EventBuffer) {
    let state = customers[customer]
    let queue = Int(state.queue)
    lines.dialling[queue] -= 1
    if let dialing = rules[queue].contact.dialing, !isHeldUp(queue), reaches(state, dialing, queue) {
      let agent = agentFor(customer, hasWaited: .max)
      if agent >= 0 {
        customers[customer].queuedAt = clock
        take(customer, by: Int(agent), into: &buffer)
      } else {
        appendClosing(.dialDropped, customer, into: &buffer)
        tryAgain(customer, into: &buffer)
      }
    } else {
      appendClosing(.dialFailed, customer, into: &buffer)
      tryAgain(customer, into: &buffer)
    }
    paceDialer(queue, into: &buffer)
  }
}
